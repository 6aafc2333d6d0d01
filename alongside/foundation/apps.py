from django.apps import AppConfig


class Foundation(AppConfig):
    name = "alongside.foundation"
