from importlib import import_module

from django.apps import AppConfig


class Consents(AppConfig):
    name = "alongside.consents"

    def ready(self) -> None:
        import_module("alongside.consents.policy")  # a verb without its rule is a crash: declare them at the start
