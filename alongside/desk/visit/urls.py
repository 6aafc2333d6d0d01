"""Addresses of a visit."""

from django.urls import path

from alongside.desk.visit.views import account, around, ending, help, recording, visit

urlpatterns = [
    path("visits/<uuid:id>/", visit.visit),
    path("visits/<uuid:id>/call-off/", visit.call_off),
    path("clients/<uuid:client_id>/visits/", visit.visits),
    path("clients/<uuid:client_id>/sessions/new/", visit.unplanned),
    path("sessions/<uuid:id>/", recording.record),
    path("sessions/<uuid:id>/taps/", recording.tap),
    path("sessions/<uuid:id>/taps/less/", recording.less),
    path("sessions/<uuid:id>/timers/", recording.start_timer),
    path("sessions/<uuid:id>/timers/<uuid:timer_id>/stop/", recording.stop_timer),
    path("sessions/<uuid:id>/around/", around.abc),
    path("sessions/<uuid:id>/deviations/", around.deviate),
    path("sessions/<uuid:id>/presences/", around.presences),
    path("sessions/<uuid:id>/strategies/", around.use_strategy),
    path("sessions/<uuid:id>/record/", account.account),
    path("sessions/<uuid:id>/end/", ending.end),
    path("observations/<uuid:id>/correction/", account.correct),
    path("observations/<uuid:id>/retraction/", account.retract),
    path("clients/<uuid:id>/help/", help.help_for),
    path("help/", help.help_now),
]
