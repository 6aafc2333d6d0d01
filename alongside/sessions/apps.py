from importlib import import_module

from django.apps import AppConfig


class Sessions(AppConfig):
    name = "alongside.sessions"

    def ready(self) -> None:
        import_module("alongside.sessions.policy")
        import_module("alongside.sessions.begun")
