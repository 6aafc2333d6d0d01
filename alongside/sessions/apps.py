from django.apps import AppConfig


class Sessions(AppConfig):
    name = "alongside.sessions"
