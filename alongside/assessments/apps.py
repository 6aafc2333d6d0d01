from importlib import import_module

from django.apps import AppConfig


class Assessments(AppConfig):
    name = "alongside.assessments"

    def ready(self) -> None:
        import_module("alongside.assessments.policy")
