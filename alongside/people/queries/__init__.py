"""What a page may show of clients: `people.find(by=rosa, on=agency, typed="theo")`."""

import alongside.people.policy  # noqa: F401  (the rules of these verbs)
from alongside.people.queries.caseload import CaseloadLine, caseload, recent
from alongside.people.queries.disposal import Certificate, Retention, certificate, retention
from alongside.people.queries.finding import Found, FoundLine, find
from alongside.people.queries.glasses import GlassLine, glasses
from alongside.people.queries.record import Care, Known, card, knock, know, see
from alongside.people.queries.spotting import spot
from alongside.people.queries.staff import StaffPlace, places

__all__ = [
    "Care", "CaseloadLine", "Certificate", "Found", "FoundLine", "GlassLine", "Known", "Retention", "StaffPlace",
    "card", "caseload", "certificate", "find", "glasses", "knock", "know", "places", "recent", "retention", "see",
    "spot",
]  # fmt: skip
