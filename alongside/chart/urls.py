"""Addresses of chart."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
