"""Addresses of receiving."""

from django.urls import URLPattern, path

from alongside.field.receiving import door, session

urlpatterns: list[URLPattern] = [
    path("field/session/", session.who),
    path("field/operations/", door.operations),
    path("field/enrolments/", session.enrolments),
]
