"""Addresses of fidelity. The page of a client is drawn by the chart."""

from django.urls import path

from alongside.fidelity import views

urlpatterns = [
    path("sessions/<uuid:session>/fidelity/", views.entry, name="fidelity.entry"),
    path("fidelity/<uuid:check>/", views.look, name="fidelity.look"),
    path("fidelity/<uuid:check>/correction/", views.correction, name="fidelity.correction"),
]
