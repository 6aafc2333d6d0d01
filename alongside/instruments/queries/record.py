"""A client's answers: what is due, what was answered, how the scores went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.documents.lookups import published_editions
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.instruments import lookups
from alongside.instruments.courses import Course, courses_of
from alongside.instruments.dues import Due, dues_of
from alongside.instruments.editions import years
from alongside.instruments.instrument import instruments
from alongside.instruments.lookups import AlarmFacts, AnsweringFacts, ScoreFacts
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Line:
    """One answering in the list, with its first score."""

    answering: AnsweringFacts
    by: str
    score: ScoreFacts | None
    mine: bool


@dataclass(frozen=True)
class Record:
    """The page. `main`: the first scale of each instrument; `more`: its other scales."""

    banner: Banner
    alarms: tuple[AlarmFacts, ...]
    main: tuple[Course, ...]
    more: tuple[Course, ...]
    lines: tuple[Line, ...]
    dues: tuple[tuple[Due, str], ...]
    sets: tuple[tuple[str, bool], ...]
    forms: tuple[tuple[str, str], ...]
    may_begin: bool
    may_ask: bool
    may_take_in: bool


@query("instruments.see", on="people.Client", fetch=("party",))
def see(*, by: Actor, on: Client) -> Record:
    """At most twenty statements, whatever was answered."""
    rows = lookups.answerings_of(on.pk)
    scores = lookups.scores_of(on.pk)
    dues = dues_of([on.pk])[on.pk]
    called = names({*(row.made_by for row in rows), *(due.staff_id for due in dues if due.staff_id)})
    courses = list(courses_of(scores, rows))
    may_ask = isinstance(ask(by, "instruments.ask", on), Capacity)
    return Record(
        banner=banner(on.pk), alarms=lookups.alarms_of([on.pk]),
        main=tuple(one for n, one in courses if n == 0), more=tuple(one for n, one in courses if n),
        lines=tuple(_lines(by, rows, scores, called)),
        dues=tuple((due, called.get(due.staff_id, "") if due.staff_id else "") for due in dues),
        sets=_sets(years(on.party.birth_date, today(by.zone))) if may_ask else (),
        forms=_forms() if may_ask else (),
        may_begin=isinstance(ask(by, "instruments.begin", on), Capacity), may_ask=may_ask,
        may_take_in=isinstance(ask(by, "instruments.take_in", on), Capacity),
    )  # fmt: skip


def _lines(
    by: Actor, rows: Sequence[AnsweringFacts], scores: Sequence[ScoreFacts], called: dict[UUID, str]
) -> Iterable[Line]:
    first: dict[UUID, ScoreFacts] = {}
    for score in scores:
        first.setdefault(score.answering, score)
    for row in rows:
        if row.state != "draft" or row.made_by == by.staff_id:
            yield Line(row, called.get(row.made_by, ""), first.get(row.id), row.made_by == by.staff_id)


def _forms() -> tuple[tuple[str, str], ...]:
    """What may be asked: every instrument, and every other form that is begun here today. One statement."""
    known = {key: one.title for key, one in instruments().items()}
    here = {line.key: line.title for line in published_editions() if line.key not in known}
    return tuple(sorted({**known, **here}.items(), key=lambda one: one[1].casefold()))


def _sets(age: int | None) -> tuple[tuple[str, bool], ...]:
    """Every set, those for this age first."""
    sets: list[dict[str, Any]] = reference.load("instrument_sets")["set"]
    fits = [(one["key"], age is not None and one["ages"][0] <= age <= one["ages"][1]) for one in sets]
    return tuple(sorted(fits, key=lambda one: not one[1]))
