"""Texts of notes: no text that was drafted or saved on a device goes without a word. Standard library only."""

from typing import Any

Line = dict[str, Any]
KINDS = ("notes.draft/1", "notes.save/1")


def where(made: Line, tables: dict[str, list[Line]]) -> list[Line]:
    """Every text that stands somewhere and says what this operation says: at work, beside it, or signed."""
    body = made["operation"]["details"]["body"]
    places = ("documents_draft", "documents_aside", "documents_version")
    return [row for table in places for row in tables.get(table, ()) if row["body"] == body]


def superseded(made: Line, others: list[Line]) -> bool:
    """Whether a later text of the same note was based on this one, or on one after it."""
    operation = made["operation"]
    first = operation["kind"] == "notes.draft/1"
    note, number = (operation["id"], 1) if first else (operation["on"], operation["details"]["based_on"] + 1)
    return any(
        other["operation"]["kind"] == "notes.save/1"
        and other["operation"]["on"] == note
        and other["operation"]["details"]["based_on"] >= number
        for other in others
    )
