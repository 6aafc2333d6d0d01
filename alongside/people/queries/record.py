"""A client's record: the card for forms, the people and programs around them, and what matters in their care."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.parties.models import FormerName
from alongside.people.banner import Banner, banner
from alongside.people.contacts import ContactLine, contacts_of
from alongside.people.models import Alert, Client, Enrolment, Residence, TeamPlace
from alongside.people.rules import codes_of, in_force


@dataclass(frozen=True)
class Around:
    """Something dated around a client: a place on the team, a program, a home, an alert. `note`: part, share, kind."""

    id: UUID
    name: str
    note: str
    began_on: date
    ended_on: date | None
    over: bool
    about: UUID | None = None
    text: str = ""
    confidential: bool = False

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None


@dataclass(frozen=True)
class Known:
    """Who a client is and who is around them: for the office as well as for those who care."""

    banner: Banner
    given: str
    family: str
    preferred: str
    born: date | None
    died: date | None
    language: str
    language_name: str
    interpreter: bool
    admitted_on: date
    discharged_on: date | None
    former_names: tuple[str, ...]
    alerts: tuple[Around, ...]
    contacts: tuple[ContactLine, ...]
    homes: tuple[Around, ...]
    team: tuple[Around, ...]
    programs: tuple[Around, ...]


@dataclass(frozen=True)
class Care:
    """What matters in a client's care."""

    strengths: str
    matters: str
    own_words: str
    culture: str
    diagnosis: tuple[str, ...]


@query("people.card", on="people.Client")
def card(*, by: Actor, on: Client) -> Banner:
    """The banner alone, for a form about one client. One statement."""
    return banner(on.pk)


@query("people.know", on="people.Client", fetch=("party",))
def know(*, by: Actor, on: Client) -> Known:
    """Who a client is and who is around them. Eleven statements at most. Sealed names are never shown."""
    day, party = today(by.zone), on.party
    former = FormerName.objects.filter(party=party, sealed=False).order_by("-until", "id")
    return Known(
        banner=banner(on.pk), given=party.legal_given, family=party.legal_family, preferred=party.preferred_name,
        born=party.birth_date, died=party.died_on, language=party.language,
        language_name=reference.load("languages")["language"].get(party.language, party.language),
        interpreter=party.interpreter, admitted_on=on.admitted_on, discharged_on=on.discharged_on,
        former_names=tuple(f"{name.given} {name.family}".strip() for name in former),
        alerts=_alerts(on, day), contacts=contacts_of(on, day), homes=_homes(on, day), team=_team(on, day),
        programs=_programs(on, day),
    )  # fmt: skip


@query("people.see", on="people.Client")
def see(*, by: Actor, on: Client) -> Care:
    """Strengths, what matters, the client's own words, culture and diagnosis. No statement of its own."""
    return Care(on.strengths, on.matters, on.own_words, on.culture, tuple(codes_of(on.diagnosis)))


@query("people.knock", on="people.Client")
def knock(*, by: Actor, on: Client) -> UUID:
    """That there is such a client, for somebody about to break the glass: nothing of the record."""
    return on.pk


def _alerts(client: Client, day: date) -> tuple[Around, ...]:
    rows = Alert.objects.filter(client=client)
    return _ordered(_around(row, row.text, row.kind, day, text=row.icon) for row in rows)


def _homes(client: Client, day: date) -> tuple[Around, ...]:
    rows = Residence.objects.filter(client=client).select_related("household")
    return _ordered(
        _around(row, row.household.name, row.share, day, about=row.household_id, text=row.household.address,
                confidential=row.household.confidential)
        for row in rows
    )  # fmt: skip


def _team(client: Client, day: date) -> tuple[Around, ...]:
    rows = TeamPlace.objects.filter(client=client).select_related("staff__party")
    return _ordered(
        _around(row, row.staff.party.name, row.part, day, about=row.staff_id, text=row.staff.credential) for row in rows
    )


def _programs(client: Client, day: date) -> tuple[Around, ...]:
    rows = Enrolment.objects.filter(client=client).select_related("programme")
    return _ordered(_around(row, row.programme.name, "", day, about=row.programme_id) for row in rows)


def _around(row: Any, name: str, note: str, day: date, **more: Any) -> Around:
    over = not in_force(row, day) and row.began_on <= day
    return Around(row.pk, name, note, row.began_on, row.ended_on, over, **more)


def _ordered(lines: Iterable[Around]) -> tuple[Around, ...]:
    """What holds or is to come before what is over; the newest first."""
    return tuple(sorted(lines, key=lambda line: (line.over, -line.began_on.toordinal(), line.name)))
