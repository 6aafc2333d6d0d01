from importlib import import_module

from django.apps import AppConfig


class Safety(AppConfig):
    name = "alongside.safety"

    def ready(self) -> None:
        import_module("alongside.safety.policy")
