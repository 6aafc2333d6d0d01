"""Notes signed on devices: each signature once, by its author, over a text that still stands. Standard library only."""

import hashlib
import json
from typing import Any

from tests.field.model.effects import when

Line = dict[str, Any]
KIND = "notes.sign/1"


def faults(made: Line, tables: dict[str, list[Line]]) -> list[tuple[str, str]]:
    """What is wrong with a signature that is called done, as (kind of finding, words)."""
    there = [row for row in tables["documents_devicesignature"] if _said(row["statement"]) == _wanted(made)]
    if len(there) != 1:
        return [("doubled", f"it was signed {len(there)} times")] if there else [("lost", "there is no signature")]
    signature = _by_id(tables["documents_signature"])[there[0]["signature_id"]]
    version = _by_id(tables["documents_version"]).get(signature["version_id"])
    found = []
    if signature["staff_id"] != made["staff"] or there[0]["enrolment_id"] != made["enrolment"]:
        found.append(("wrong_author", "the signature is another's"))
    if version is None or version["digest"] != made["operation"]["details"]["digest"]:
        found.append(("overwritten", "the signature stands on another text"))
    return found


def of_nobody(made: list[Line], tables: dict[str, list[Line]]) -> list[str]:
    """Signatures of devices that no device made."""
    wanted = {_wanted(one) for one in made if one["operation"]["kind"] == KIND}
    rows = tables.get("documents_devicesignature", ())
    return [f"signature {row['id']} was made by nobody" for row in rows if _said(row["statement"]) not in wanted]


def changed(tables: dict[str, list[Line]]) -> list[str]:
    """Versions that say something else than what their digest is of, and versions that went away."""
    documents, found = _by_id(tables.get("documents_document", [])), []
    numbers: dict[str, set[int]] = {}
    for row in tables.get("documents_version", ()):
        numbers.setdefault(row["document_id"], set()).add(row["number"])
        if digest(row, documents[row["document_id"]]) != row["digest"]:
            found.append(f"version {row['number']} of {row['document_id']} is not what was signed")
    gaps = [id for id, there in numbers.items() if there != set(range(1, len(there) + 1))]
    return found + [f"a version of {id} is gone" for id in gaps]


def digest(version: Line, document: Line) -> str:
    """SHA-256 over the canonical JSON (RFC 8785) of what a signature stands on (docs/field-protocol.md, section 6)."""
    evidence = [one for said in version["body"].get("sentences", ()) for one in said.get("evidence", ())]
    whole = {
        "document": document["id"], "number": version["number"], "kind": version["kind"], "form": document["form"],
        "edition": document["form_edition"], "body": version["body"],
        "cited": sorted({id for one in evidence for id in one.get("ids", ())}),
    }  # fmt: skip
    text = json.dumps(_plain(whole), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A whole number is written without a point."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _wanted(made: Line) -> tuple[Any, ...]:
    details = made["operation"]["details"]
    return made["operation"]["on"], details["digest"], when(details["signed_at"])


def _said(statement: Line) -> tuple[Any, ...]:
    return statement["note"], statement["digest"], when(statement["signed_at"])


def _by_id(rows: list[Line]) -> dict[str, Line]:
    return {row["id"]: row for row in rows}
