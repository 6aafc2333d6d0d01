"""The tables as they stand, by plain SQL: what the checker reads."""

from typing import Any

import psycopg

TABLES = (
    "field_device", "field_enrolment", "field_outboxkey", "field_receipt", "field_hold", "field_decision",
    "sessions_session", "sessions_ending", "sessions_presence", "behaviour_observation",
    "behaviour_tally", "behaviour_strategyuse", "behaviour_deviation", "behaviour_notice", "behaviour_token",
    "behaviour_exchange", "living_helped", "skills_techniqueuse", "skills_probed",
    "incidents_crisis", "incidents_crisisline", "incidents_crisisclosing",
    "safety_duress", "safety_watch", "safety_checkin", "sessions_verification", "notes_note", "documents_document",
    "documents_draft", "documents_aside", "documents_version", "documents_signature", "documents_devicesignature",
    "foundation_entry",
)  # fmt: skip


def dumped(connection: psycopg.Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row, with dates and ids as JSON writes them, by a connection that sees all agencies."""
    there = {name for (name,) in connection.execute("select tablename from pg_tables")}
    return {
        table: [row for (row,) in connection.execute(f"select to_jsonb(t) from {table} t")]
        for table in TABLES
        if table in there
    }
