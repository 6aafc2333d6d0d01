from django.apps import AppConfig


class Field(AppConfig):
    name = "alongside.field"
