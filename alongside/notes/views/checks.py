"""The payer's list in words: what is met and with what, what is missing and where to mend it."""

from collections.abc import Iterable
from typing import Any

from alongside.foundation.errors import Fault
from alongside.foundation.messages import say
from alongside.notes.likeness import LIMIT, Alike
from alongside.notes.rules.payer import Checked
from alongside.notes.shown import Above


def checks(
    checked: Iterable[Checked], above: Above, alike: Alike | None, *, links: bool = True
) -> list[dict[str, Any]]:
    """Rows for kit/checks.html: first what wants a look."""
    rows = [_row(check, above, links) for check in checked] + [_likeness(alike, links)]
    return sorted(rows, key=lambda row: row["state"] == "ok")


def faults_said(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """Anchor and sentence of each fault that stands between the note and a signature."""
    return [(fault.place, say(fault.code, **fault.values)) for fault in faults]


def _row(check: Checked, above: Above, links: bool) -> dict[str, Any]:
    if check.met:
        return {"state": "ok", "text": say(f"notes.payer.met.{check.element}", **_values(above))}
    text = say(f"notes.payer.missing.{check.element}", payer="")
    if not check.by_author:
        return {"state": "todo", "text": text, "why": say("notes.payer.office")}
    way = {"url": f"#{check.place}", "label": say("notes.payer.show")} if links else {}
    return {"state": "todo", "text": text, **way}


def _values(above: Above) -> dict[str, Any]:
    return {
        "place": above.place or say("notes.payer.place_unnamed"), "code": above.place_code,
        "service": above.service_code, "diagnosis": above.diagnosis, "modality": above.modality,
        "count": above.units, "minutes": above.minutes,
    }  # fmt: skip


def _likeness(alike: Alike | None, links: bool) -> dict[str, Any]:
    if alike is None:
        return {"state": "ok", "text": say("notes.payer.likeness.none")}
    percent = round(alike.percent)
    if alike.percent <= LIMIT:
        return {"state": "ok", "text": say("notes.payer.likeness.fine", percent=percent)}
    if alike.explained:
        return {"state": "ok", "text": say("notes.payer.likeness.explained", percent=percent)}
    way = {"url": "likeness/", "label": say("notes.payer.show")} if links else {}
    return {"state": "todo", "text": say("notes.payer.likeness.copied", percent=percent), **way}
