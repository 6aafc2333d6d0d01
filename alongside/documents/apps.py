from importlib import import_module

from django.apps import AppConfig


class Documents(AppConfig):
    name = "alongside.documents"

    def ready(self) -> None:
        import_module("alongside.documents.policy")
