from django.apps import AppConfig


class Parties(AppConfig):
    name = "alongside.parties"
