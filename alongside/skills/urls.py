"""Addresses of skill programs and techniques."""

from django.urls import path

from alongside.skills.views import moving, programs, techniques, visit

urlpatterns = [
    path("clients/<uuid:client>/skills/", programs.programs, name="skills.programs"),
    path("clients/<uuid:client>/skills/of/<uuid:target>/", programs.beginning, name="skills.beginning"),
    path("skills/<uuid:program>/", programs.program, name="skills.program"),
    path("skills/<uuid:program>/version/", programs.writing, name="skills.writing"),
    path("skills/<uuid:program>/what-if/", programs.what_if, name="skills.what_if"),
    path("skills/<uuid:program>/decision/", moving.decision, name="skills.decision"),
    path("skills/<uuid:program>/move/", moving.move, name="skills.move"),
    path("skills/<uuid:program>/end/", programs.end, name="skills.end"),
    path("techniques/", techniques.library, name="skills.library"),
    path("techniques/reading/", techniques.reading, name="skills.reading"),
    path("techniques/<slug:family>/<slug:name>/", techniques.technique, name="skills.technique"),
    path("clients/<uuid:client>/techniques/", techniques.of_client, name="skills.techniques"),
    path("clients/<uuid:client>/techniques/new/", techniques.choosing, name="skills.choosing"),
    path("clients/<uuid:client>/techniques/<uuid:chosen>/end/", techniques.putting_back, name="skills.putting_back"),
    path("clients/<uuid:client>/tokens/", techniques.tokens, name="skills.tokens"),
    path("sessions/<uuid:session>/skills/", visit.visit, name="skills.visit"),
    path("sessions/<uuid:session>/techniques/", visit.use, name="skills.use"),
    path("sessions/<uuid:session>/probes/", visit.probe, name="skills.probe"),
]
