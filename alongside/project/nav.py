"""The frame around every page: where one can go, and how much waits there."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.http import HttpRequest

from alongside.foundation import reference
from alongside.foundation.policy import Actor


@dataclass(frozen=True)
class Entry:
    """One entry of the menu. `verb`: shown only to somebody whose roles include it."""

    key: str
    label: str
    icon: str
    url: str
    verb: str
    count: int = 0


# The first four that somebody may see stand in the bar of a phone.
ENTRIES = (
    Entry("today", "project.nav.today", "home", "/", "desk.today"),
    Entry("clients", "project.nav.clients", "clients", "/clients/", "people.find"),
    Entry("notes", "project.nav.notes", "notes", "/to-sign/", "notes.to_sign"),
    Entry("cosign", "project.nav.cosign", "signature", "/to-cosign/", "notes.to_cosign"),
    Entry("inbox", "project.nav.inbox", "inbox", "/inbox/", "desk.inbox"),
    Entry("outcomes", "project.nav.outcomes", "report", "/outcomes/", "outcomes.caseload outcomes.program"),
    Entry("safety", "project.nav.safety", "shield", "/safety/", "safety.out"),
    Entry("holds", "project.nav.holds", "warn", "/held/", "field.holds field.counts"),
    Entry("field", "project.nav.field", "offline", "/field/", "field.enrol"),
    Entry("plan_templates", "project.nav.plan_templates", "book", "/library/plans/", "plans.library"),
    Entry("techniques", "project.nav.techniques", "sparkle", "/techniques/", "skills.library"),
    Entry("intake", "project.nav.intake", "path", "/intake/", "intake.referrals"),
    Entry("schedule", "project.nav.schedule", "calendar", "/schedule/", "sessions.week"),
    Entry("staff", "project.nav.staff", "team", "/staff/", "workforce.cover"),
    Entry("forms", "project.nav.forms", "clipboard", "/settings/forms/", "documents.forms"),
    Entry("paths", "project.nav.paths", "path", "/settings/paths/", "instruments.paths"),
    Entry("settings", "project.nav.settings", "settings", "/settings/programs/", "agencies.add_site"),
    Entry("retention", "project.nav.retention", "shield", "/settings/retention/", "people.retention"),
)
# The pages of one client's record, as tabs on each of them: key, label, address, verb.
RECORD = (
    ("overview", "project.record.overview", "/clients/{}/", "chart.see"),
    ("person", "project.record.person", "/clients/{}/person/", "people.know"),
    ("intake", "project.record.intake", "/clients/{}/intake/", "intake.see"),
    ("consents", "project.record.consents", "/clients/{}/consents/", "consents.see"),
    ("visits", "project.record.visits", "/clients/{}/visits/", "sessions.visits"),
    ("plans", "project.record.plans", "/clients/{}/plans/", "plans.see"),
    ("skills", "project.record.skills", "/clients/{}/skills/", "skills.see"),
    ("behavior", "project.record.behavior", "/clients/{}/behavior/", "chart.behaviors"),
    ("instruments", "project.record.instruments", "/clients/{}/instruments/", "instruments.see"),
    ("function", "project.record.function", "/clients/{}/function/", "assessments.list"),
    ("living", "project.record.living", "/clients/{}/living/", "living.see"),
    ("notes", "project.record.notes", "/clients/{}/notes/", "chart.notes"),
    ("reports", "project.record.reports", "/clients/{}/reports/", "reports.list"),
    ("timeline", "project.record.timeline", "/clients/{}/timeline/", "chart.timeline"),
)
WHEN_THERE = {"holds"}  # in the menu of those for whom something waits there
WAITING = """
select (select count(*) from notes_note where author_id = %(me)s and state in ('draft', 'returned')),
       (select count(*) from notes_note where (cosigner_id = %(me)s or author_id = any(%(supervises)s))
           and state = 'signed' and cosigner_id is not null and author_id <> %(me)s),
       (select count(*) from foundation_letter where to_staff_id = %(me)s and acknowledged_at is null),
       (select count(*) from field_hold where settled_at is null
           and (%(everybody)s or staff_id = %(me)s or staff_id = any(%(supervises)s)))
"""
DEVICES = (("project.menu.devices", "/devices/", "get"),)
MENU = (
    ("project.menu.security", "/account/security/", "get"),
    ("project.menu.sign_out", "/account/logout/", "post"),
)


def counts(actor: Actor) -> dict[str, int]:
    """How much waits, by menu key. Inside the wall; one statement."""
    with connection.cursor() as cursor:
        whose: dict[str, Any] = {"me": actor.staff_id, "supervises": list(actor.supervises)}
        whose["everybody"] = actor.may("field.counts")
        cursor.execute(WAITING, whose)
        return dict(zip(("notes", "cosign", "inbox", "holds"), cursor.fetchone(), strict=True))


def around(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: who is here, the menu with what waits, the day in the agency's zone."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"actor": None, "nav": (), "zone": "UTC"}
    waiting = getattr(request, "around", {})
    names = reference.load("roles")["role"]
    return {
        "actor": actor,
        "me": {"name": actor.name, "role": ", ".join(names[r]["name"] for r in actor.roles)},
        "nav": [
            replace(e, count=waiting.get(e.key, 0))
            for e in ENTRIES
            if any(map(actor.may, e.verb.split())) and (waiting.get(e.key) or e.key not in WHEN_THERE)
        ],
        "menu": (*(DEVICES if actor.may("field.devices") else ()), *MENU),
        "record": [(key, label, url) for key, label, url, verb in RECORD if actor.may(verb)],
        "zone": actor.zone,
        "today": datetime.now(ZoneInfo(actor.zone)).date(),
        "search_url": "/search/" if actor.may("people.find") else "",
        "help_url": "/help/",
    }
