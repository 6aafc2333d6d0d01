"""The place that the table is about: every role in every relation, written as ids that a browser could know."""

import time
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from alongside.accounts.models import Account
from alongside.accounts.store import SessionStore
from alongside.agencies import actions as agencies
from alongside.foundation import outbox
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter, ParkedReaction
from alongside.foundation.tenancy import inside
from alongside.notes.tests import scenes
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.workforce import actions as workforce
from alongside.workforce.models import Staff
from tests.access import devices
from tests.access.proposals import gone, proposed
from tests.access.shelves import (
    Around,
    alone,
    at_work,
    coming,
    crisis,
    furnished,
    report_draft,
    scored,
    shelved,
    signed,
    signed_report,
    taken_in,
)
from tests.access.staffing import Staffing, rows_of, staffed
from tests.cast import SINCE, Cast, actor_of

CLIENTS = ("own", "ended", "other", "supervisee", "covered", "glass")
WHO_RUN_VISITS = ("tss", "senior_tss", "supervisor")
WHO_BREAK_GLASS = ("tss", "senior_tss", "supervisor", "nurse")

Ids = dict[str, dict[str, dict[str, str]]]


def made(cast: Cast) -> dict[str, Any]:
    """relation -> role ("*" for every role) -> what is named in an address -> id; and a signed-in browser for each."""
    with inside(cast.elsewhere):
        elsewhere = _elsewhere(cast)
    with inside(cast.agency):
        staff = staffed(cast)
        ids = _ours(cast, staff)
    ids["elsewhere"] = {"*": elsewhere}
    browsers = {
        role: {
            how: _browser(cast.agency, staff.accounts[role], holder, confirmed=how == "confirmed")
            for how in ("confirmed", "unconfirmed")
        }
        for role, holder in staff.holders.items()
    }
    browsers["supervisor"]["covering"] = _browser(cast.agency, staff.accounts["covering"], staff.una, confirmed=True)
    return {
        "cookie": settings.SESSION_COOKIE_NAME, "csrf": settings.CSRF_COOKIE_NAME,
        "ids": {rel: {who: {k: str(v) for k, v in of.items()} for who, of in by.items()} for rel, by in ids.items()},
        "browsers": browsers,
    }  # fmt: skip


def _ours(cast: Cast, staff: Staffing) -> dict[str, dict[str, dict[str, Any]]]:
    office, director = actor_of(cast.staff["dev"]), actor_of(cast.staff["amara"])
    around = Around(cast.agency, office, director, actor_of(staff.ben), actor_of(staff.hana), cast.programme, cast.site)
    clients = {name: taken_in(around, name.title(), n) for n, name in enumerate(CLIENTS)}
    _teams(around, staff, clients)
    ids = {name: {"*": furnished(around, client, n)} for n, (name, client) in enumerate(clients.items())}
    for name, client in clients.items():
        ids[name]["*"]["opened"] = _glass(actor_of(staff.nell), client)
        ids[name]["*"]["hold"] = devices.hold(staff.ben, client)
        ids[name]["*"]["identifier"] = f"ACCESS-{CLIENTS.index(name)}"
    ids["mine"] = _mine(around, staff, clients)
    ids |= _papers(around, staff, clients)
    _leave(office, staff, clients["ended"])
    ids |= _people(cast, staff)
    ids["here"]["*"]["gone"] = gone(office, director, 0)
    by_director = proposed(director, gone(office, director, 1))
    by_quality = proposed(actor_of(staff.holders["quality"]), gone(office, director, 2))
    ids["proposed"] = {"*": by_director, "director": by_quality}
    ids["own_proposal"] = {"director": by_director, "quality": by_quality}
    _parked()
    return ids


def _teams(around: Around, staff: Staffing, clients: dict[str, UUID]) -> None:
    for name in ("own", "ended"):
        for holder in (*staff.holders.values(), staff.una):
            people.place_on_team(by=around.office, on=clients[name], staff=holder, began_on=SINCE)
    people.place_on_team(by=around.office, on=clients["supervisee"], staff=staff.kit, began_on=SINCE)
    people.place_on_team(by=around.office, on=clients["covered"], staff=staff.lou, began_on=SINCE)


def _mine(around: Around, staff: Staffing, clients: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Visits, sessions and notes of one's own, with the client whose team one has left since."""
    found: dict[str, dict[str, Any]] = {}
    for n, role in enumerate(WHO_RUN_VISITS):
        me = actor_of(staff.holders[role])
        found[role] = {"client": clients["ended"], **at_work(around, clients["ended"], me, 20 + n)}
        found[role]["note"] = signed(around, clients["ended"], me).pk
        writes = me if role == "supervisor" else around.lead
        found[role]["report"] = signed_report(writes, clients["ended"]).pk
        found[role]["report_draft"] = report_draft(writes, clients["ended"]).pk
        found[role]["check"] = scored(clients["ended"], found[role]["past"], me, "self")
    una = actor_of(staff.una)
    covering = {"note": signed(around, clients["ended"], una).pk, "opened": _glass(una, clients["glass"])}
    found["supervisor covering"] = covering
    for role in WHO_BREAK_GLASS:
        opened = _glass(actor_of(staff.holders[role]), clients["glass"])
        found.setdefault(role, {})["opened"] = opened
        found[role].setdefault("crisis", crisis(actor_of(staff.holders[role]), clients["ended"]))
        found[role]["hold"] = devices.hold(staff.holders[role], clients["ended"])
    return found


def _papers(around: Around, staff: Staffing, clients: dict[str, UUID]) -> dict[str, dict[str, dict[str, Any]]]:
    """Notes by a supervisee, by somebody covered for, and one that its supervisor of then was asked to co-sign."""
    kit, lou = actor_of(staff.kit), actor_of(staff.lou)
    ada = SimpleNamespace(actor=actor_of(staff.holders["admin"]))
    asked = workforce.supervise(by=ada.actor, on=staff.ben, supervisor=staff.holders["supervisor"])
    asked_note = signed(around, clients["other"], actor_of(staff.ben))
    workforce.end_supervision(by=ada.actor, on=asked, ended_on=asked.began_on)
    asked_note_and_help = {"note": asked_note.pk, **alone(around, clients["other"], actor_of(staff.ben))}
    by_kit = {"note": signed(around, clients["supervisee"], kit).pk, "opened": _glass(kit, clients["other"])}
    by_lou = {"note": signed(around, clients["covered"], lou).pk, "opened": _glass(lou, clients["other"])}
    by_kit["hold"] = devices.hold(staff.kit, clients["supervisee"])
    by_lou["hold"] = devices.hold(staff.lou, clients["covered"])
    by_kit |= alone(around, clients["supervisee"], kit)
    by_lou |= alone(around, clients["covered"], lou)
    return {"theirs": {"*": by_kit}, "stood_in": {"*": by_lou}, "asked": {"supervisor": asked_note_and_help}}


def _glass(by: Any, client: UUID) -> UUID:
    reason = "The table of access needs it open."
    return people.break_glass(by=scenes.confirmed(by), on=client, reason=reason, hours=4).pk


def _leave(office: Any, staff: Staffing, client: UUID) -> None:
    for place in TeamPlace.objects.filter(client=client, staff__in=[*staff.holders.values(), staff.una]):
        people.end_place(by=office, on=place)


def _people(cast: Cast, staff: Staffing) -> dict[str, dict[str, dict[str, Any]]]:
    """Members of staff, letters, programs and sites."""
    letter = {role: _letter(holder) for role, holder in staff.holders.items()}
    line = agencies.add_on_call(by=actor_of(cast.staff["dev"]), on=cast.agency, name="On call", number="215 555 0100")
    here = {"programme": cast.programme.pk, "site": cast.site.pk, "on_call": line.pk}
    here |= shelved(actor_of(cast.staff["amara"]), cast.agency)
    here |= coming(actor_of(cast.staff["amara"]), cast.agency)
    return {
        "self": {role: {**staff.rows[holder], "letter": letter[role]} for role, holder in staff.holders.items()},
        "my_supervisee": {"*": {**staff.rows[staff.kit], "letter": _letter(staff.kit)}},
        "colleague": {"*": {**staff.rows[staff.ben], "letter": _letter(staff.ben)}},
        "here": {"*": here},
    }


def _parked() -> None:
    """A consequence that was given up, as the inbox of whoever keeps the house shows it."""
    entry = Entry.objects.filter(verb="people.admit").first()
    assert entry is not None
    ParkedReaction.objects.create(entry_id=entry.pk, reaction="reaction-that-failed", tries=5, fault="OSError")


def _letter(to: UUID) -> UUID:
    cause = uuid7()
    outbox.post(to=to, code="people.letter.glass", path="/glass/", cause=cause)
    return Letter.objects.get(cause_id=cause).pk


def _elsewhere(cast: Cast) -> dict[str, Any]:
    """The same shelves in the other agency."""
    olga, sam = (actor_of(Staff.objects.get(party__legal_given=given).pk) for given in ("Olga", "Sam"))
    programme = agencies.add_programme(
        by=olga, on=cast.elsewhere, name="Elsewhere", population="children", setting="school", payer="pa_medicaid",
        service_code="H2014",
    )  # fmt: skip
    site = agencies.add_site(
        by=olga, on=cast.elsewhere, name="Elsewhere", zone="America/New_York", place_of_service="03"
    )

    def hire(given: str, role: str, credential: str) -> UUID:
        person = {"given": given, "family": "Elsewhere", "credential": credential, "began_on": SINCE}
        found = workforce.hire(by=olga, on=cast.elsewhere, **person).pk
        workforce.give_role(by=olga, on=found, role=role, began_on=SINCE)
        return found

    worker, lead, stranger = hire("Wim", "tss", ""), hire("Lena", "supervisor", "LPC"), hire("Nora", "tss", "")
    workforce.supervise(by=olga, on=worker, supervisor=lead, began_on=SINCE)
    line = agencies.add_on_call(by=olga, on=cast.elsewhere, name="Elsewhere", number="215 555 0199")
    around = Around(cast.elsewhere, sam, sam, actor_of(worker), actor_of(lead), programme, site)
    client = taken_in(around, "Elsewhere", 90)
    return {
        **proposed(sam, gone(sam, sam, 91)), **furnished(around, client, 1),
        "opened": _glass(actor_of(stranger), client), "identifier": "ACCESS-90",
        **rows_of(olga, worker, stranger), "letter": _letter(worker), "programme": programme.pk, "site": site.pk,
        "on_call": line.pk, **shelved(sam, cast.elsewhere), **coming(sam, cast.elsewhere),
        "hold": devices.hold(worker, client),
    }  # fmt: skip


def _browser(agency: UUID, account_id: UUID, staff: UUID, *, confirmed: bool) -> str:
    account = Account.objects.get(pk=account_id)
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store["seat"] = {"agency": str(agency), "staff": str(staff)}
    if confirmed:
        store["confirmed_at"] = time.time()
    store.create()
    return str(store.session_key)
