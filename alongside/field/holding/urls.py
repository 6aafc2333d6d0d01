"""Addresses of holding."""

from django.urls import URLPattern, path

from alongside.field.holding import views

urlpatterns: list[URLPattern] = [
    path("held/", views.held),
    path("held/<uuid:id>/", views.one),
    path("held/<uuid:id>/application/", views.application),
    path("held/<uuid:id>/instead/", views.instead),
    path("held/<uuid:id>/gap/", views.gap),
    path("held/<uuid:id>/correction/", views.correction),
    path("held/<uuid:id>/aside/", views.aside),
    path("devices/", views.devices),
    path("devices/<uuid:id>/loss/", views.loss),
    path("staff/<uuid:id>/devices/", views.devices),
]
