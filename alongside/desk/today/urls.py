"""Addresses of the day and the week."""

from django.urls import path

from alongside.desk.today import views

urlpatterns = [
    path("", views.today),
    path("week/", views.my_week),
    path("schedule/", views.week),
]
