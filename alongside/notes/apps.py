from importlib import import_module

from django.apps import AppConfig


class Notes(AppConfig):
    name = "alongside.notes"

    def ready(self) -> None:
        import_module("alongside.notes.policy")
