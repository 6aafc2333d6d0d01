from importlib import import_module

from django.apps import AppConfig


class Plans(AppConfig):
    name = "alongside.plans"

    def ready(self) -> None:
        import_module("alongside.plans.policy")
