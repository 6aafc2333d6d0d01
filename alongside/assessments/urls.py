"""Addresses of assessments."""

from django.urls import path

from alongside.assessments.views import analyses, assessment, decision, interview, papers

urlpatterns = [
    path("clients/<uuid:client>/function/", assessment.all_of, name="assessments.all"),
    path("clients/<uuid:client>/function/new/", assessment.opening, name="assessments.opening"),
    path("clients/<uuid:client>/analyses/new/", analyses.arranging, name="assessments.arranging"),
    path("clients/<uuid:client>/function/interview/", interview.interview, name="assessments.interview"),
    path("assessments/<uuid:id>/", assessment.assessment, name="assessments.assessment"),
    path("assessments/<uuid:id>/paper.pdf", papers.assessment, name="assessments.pdf"),
    path("assessments/<uuid:id>/days/", assessment.span, name="assessments.span"),
    path("assessments/<uuid:id>/closing/", assessment.closing, name="assessments.closing"),
    path("assessments/<uuid:id>/decision/", decision.decision, name="assessments.decision"),
    path("assessments/<uuid:id>/signature/", decision.signature, name="assessments.signature"),
    path("assessments/<uuid:id>/draft/", decision.draft, name="assessments.draft"),
    path("assessments/<uuid:id>/plan/", assessment.plan, name="assessments.plan"),
    path("analyses/<uuid:id>/", analyses.analysis, name="assessments.analysis"),
    path("analyses/<uuid:id>/paper.pdf", papers.analysis, name="assessments.analysis_pdf"),
    path("analyses/<uuid:id>/entries/<int:number>/removal/", analyses.entry, name="assessments.entry"),
    path("analyses/<uuid:id>/ranking/", analyses.ranking, name="assessments.ranking"),
]
