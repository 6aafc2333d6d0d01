"""Addresses of working alone."""

from django.urls import path

from alongside.safety import views

urlpatterns = [
    path("safety/", views.out),
    path("safety/watches/<uuid:id>/words/", views.word),
    path("safety/signals/", views.signal),
    path("safety/signals/<uuid:id>/answer/", views.answer),
]
