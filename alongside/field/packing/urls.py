"""Addresses of packing."""

from django.urls import path

from alongside.field.packing import views

urlpatterns = [path("field/pack/", views.pack, name="field.pack")]
