from importlib import import_module

from django.apps import AppConfig


class Behaviour(AppConfig):
    name = "alongside.behaviour"

    def ready(self) -> None:
        import_module("alongside.behaviour.policy")
