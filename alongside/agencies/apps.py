from django.apps import AppConfig


class Agencies(AppConfig):
    name = "alongside.agencies"
