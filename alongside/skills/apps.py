from importlib import import_module

from django.apps import AppConfig


class Skills(AppConfig):
    name = "alongside.skills"

    def ready(self) -> None:
        import_module("alongside.skills.policy")
