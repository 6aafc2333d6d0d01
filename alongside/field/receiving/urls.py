"""Addresses of receiving."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
