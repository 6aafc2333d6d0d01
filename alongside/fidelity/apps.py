from importlib import import_module

from django.apps import AppConfig


class Fidelity(AppConfig):
    name = "alongside.fidelity"

    def ready(self) -> None:
        import_module("alongside.fidelity.policy")
