from importlib import import_module

from django.apps import AppConfig


class Instruments(AppConfig):
    name = "alongside.instruments"

    def ready(self) -> None:
        import_module("alongside.instruments.policy")
