"""What is true of clients and the people around them. Days are local to the agency; an end is the first day without."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from alongside.foundation.errors import Fault

EMERGENCY_KINDS = ("allergy", "seizure", "rescue", "first_aid")  # what a paramedic asks: grave, and on the card
ALERT_KINDS = ("danger", "warn", *EMERGENCY_KINDS)
ALERT_ICONS = ("warn", "pill", "firstaid", "lungs", "drop", "heart", "car", "hand", "ban", "shield", "home", "school")
PARTS = ("tss", "lead", "supervisor", "nurse")
IN_LAW = ("parent", "guardian", "caseworker", "power_of_attorney", "none")
DECIDES = ("parent", "guardian")
ORDERED = ("consent", "portal", "pick_up")
REASON = 10
HOURS = 4

_ICD10 = re.compile(r"[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?", re.ASCII)
_IDENTIFIER = re.compile(r"[0-9A-Z][0-9A-Z ./_-]{0,39}", re.ASCII)


class Dated(Protocol):
    began_on: date
    ended_on: date | None


def years(born: date, today: date) -> int:
    """Completed years of life; somebody born on 29 February turns a year older on 1 March of a common year."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def in_force(row: Dated, on: date) -> bool:
    """Whether something dated holds on a day: from its first day up to, not including, its end."""
    return row.began_on <= on and (row.ended_on is None or row.ended_on > on)


def overlapping(rows: Iterable[Dated], began: date, ended: date | None) -> bool:
    """Whether a time from `began` to `ended` shares a day with one of the rows."""
    return any(
        (ended is None or row.began_on < ended) and (row.ended_on is None or row.ended_on > began) for row in rows
    )


def span_faults(*, began: date, ended: date | None, since: date | None = None) -> list[Fault]:
    """An end is not before its beginning, and nothing begins before `since` (admission)."""
    faults = [Fault("people.fault.ends_before", "ended_on")] if ended and ended < began else []
    return faults + ([Fault("people.fault.before_admission", "began_on")] if since and began < since else [])


def client_faults(*, identifier: str, diagnosis: str) -> list[Fault]:
    """What is wrong with a client's number, and with ICD-10-CM codes separated by commas."""
    faults = [] if _IDENTIFIER.fullmatch(identifier) else [Fault("people.fault.identifier", "identifier")]
    wrong = [code for code in codes_of(diagnosis) if not _ICD10.fullmatch(code)]
    if wrong:
        faults.append(Fault("people.fault.diagnosis", "diagnosis", {"typed": wrong[0]}))
    return faults


def codes_of(diagnosis: str) -> list[str]:
    """ICD-10-CM codes as typed between commas, semicolons or spaces, in capitals."""
    return [code for code in re.split(r"[,;\s]+", diagnosis.upper()) if code]


def alert_faults(*, kind: str, icon: str, text: str) -> list[Fault]:
    """An alert says something, in a kind and with an icon that exist."""
    faults = [] if text else [Fault("people.fault.no_alert", "text")]
    if kind not in ALERT_KINDS:
        faults.append(Fault("people.fault.offered", "kind"))
    return faults + ([] if icon in ALERT_ICONS else [Fault("people.fault.offered", "icon")])


def right_faults(*, right: str, rights: Collection[str], granted: bool, in_law: str, order: str) -> list[Fault]:
    """A right that exists, with the order or agreement behind it where the law does not give it by itself.

    A parent or guardian consents, sees the portal and picks up by law; anybody else by a paper that says so. A denial
    always rests on one.
    """
    if right not in rights:
        return [Fault("people.fault.offered", "right")]
    if order or (granted and (right not in ORDERED or in_law in DECIDES)):
        return []
    return [Fault("people.fault.order_needed" if granted else "people.fault.denial_needs_order", "order")]


def spot_faults(*, number: str, given: str, born: date | None) -> list[Fault]:
    """To find a record that is about to be opened by break-glass, know it all: the number, or name and birth."""
    return [] if number or (given and born) else [Fault("people.fault.spot", "number")]


class Right(Dated, Protocol):
    right: str
    granted: bool


def held_rights(rows: Iterable[Right], on: date) -> dict[str, bool]:
    """Rights decided on a day: True where granted and not denied. Where two rows disagree, the denial wins."""
    decided: dict[str, bool] = {}
    for row in rows:
        if in_force(row, on):
            decided[row.right] = row.granted and decided.get(row.right, True)
    return decided


def glass_faults(*, reason: str, hours: int) -> list[Fault]:
    """Opening a record without being on the team needs a real reason, for at most four hours."""
    faults = [] if len(reason) >= REASON else [Fault("people.fault.reason", "reason", {"least": REASON})]
    return faults + ([] if 1 <= hours <= HOURS else [Fault("people.fault.hours", "hours", {"most": HOURS})])
