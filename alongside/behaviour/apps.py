from django.apps import AppConfig


class Behaviour(AppConfig):
    name = "alongside.behaviour"
