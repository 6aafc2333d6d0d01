from importlib import import_module

from django.apps import AppConfig


class Chart(AppConfig):
    name = "alongside.chart"

    def ready(self) -> None:
        import_module("alongside.chart.policy")  # a verb without its rule is a crash: declare them at the start
