from importlib import import_module

from django.apps import AppConfig


class Schedule(AppConfig):
    name = "alongside.schedule"

    def ready(self) -> None:
        import_module("alongside.schedule.policy")
