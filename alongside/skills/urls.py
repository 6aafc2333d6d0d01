"""Addresses of skill programs and techniques."""

from django.urls import path

from alongside.skills.views import moving, programs

urlpatterns = [
    path("clients/<uuid:client>/skills/", programs.programs, name="skills.programs"),
    path("clients/<uuid:client>/skills/of/<uuid:target>/", programs.beginning, name="skills.beginning"),
    path("skills/<uuid:program>/", programs.program, name="skills.program"),
    path("skills/<uuid:program>/version/", programs.writing, name="skills.writing"),
    path("skills/<uuid:program>/what-if/", programs.what_if, name="skills.what_if"),
    path("skills/<uuid:program>/decision/", moving.decision, name="skills.decision"),
    path("skills/<uuid:program>/move/", moving.move, name="skills.move"),
    path("skills/<uuid:program>/end/", programs.end, name="skills.end"),
]
