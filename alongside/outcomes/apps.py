from importlib import import_module

from django.apps import AppConfig


class Outcomes(AppConfig):
    name = "alongside.outcomes"

    def ready(self) -> None:
        import_module("alongside.outcomes.policy")  # a verb without its rule is a crash: declare them at the start
