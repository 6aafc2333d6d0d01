"""Addresses of outcomes."""

from django.urls import path

from alongside.outcomes import views

urlpatterns = [
    path("outcomes/", views.outcomes),
    path("outcomes/table.csv", views.table),
]
