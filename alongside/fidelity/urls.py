"""Addresses of fidelity. The page of a client is drawn by the chart."""

from django.urls import path

from alongside.fidelity import papers, views

urlpatterns = [
    path("sessions/<uuid:session>/fidelity/", views.entry, name="fidelity.entry"),
    path("fidelity/<uuid:check>/", views.look, name="fidelity.look"),
    path("fidelity/<uuid:check>/paper.pdf", papers.check, name="fidelity.pdf"),
    path("plans/versions/<uuid:version>/checklist.pdf", papers.checklist, name="fidelity.checklist_pdf"),
    path("fidelity/<uuid:check>/correction/", views.correction, name="fidelity.correction"),
]
