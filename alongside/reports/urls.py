"""Addresses of progress reports."""

from django.urls import path

from alongside.reports import views

urlpatterns = [
    path("clients/<uuid:client>/reports/", views.reports, name="reports.reports"),
    path("clients/<uuid:client>/reports/new/", views.begin, name="reports.begin"),
    path("reports/<uuid:report>/", views.report, name="reports.report"),
    path("reports/<uuid:report>/sign/", views.sign, name="reports.sign"),
    path("reports/<uuid:report>/version/", views.revise, name="reports.revise"),
    path("reports/<uuid:report>/sendings/", views.send, name="reports.send"),
    path("reports/<uuid:report>/paper.pdf", views.pdf, name="reports.pdf"),
]
