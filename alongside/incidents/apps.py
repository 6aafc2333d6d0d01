from importlib import import_module

from django.apps import AppConfig


class Incidents(AppConfig):
    name = "alongside.incidents"

    def ready(self) -> None:
        import_module("alongside.incidents.policy")
