from django.apps import AppConfig


class Interchange(AppConfig):
    name = "alongside.interchange"
