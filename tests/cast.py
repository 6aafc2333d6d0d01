"""The cast: one small, named world, made by actions only. Rosa works with Theo; Imani supervises her; Omar is
elsewhere, unseen.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.test import Client as Browser

from alongside.accounts.models import Account, SignedIn
from alongside.agencies import actions as agencies
from alongside.agencies.models import Programme, Site
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.people.models import Client
from alongside.workforce import actions as workforce
from alongside.workforce import lookups
from alongside.workforce.founding import found

SINCE = date(2026, 1, 5)
ROLES = {
    "ada": ("Ada", "Lind", "", "admin"),
    "rosa": ("Rosa", "Delgado", "TSS", "tss"),
    "ben": ("Ben", "Ruiz", "TSS", "tss"),
    "imani": ("Imani", "Okafor", "LPC", "supervisor"),
    "hana": ("Hana", "Sato", "LCSW", "supervisor"),
    "dev": ("Dev", "Patel", "", "scheduler"),
    "nadia": ("Nadia", "Haddad", "RN", "nurse"),
    "quinn": ("Quinn", "Murphy", "", "quality"),
    "amara": ("Amara", "Nwosu", "", "director"),
}
CLIENTS = {
    "theo": {"given": "Theodore", "family": "Bell", "identifier": "C-2", "born": date(2017, 3, 4),
             "pronouns": "he / him"},
    "lucia": {"given": "Lucía", "family": "Fernández", "identifier": "C-3", "born": date(2011, 7, 9),
              "pronouns": "she / her", "language": "es"},
    "ida": {"given": "Ida", "family": "Moss", "identifier": "C-4", "born": date(1944, 1, 30)},
}  # fmt: skip
PLACES = (("theo", "rosa", None), ("lucia", "rosa", None), ("theo", "ben", date(2026, 3, 1)), ("ida", "ben", None))


@dataclass(frozen=True)
class Ids:
    """The cast as ids: what a session's tests share, while each test reads its own rows."""

    agency: UUID
    elsewhere: UUID
    staff: dict[str, UUID]
    accounts: dict[str, UUID]
    clients: dict[str, UUID]
    programme: UUID
    site: UUID


@dataclass(frozen=True)
class Peopled:
    """A database with the cast in it."""

    name: str
    ids: Ids
    cast: "Cast"


@dataclass
class Cast:
    agency: UUID
    elsewhere: UUID
    staff: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, UUID] = field(default_factory=dict)
    programme: Any = None
    site: Any = None
    theo: Any = None
    lucia: Any = None
    ida: Any = None
    omar: Any = None
    walter: UUID | None = None
    sessions: dict[str, str] = field(default_factory=dict)
    signed_in_at: datetime = datetime.min.replace(tzinfo=UTC)

    def __getattr__(self, name: str) -> Actor:
        """`cast.rosa` is the actor Rosa is right now (inside her agency's wall)."""
        if name not in ROLES:
            raise AttributeError(name)
        actor = lookups.actor(self.staff[name])
        assert actor is not None, f"{name} has ended"
        return actor


def add_agencies(cursor: Any) -> tuple[UUID, UUID]:
    """Agencies are made by the owner (the command line), never by the application's role."""
    ours, theirs = uuid7(), uuid7()
    for agency, name in ((ours, "Harbor Family Services"), (theirs, "Elsewhere")):
        cursor.execute(
            "insert into agencies_agency (id, name, is_demo, zone, jurisdiction) values (%s, %s, true, %s, 'US-PA')",
            [agency, name, "America/New_York"],
        )
    return ours, theirs


def build(ours: UUID, theirs: UUID) -> Cast:
    """Rosa and Theo with all who are around them: Ben left Theo's team; Ida is another's client (Hana's Ben)."""
    return read(make(ours, theirs))


def make(ours: UUID, theirs: UUID) -> Ids:
    """Carry out everything that makes the cast, in both agencies."""
    with inside(theirs):
        omar = _omar(theirs)
    with inside(ours):
        staff, accounts = _employ(ours)
        ada, dev = actor_of(staff["ada"]), actor_of(staff["dev"])
        programme, site = _places(ada, ours)
        clients = {
            name: people.admit(by=dev, on=ours, programme=programme.pk, admitted_on=SINCE, **person).pk
            for name, person in CLIENTS.items()
        }
        for client, who, ended in PLACES:
            place = people.place_on_team(by=dev, on=clients[client], staff=staff[who], began_on=SINCE)
            if ended:
                people.end_place(by=dev, on=place, ended_on=ended)
    return Ids(ours, theirs, staff, accounts, {**clients, "omar": omar.pk}, programme.pk, site.pk)


def read(ids: Ids) -> Cast:
    """The cast with its rows, read anew."""
    cast = Cast(ids.agency, ids.elsewhere, dict(ids.staff), dict(ids.accounts))
    with inside(ids.elsewhere):
        cast.omar = _client(ids.clients["omar"])
    with inside(ids.agency):
        cast.programme, cast.site = Programme.objects.get(pk=ids.programme), Site.objects.get(pk=ids.site)
        cast.theo, cast.lucia, cast.ida = (_client(ids.clients[name]) for name in CLIENTS)
    return cast


def signed_in(cast: Cast) -> Cast:
    """Everybody of the cast on her seat in a browser of her own: `sessions` has what each one's cookie holds."""
    cast.sessions = {who: sign_in(cast, who) for who in cast.accounts}
    cast.signed_in_at = datetime.now(UTC)
    return cast


def browser_of(cast: Cast, who: str) -> Browser:
    """A browser that is signed in as one of the cast, anew where the test has moved the clock or it was signed out."""
    browser, moved, key = Browser(), abs(datetime.now(UTC) - cast.signed_in_at), cast.sessions[who]
    # Seen just now, or the first page would write it down.
    there = SignedIn.objects.filter(pk=key).update(seen_at=datetime.now(UTC))
    if moved > timedelta(minutes=15) or not there:
        key = sign_in(cast, who)
    browser.cookies[settings.SESSION_COOKIE_NAME] = key
    return browser


def sign_in(cast: Cast, who: str) -> str:
    """The key of a new session."""
    browser = Browser()
    browser.force_login(Account.objects.get(pk=cast.accounts[who]))
    session = browser.session
    session["seat"] = {"agency": str(cast.agency), "staff": str(cast.staff[who])}
    session.save()
    key: str = session.session_key
    return key


def actor_of(staff: UUID) -> Actor:
    """The actor a member of staff is right now."""
    actor = lookups.actor(staff)
    assert actor is not None
    return actor


def morning() -> datetime:
    """Three hours ago, to the second: the time of a visit that has just happened."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)


def _omar(agency: UUID) -> Client:
    admin = actor_of(found(given="Olga", family="Stone", began_on=SINCE).pk)
    sam = workforce.hire(by=admin, on=agency, given="Sam", family="Reed", began_on=SINCE)
    workforce.give_role(by=admin, on=sam, role="director", began_on=SINCE)
    person = {"given": "Omar", "family": "Saleh", "identifier": "C-1", "born": date(2015, 2, 2)}
    return people.admit(by=actor_of(sam.pk), on=agency, admitted_on=SINCE, **person)


def _client(id: UUID) -> Client:
    return Client.objects.select_related("party").get(pk=id)


def _employ(agency: UUID) -> tuple[dict[str, UUID], dict[str, UUID]]:
    accounts = {who: Account.objects.create(email=f"{who}.{uuid4().hex[:8]}@example.test").pk for who in ROLES}
    given, family, credential, _ = ROLES["ada"]
    staff = {"ada": found(given=given, family=family, account_id=accounts["ada"], began_on=SINCE).pk}
    ada = actor_of(staff["ada"])
    for who, (given, family, credential, role) in ROLES.items():
        if who == "ada":
            continue
        hired = workforce.hire(by=ada, on=agency, given=given, family=family, credential=credential, began_on=SINCE)
        workforce.give_role(by=ada, on=hired, role=role, began_on=SINCE)
        workforce.seat(by=ada, on=hired, account_id=accounts[who])
        staff[who] = hired.pk
    for supervisor, supervisee in (("imani", "rosa"), ("hana", "ben")):
        workforce.supervise(by=ada, on=staff[supervisee], supervisor=staff[supervisor], began_on=SINCE)
    return staff, accounts


def _places(by: Actor, agency: UUID) -> tuple[Programme, Site]:
    programme = agencies.add_programme(
        by=by, on=agency, name="School support", population="children", setting="school", payer="pa_medicaid",
        service_code="H2014",
    )  # fmt: skip
    site = agencies.add_site(
        by=by, on=agency, name="Willow Street School", zone="America/New_York", place_of_service="03"
    )
    return programme, site
