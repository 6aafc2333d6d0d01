"""Addresses of crises."""

from django.urls import path

from alongside.incidents.views import crisis

urlpatterns = [
    path("crises/", crisis.begin),
    path("crises/<uuid:id>/", crisis.crisis),
    path("crises/<uuid:id>/lines/", crisis.mark),
    path("crises/<uuid:id>/closing/", crisis.close),
    path("crises/<uuid:id>/about/", crisis.about),
]
