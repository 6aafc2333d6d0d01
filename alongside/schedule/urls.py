"""Addresses of schedule."""

from django.urls import path

from alongside.schedule import views

urlpatterns = [
    path("clients/<uuid:client_id>/visits/new/", views.book),
    path("clients/<uuid:client_id>/visits/<uuid:visit_id>/move/", views.move),
]
