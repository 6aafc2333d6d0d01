"""Addresses of receiving."""

from django.urls import URLPattern, path

from alongside.field.receiving import session

urlpatterns: list[URLPattern] = [
    path("field/session/", session.who),
    path("field/enrolments/", session.enrolments),
]
