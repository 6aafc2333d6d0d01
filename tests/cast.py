"""The cast: one small, named world. Rosa works with Theo; Imani supervises her; Omar is elsewhere, unseen."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from alongside.accounts.models import Account
from alongside.agencies.models import Programme, Site
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.parties.models import Party
from alongside.people.models import Client, Enrolment, TeamPlace
from alongside.workforce import lookups
from alongside.workforce.models import Role, Seat, Staff, Supervision

SINCE = date(2026, 1, 5)
ROLES = {
    "rosa": ("Rosa", "Delgado", "TSS", "tss"),
    "ben": ("Ben", "Ruiz", "TSS", "tss"),
    "imani": ("Imani", "Okafor", "LPC", "supervisor"),
    "hana": ("Hana", "Sato", "LCSW", "supervisor"),
    "dev": ("Dev", "Patel", "", "scheduler"),
    "nadia": ("Nadia", "Haddad", "RN", "nurse"),
    "quinn": ("Quinn", "Murphy", "", "quality"),
    "amara": ("Amara", "Nwosu", "", "director"),
    "ada": ("Ada", "Lind", "", "admin"),
}


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


def hire(who: str) -> tuple[Staff, Account]:
    given, family, credential, role = ROLES[who]
    party = Party.objects.create(legal_given=given, legal_family=family)
    staff = Staff.objects.create(party=party, credential=credential, began_on=SINCE)
    Role.objects.create(staff=staff, role=role, began_on=SINCE)
    account = Account.objects.create(email=f"{who}.{uuid4().hex[:8]}@example.test")
    Seat.objects.create(account=account, staff=staff)
    return staff, account


def admit(given: str, family: str, *, number: int, born: date, pronouns: str = "", language: str = "en") -> Client:
    party = Party.objects.create(
        legal_given=given, legal_family=family, birth_date=born, pronouns=pronouns, language=language
    )
    return Client.objects.create(
        party=party, identifier=f"C-{number}", quilt_pattern=number % 9 + 1, quilt_hue=number % 6 + 1, admitted_on=SINCE
    )


def build(ours: UUID, theirs: UUID) -> Cast:
    """Rosa and Theo with all who are around them: Ben left Theo's team; Ida is another's client (Hana's Ben)."""
    cast = Cast(ours, theirs)
    with inside(theirs):
        cast.omar = admit("Omar", "Saleh", number=1, born=date(2015, 2, 2))
    with inside(ours):
        for who in ROLES:
            staff, account = hire(who)
            cast.staff[who], cast.accounts[who] = staff.pk, account.pk
        for supervisor, supervisee in (("imani", "rosa"), ("hana", "ben")):
            Supervision.objects.create(
                supervisor_id=cast.staff[supervisor], supervisee_id=cast.staff[supervisee], began_on=SINCE
            )
        cast.programme = Programme.objects.create(
            name="School support", population="children", setting="school", payer="pa_medicaid", service_code="H2014"
        )
        cast.site = Site.objects.create(name="Willow Street School", zone="America/New_York", place_of_service="03")
        cast.theo = admit("Theodore", "Bell", number=2, born=date(2017, 3, 4), pronouns="he / him")
        cast.lucia = admit("Lucía", "Fernández", number=3, born=date(2011, 7, 9), pronouns="she / her", language="es")
        cast.ida = admit("Ida", "Moss", number=4, born=date(1944, 1, 30))
        for client in (cast.theo, cast.lucia, cast.ida):
            Enrolment.objects.create(client=client, programme=cast.programme, began_on=SINCE)
        for client, who, ended in (
            (cast.theo, "rosa", None),
            (cast.lucia, "rosa", None),
            (cast.theo, "ben", date(2026, 3, 1)),
            (cast.ida, "ben", None),
        ):
            TeamPlace.objects.create(client=client, staff_id=cast.staff[who], began_on=SINCE, ended_on=ended)
    return cast


def morning() -> datetime:
    """Three hours ago, to the second: the time of a visit that has just happened."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)
