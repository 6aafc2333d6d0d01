from importlib import import_module

from django.apps import AppConfig


class Reports(AppConfig):
    name = "alongside.reports"

    def ready(self) -> None:
        import_module("alongside.reports.policy")
