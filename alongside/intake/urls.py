"""Addresses of intake."""

from django.urls import URLPattern, path

from alongside.intake import summaries, views

ONE = "clients/<uuid:client>/intake/"
urlpatterns: list[URLPattern] = [
    path("intake/", views.referrals, name="intake.referrals"),
    path("intake/new/", views.refer, name="intake.refer"),
    path("intake/<uuid:id>/", views.referral, name="intake.referral"),
    path("intake/<uuid:id>/beginning/", views.begin, name="intake.begin"),
    path("intake/<uuid:id>/closing/", views.close, name="intake.close"),
    path(ONE, views.intake, name="intake"),
    path(f"{ONE}beginning/", views.begin_for, name="intake.begin_for"),
    path(f"{ONE}observation/", views.observe, name="intake.observe"),
    path(f"{ONE}record/", views.draw, name="intake.draw"),
    path(f"{ONE}summaries/", summaries.summarize, name="intake.summarize"),
    path(f"{ONE}summaries/signature/", summaries.signature, name="intake.signature"),
    path(f"{ONE}summaries/<uuid:id>/paper.pdf", summaries.pdf, name="intake.pdf"),
    path(f"{ONE}summaries/<uuid:id>/reading/", summaries.acknowledge, name="intake.acknowledge"),
]
