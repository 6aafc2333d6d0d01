"""What stands on every page and form of one client: who it is, and what must be known before beginning."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation.errors import NotHere
from alongside.foundation.messages import say
from alongside.parties.alike import names_alike
from alongside.parties.lookups import called
from alongside.parties.names import called_by
from alongside.people.rules import years

STATEMENT = """
with here as (select (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid)
select c.id, c.identifier, c.quilt_pattern, c.quilt_hue, here.today,
       p.preferred_name, p.legal_given, p.legal_family, p.pronouns, p.birth_date,
       coalesce((select json_agg(json_build_array(a.kind, a.icon, a.text) order by a.kind, a.began_on, a.id)
          from people_alert a where a.client_id = c.id and a.began_on <= here.today
           and (a.ended_on is null or a.ended_on > here.today)), '[]'),
       coalesce((select json_agg(distinct jsonb_build_array(
                    coalesce(nullif(q.preferred_name, ''), q.legal_given), q.legal_family))
          from people_teamplace mine
          join people_teamplace theirs on theirs.agency_id = mine.agency_id and theirs.staff_id = mine.staff_id
          join people_client m on m.agency_id = theirs.agency_id and m.id = theirs.client_id
          join parties_party q on q.agency_id = m.agency_id and q.id = m.party_id
         where mine.agency_id = c.agency_id and mine.client_id = c.id and theirs.client_id <> c.id
           and mine.began_on <= here.today and (mine.ended_on is null or mine.ended_on > here.today)
           and theirs.began_on <= here.today and (theirs.ended_on is null or theirs.ended_on > here.today)), '[]')
from people_client c join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id, here
where c.id = %s
"""


@dataclass(frozen=True)
class BannerAlert:
    """An alert in force. All kinds but "warn" are grave; `text` is for a desk, a phone says only how many."""

    kind: str
    icon: str
    text: str

    @property
    def grave(self) -> bool:
        return self.kind != "warn"


@dataclass(frozen=True)
class Banner:
    """A client as every page shows them: preferred name, age in years, quilt mark, alerts in force today."""

    id: UUID
    name: str
    given: str
    family: str
    pronouns: str
    born: date | None
    age: int | None
    pattern: int
    hue: int
    alerts: tuple[BannerAlert, ...]
    identifier: str
    also_says: str = ""

    @property
    def mark(self) -> "Banner":
        """What the kit draws the quilt block of: anything with a pattern and a hue."""
        return self

    @property
    def also(self) -> bool:
        return bool(self.also_says)


def banner(client_id: UUID | str) -> Banner:
    """The banner of one client. One statement. Raises NotHere, also for another agency's client."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, [client_id])
        row = cursor.fetchone()
    if row is None:
        raise NotHere("people.Client")
    return _made(*row)


def _made(
    id: UUID, identifier: str, pattern: int, hue: int, today: date, preferred: str, legal_given: str,
    family: str, pronouns: str, born: date | None, alerts: list[Any], mates: list[Any],
) -> Banner:  # fmt: skip
    name = preferred or legal_given
    this = called(name, family)
    alike = any(names_alike(this, called(given, last)) for given, last in mates)
    return Banner(
        id=id, name=name if " " in name or not family else f"{name} {family}", given=called_by(name),
        family=family, pronouns=pronouns, born=born, age=years(born, today) if born else None,
        pattern=pattern, hue=hue, alerts=tuple(BannerAlert(*alert) for alert in alerts), identifier=identifier,
        also_says=say("people.banner.alike") if alike else "",
    )  # fmt: skip
