"""Addresses of consents."""

from django.urls import path

from alongside.consents import views

HOME = "clients/<uuid:client>/consents/"
urlpatterns = [
    path(HOME, views.consents, name="consents"),
    path(f"{HOME}new/", views.record, name="consents.record"),
    path(f"{HOME}<uuid:id>/end/", views.end, name="consents.end"),
]
