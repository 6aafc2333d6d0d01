from django.apps import AppConfig


class Notes(AppConfig):
    name = "alongside.notes"
