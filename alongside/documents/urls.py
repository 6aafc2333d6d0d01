"""Addresses of forms."""

from django.urls import URLPattern, path

from alongside.documents import views

urlpatterns: list[URLPattern] = [
    path("settings/forms/", views.forms, name="documents.forms"),
    path("settings/forms/new/", views.bring_in, name="documents.bring_in"),
    path("settings/forms/<uuid:id>/", views.form, name="documents.form"),
    path("settings/forms/<uuid:id>/about/", views.about, name="documents.about"),
    path("settings/forms/editions/<uuid:id>/", views.edition, name="documents.edition"),
    path("settings/forms/editions/<uuid:id>/approval/", views.approval, name="documents.approval"),
    path("settings/forms/editions/<uuid:id>/retirement/", views.retirement, name="documents.retirement"),
    path("settings/forms/editions/<uuid:id>/new/", views.derivation, name="documents.derivation"),
    path("settings/forms/editions/<uuid:id>/since/<uuid:other>/", views.comparison, name="documents.comparison"),
    path("settings/forms/editions/<uuid:id>/file/", views.file, name="documents.file"),
    path("settings/forms/editions/<uuid:id>/paper.pdf", views.paper, name="documents.paper"),
]
