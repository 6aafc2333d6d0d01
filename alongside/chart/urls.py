"""Addresses of the chart."""

from django.urls import path

from alongside.chart import fidelity, papers, views
from alongside.chart.baselines import baselines
from alongside.chart.objectives import decide, objective
from alongside.chart.records import records
from alongside.chart.thread_page import thread

urlpatterns = [
    path("clients/<uuid:client>/", views.overview),
    path("clients/<uuid:client>/behavior/", views.behaviors),
    path("clients/<uuid:client>/timeline/", views.timeline),
    path("clients/<uuid:client>/living/", views.daily_living),
    path("clients/<uuid:client>/notes/", views.notes),
    path("clients/<uuid:client>/records/", records, name="chart.records"),
    path("clients/<uuid:client>/fidelity/", fidelity.fidelity, name="chart.fidelity"),
    path("clients/<uuid:client>/thread/", thread, name="chart.thread"),
    path("behaviors/<uuid:target>/", views.graph),
    path("outcomes/baselines/", baselines),
    path("objectives/<uuid:id>/", objective),
    path("objectives/<uuid:id>/paper.pdf", papers.objective, name="chart.objective_pdf"),
    path("objectives/<uuid:id>/decisions/", decide),
]
