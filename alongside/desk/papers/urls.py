"""Addresses of papers that wait."""

from django.urls import path

from alongside.desk.papers import views

urlpatterns = [
    path("to-sign/", views.to_sign),
    path("to-cosign/", views.to_cosign),
    path("returned/", views.returned),
]
