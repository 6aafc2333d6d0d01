from importlib import import_module

from django.apps import AppConfig


class Living(AppConfig):
    name = "alongside.living"

    def ready(self) -> None:
        import_module("alongside.living.policy")
