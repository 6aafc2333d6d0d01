"""Addresses of the app's own page and files."""

from django.urls import path

from alongside.field.shell import views

urlpatterns = [
    path("field/", views.shell),
    path("field/worker.js", views.worker),
    path("field/words/<slug:locale>.json", views.words),
    path("field/app.webmanifest", views.manifest),
]
