from django.apps import AppConfig


class Schedule(AppConfig):
    name = "alongside.schedule"
