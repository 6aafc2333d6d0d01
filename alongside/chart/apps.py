from django.apps import AppConfig


class Chart(AppConfig):
    name = "alongside.chart"
