"""Addresses of answers."""

from django.urls import path

from alongside.instruments.views import after, asking, elsewhere, paths, reading, record, signing

urlpatterns = [
    path("clients/<uuid:client>/instruments/", record.record, name="instruments"),
    path("clients/<uuid:client>/instruments/new/", record.begin, name="instruments.begin"),
    path("clients/<uuid:client>/instruments/asked/", record.ask, name="instruments.ask"),
    path("clients/<uuid:client>/instruments/set/", record.ask_set, name="instruments.ask_set"),
    path("clients/<uuid:client>/instruments/elsewhere/", elsewhere.take_in, name="instruments.elsewhere"),
    path("askings/<uuid:id>/end/", record.stop, name="instruments.stop"),
    path("answers/<uuid:id>/", asking.answers, name="answers"),
    path("answers/<uuid:id>/choice/", asking.choose, name="answers.choose"),
    path("answers/<uuid:id>/signature/", signing.sign, name="answers.sign"),
    path("answers/<uuid:id>/correction/", after.correct, name="answers.correct"),
    path("answers/<uuid:id>/voiding/", after.void, name="answers.void"),
    path("answers/<uuid:id>/paper/", reading.paper, name="answers.paper"),
    path("answers/<uuid:id>/paper.pdf", reading.pdf, name="answers.pdf"),
    path("answers/<uuid:id>/response.json", reading.response, name="answers.response"),
    path("settings/paths/", paths.paths, name="paths"),
    path("settings/paths/new/", paths.word, name="paths.word"),
    path("settings/paths/<uuid:id>/agreement/", paths.agree, name="paths.agree"),
    path("answers/<uuid:id>/file.json", elsewhere.file, name="answers.file"),
    path("alarms/<uuid:id>/answer/", after.look_after, name="alarms.answer"),
]
