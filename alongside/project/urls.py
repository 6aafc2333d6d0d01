"""Every address of the product."""

from django.urls import include, path

from alongside.project import health, seating

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("", include("alongside.field.urls")),  # asked most often, so looked at first
    path("account/seat/", seating.seat, name="seat"),
    path("account/", include("alongside.accounts.urls")),
    path("", include("alongside.people.urls")),
    path("", include("alongside.workforce.urls")),
    path("", include("alongside.documents.urls")),
    path("", include("alongside.plans.urls")),
    path("", include("alongside.schedule.urls")),
    path("", include("alongside.sessions.urls")),
    path("", include("alongside.behaviour.urls")),
    path("", include("alongside.fidelity.urls")),
    path("", include("alongside.safety.urls")),
    path("", include("alongside.instruments.urls")),
    path("", include("alongside.assessments.urls")),
    path("", include("alongside.incidents.urls")),
    path("", include("alongside.skills.urls")),
    path("", include("alongside.consents.urls")),
    path("", include("alongside.intake.urls")),
    path("", include("alongside.notes.urls")),
    path("", include("alongside.outcomes.urls")),
    path("", include("alongside.reports.urls")),
    path("", include("alongside.chart.urls")),
    path("", include("alongside.desk.urls")),
]

handler400 = "alongside.project.doorways.garbled"
handler404 = "alongside.project.doorways.not_here"
handler500 = "alongside.project.doorways.broken"
