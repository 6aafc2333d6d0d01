"""Addresses of the field app and of its protocol."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.field.receiving.urls")),
    path("", include("alongside.field.holding.urls")),
    path("", include("alongside.field.packing.urls")),
    path("", include("alongside.field.shell.urls")),
]
