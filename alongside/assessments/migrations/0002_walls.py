"""The promises PostgreSQL keeps for assessments and structured analyses."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("assessments", "0001_initial"), ("documents", "0002_walls"),
        ("people", "0002_walls"), ("plans", "0003_reinforcers"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("assessments_assessment"),
        walls.points("assessments_assessment", "client_id", at="people_client", index=False),
        walls.points("assessments_assessment", "document_id", at="documents_document"),
        walls.points("assessments_assessment", "opened_by_id", at="workforce_staff"),
        walls.index("assessments_assessment", "assessment_of_client", "client_id, opened_at"),
        walls.unique("assessments_assessment", "assessment_document_once", "document_id"),
        walls.checked("assessments_assessment", "assessment_days", "began_on <= until"),
        walls.tenant("assessments_about"),
        walls.points("assessments_about", "assessment_id", at="assessments_assessment", index=False),
        walls.points("assessments_about", "client_id", at="people_client"),
        walls.points("assessments_about", "target_id", at="plans_target"),
        walls.unique("assessments_about", "about_target_once", "assessment_id, target_id"),
        walls.unique("assessments_about", "about_one_first", "assessment_id", "first"),
        walls.permanent("assessments_about"),
        walls.tenant("assessments_closing"),
        walls.points("assessments_closing", "assessment_id", at="assessments_assessment", index=False),
        walls.points("assessments_closing", "client_id", at="people_client"),
        walls.points("assessments_closing", "staff_id", at="workforce_staff"),
        walls.unique("assessments_closing", "closing_once", "assessment_id"),
        walls.permanent("assessments_closing"),
        walls.tenant("assessments_analysis"),
        walls.points("assessments_analysis", "client_id", at="people_client", index=False),
        walls.points("assessments_analysis", "target_id", at="plans_target"),
        walls.points("assessments_analysis", "opened_by_id", at="workforce_staff"),
        walls.points("assessments_analysis", "kept_id", at="plans_preference"),
        walls.index("assessments_analysis", "analysis_of_client", "client_id, opened_at"),
        walls.tenant("assessments_entry"),
        walls.points("assessments_entry", "analysis_id", at="assessments_analysis", index=False),
        walls.points("assessments_entry", "client_id", at="people_client"),
        walls.points("assessments_entry", "staff_id", at="workforce_staff"),
        walls.index("assessments_entry", "entry_of_analysis", "analysis_id, number, at"),
        walls.checked("assessments_entry", "entry_number", "number >= 1"),
        walls.permanent("assessments_entry"),
    ]
