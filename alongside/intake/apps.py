from importlib import import_module

from django.apps import AppConfig


class Intake(AppConfig):
    name = "alongside.intake"

    def ready(self) -> None:
        import_module("alongside.intake.policy")
