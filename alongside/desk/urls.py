"""Addresses of the desk."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.desk.today.urls")),
    path("", include("alongside.desk.inbox.urls")),
    path("", include("alongside.desk.visit.urls")),
    path("", include("alongside.desk.papers.urls")),
]
