"""Addresses of the inbox."""

from django.urls import path

from alongside.desk.inbox import views

urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<uuid:id>/read/", views.acknowledge, name="acknowledge"),
]
