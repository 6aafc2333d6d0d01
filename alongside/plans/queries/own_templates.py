"""Templates of an agency's own at work: one of them beside what it began as, and for whom one may be used."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation.doing import query
from alongside.foundation.errors import No
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.lines import COLUMNS, Line
from alongside.people.visible import NEAR, bounds
from alongside.plans import known, shelf
from alongside.plans.models import OwnDecision, OwnEdition
from alongside.plans.rules import own_templates, templates
from alongside.plans.rules.templates import PlanTemplate

CLIENTS = f"""
select {COLUMNS} from people_client c join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
where c.discharged_on is null and c.id in ({NEAR}) order by p.legal_family, p.legal_given, c.id limit 500
"""


@dataclass(frozen=True)
class Decision:
    """What somebody decided on an edition, printed as they were then."""

    kind: str
    by: str
    at: datetime
    remark: str


@dataclass(frozen=True)
class AtWork:
    """An edition of one's own beside what it began as. `lacking`: places without a text; `no`: why not to agree."""

    id: UUID
    one: PlanTemplate
    number: int
    author: str
    began_at: datetime
    base: PlanTemplate | None
    base_key: str
    decisions: tuple[Decision, ...]
    lacking: tuple[str, ...]
    parts: tuple[str, ...]
    may_word: bool
    may_retire: bool
    no: No | None

    @property
    def open(self) -> bool:
        return not self.decisions

    @property
    def in_use(self) -> bool:
        return [one.kind for one in self.decisions] == ["agreed"]

    @property
    def basis(self) -> str:
        return templates.basis_of(self.one)


@query("plans.see_template", on="plans.OwnEdition", fetch=("template", "made_by__party"))
def template_at_work(*, by: Actor, on: OwnEdition) -> AtWork:
    """One edition, decided on or not. Seven statements at most."""
    one = shelf.own(on)
    base = shelf.base_of(on, on=today(by.zone))
    answer = ask(by, "plans.agree_template", on)
    return AtWork(
        id=on.pk, one=one, number=on.number, author=on.made_by.party.name, began_at=on.at, base=base,
        base_key=on.base_key, decisions=tuple(_decisions(on)),
        lacking=tuple(fault.place for fault in own_templates.lacking(one)),
        parts=tuple(known.part_keys("behaviour")),
        may_word=isinstance(ask(by, "plans.word_template", on), Capacity),
        may_retire=isinstance(ask(by, "plans.retire_template", on), Capacity),
        no=answer if isinstance(answer, No) else None,
    )  # fmt: skip


@query("plans.use_template", on="workforce.Staff")
def use_template(*, by: Actor, on: Any) -> tuple[Line, ...]:
    """The clients for whom one may begin a draft from a template, by name. One statement."""
    values = bounds(by, "plans.skeleton", today(by.zone))[1]
    with connection.cursor() as cursor:
        cursor.execute(CLIENTS, values)
        return tuple(Line(*row) for row in cursor.fetchall())


def _decisions(edition: OwnEdition) -> list[Decision]:
    rows = OwnDecision.objects.filter(edition=edition).order_by("at")
    return [Decision(row.kind, row.decided_as, row.at, row.remark) for row in rows]
