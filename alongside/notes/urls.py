"""Addresses of notes: a note, and what is done with it."""

from django.urls import path

from alongside.notes.views import adding, cosigning, leaving, printing, putting_aside, signing, working

urlpatterns = [
    path("notes/<uuid:id>/", working.note),
    path("notes/<uuid:id>/choice/", working.choose),
    path("notes/<uuid:id>/correction/", working.correct),
    path("notes/<uuid:id>/sign/", signing.sign),
    path("notes/<uuid:id>/likeness/", signing.likeness),
    path("notes/<uuid:id>/cosign/", cosigning.cosign),
    path("notes/<uuid:id>/return/", cosigning.give_back),
    path("notes/<uuid:id>/addendum/", adding.addendum),
    path("notes/<uuid:id>/arrived/", leaving.arrived),
    path("notes/<uuid:id>/aside/", putting_aside.put_aside),
    path("notes/<uuid:id>/taken-up/", putting_aside.take_up),
    path("notes/<uuid:id>/print/", printing.sheet),
    path("notes/<uuid:id>/paper.pdf", printing.pdf),
]
