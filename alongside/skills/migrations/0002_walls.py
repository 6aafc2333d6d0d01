"""The promises PostgreSQL keeps for skill programs and techniques."""

from django.db.migrations import Migration

from alongside.foundation import walls

TABLES = ("skillprogram", "programversion", "decision", "probe", "probed", "chosen", "techniqueuse")


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("people", "0002_walls"), ("plans", "0002_walls"), ("sessions", "0002_walls"),
        ("skills", "0001_initial"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        *[walls.tenant(f"skills_{table}") for table in TABLES],
        *[walls.points(f"skills_{table}", "client_id", at="people_client") for table in TABLES],
        walls.points("skills_skillprogram", "target_id", at="plans_target"),
        walls.points("skills_skillprogram", "made_by_id", at="workforce_staff"),
        walls.points("skills_skillprogram", "ended_by_id", at="workforce_staff"),
        walls.points("skills_programversion", "program_id", at="skills_skillprogram", index=False),
        walls.points("skills_programversion", "made_by_id", at="workforce_staff"),
        walls.points("skills_decision", "program_id", at="skills_skillprogram"),
        walls.points("skills_decision", "version_id", at="skills_programversion"),
        walls.points("skills_decision", "phase_id", at="plans_phase"),
        walls.points("skills_decision", "staff_id", at="workforce_staff"),
        walls.points("skills_probe", "decision_id", at="skills_decision"),
        walls.points("skills_probe", "program_id", at="skills_skillprogram"),
        walls.points("skills_probed", "probe_id", at="skills_probe"),
        walls.points("skills_probed", "program_id", at="skills_skillprogram"),
        walls.points("skills_probed", "session_id", at="sessions_session"),
        walls.points("skills_probed", "staff_id", at="workforce_staff"),
        walls.points("skills_chosen", "program_id", at="skills_skillprogram"),
        walls.points("skills_chosen", "added_by_id", at="workforce_staff"),
        walls.points("skills_chosen", "ended_by_id", at="workforce_staff"),
        walls.points("skills_techniqueuse", "session_id", at="sessions_session"),
        walls.points("skills_techniqueuse", "staff_id", at="workforce_staff"),
        walls.unique("skills_skillprogram", "skillprogram_once", "target_id", "ended_at is null"),
        walls.unique("skills_programversion", "programversion_numbered", "program_id, number"),
        walls.unique("skills_chosen", "chosen_once", "client_id, technique", "ended_at is null"),
        walls.checked("skills_skillprogram", "skillprogram_ended", "(ended_at is null) = (ended_by_id is null)"),
        walls.permanent("skills_programversion"),
        walls.permanent("skills_decision"),
        walls.permanent("skills_probe"),
        walls.permanent("skills_probed"),
        walls.permanent("skills_techniqueuse"),
    ]
