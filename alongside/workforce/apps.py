from django.apps import AppConfig


class Workforce(AppConfig):
    name = "alongside.workforce"
