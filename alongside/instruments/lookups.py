"""What other apps ask about answers: what was taken, what it came to, what is due, what waits to be looked after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Subquery

from alongside.documents.models import Version
from alongside.foundation.errors import NotHere
from alongside.instruments.models import COUNTS, Alarm, AlarmAnswer, Answer, Answering, Score


@dataclass(frozen=True)
class AnsweringFacts:
    """One answering. `instrument` is "" for a form that is no instrument; `edition` None where results are entered."""

    id: UUID
    client_id: UUID
    document_id: UUID
    edition: UUID | None
    form: str
    instrument: str
    title: str
    respondent: str
    answered_by: str
    taken_on: date
    taken_from: str
    session_id: UUID | None
    made_by: UUID
    state: str
    state_at: datetime


@dataclass(frozen=True)
class ScoreFacts:
    """What one scale came to, of the newest version. `total` None: too much was left out."""

    answering: UUID
    instrument: str
    edition: str
    scale: str
    name: str
    code: str
    total: Decimal | None
    band: str
    positive: bool | None
    firm: bool
    entered: bool
    left_out: tuple[str, ...]
    filled: tuple[str, ...]
    respondent: str
    taken_on: date


@dataclass(frozen=True)
class AlarmFacts:
    """What an answer opened. `answered_at` None while nobody said what was done.

    `steps`, `numbers`: what follows in the agency's own words (`following.followed`); () for the product's.
    """

    id: UUID
    answering: UUID
    client_id: UUID
    title: str
    path: str
    grave: bool
    because: tuple[str, ...]
    at: datetime
    answered_at: datetime | None
    answered_by: UUID | None
    words: str
    steps: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


def answering(answering_id: UUID) -> AnsweringFacts:
    """One answering. One statement. Raises NotHere."""
    row = Answering.objects.filter(pk=answering_id).first()
    if row is None:
        raise NotHere("instruments.Answering")
    return _facts(row)


def answerings_of(client_id: UUID, *, most: int = 200) -> tuple[AnsweringFacts, ...]:
    """Everything answered about a client, drafts and what does not count too; the newest first. One statement."""
    rows = Answering.objects.filter(client=client_id).order_by("-taken_on", "-id")
    return tuple(_facts(row) for row in rows[:most])


def drafts_of(staff_id: UUID) -> tuple[AnsweringFacts, ...]:
    """What somebody began and has not signed; the oldest first. One statement."""
    return tuple(_facts(row) for row in Answering.objects.filter(made_by=staff_id, state="draft").order_by("made_at"))


def scores_of(client_id: UUID, *, instrument: str = "") -> tuple[ScoreFacts, ...]:
    """Every score that counts, by the newest version of each answering; the oldest first. One statement."""
    rows = _counting().filter(client=client_id)
    rows = rows.filter(instrument=instrument) if instrument else rows
    return tuple(_score(row) for row in rows.order_by("taken_on", "answering", "number"))


def scores_of_answering(answering_id: UUID) -> tuple[ScoreFacts, ...]:
    """The scores of one answering's newest version, in the order of its scales. One statement."""
    return tuple(_score(row) for row in _newest().filter(answering=answering_id).order_by("number"))


def answers_of(answering_id: UUID) -> dict[str, tuple[dict[str, object], ...]]:
    """Link id -> its answers (value[x] of FHIR) of the newest version. One statement."""
    rows = Answer.objects.filter(answering=answering_id, version=Subquery(_top("answering__document")))
    found: dict[str, list[dict[str, object]]] = {}
    for row in rows.order_by("number"):
        found.setdefault(row.link, []).append(row.value)
    return {link: tuple(values) for link, values in found.items()}


def alarms_of(client_ids: Iterable[UUID], *, also_answered: bool = False) -> tuple[AlarmFacts, ...]:
    """What answers opened, of answerings that count; those that wait alone unless said. One statement."""
    rows = _alarms().filter(client__in=list(client_ids)).exclude(answering__state="void")
    rows = rows if also_answered else rows.filter(waits=True)
    return tuple(_alarm(row) for row in rows.order_by("-at"))


def alarms_in(answering_id: UUID) -> tuple[AlarmFacts, ...]:
    """What this answering opened. One statement."""
    return tuple(_alarm(row) for row in _alarms().filter(answering=answering_id).order_by("at"))


def answering_of_alarm(alarm_id: UUID) -> UUID:
    """The answering that an alarm is of. One statement. Raises NotHere."""
    found = Alarm.objects.filter(pk=alarm_id).values_list("answering_id", flat=True).first()
    if found is None:
        raise NotHere("instruments.Alarm")
    return found


def _top(document: str) -> Any:
    newest = Version.objects.filter(document=OuterRef(document)).order_by("-number")
    return newest.values("pk")[:1]


def _newest() -> Any:
    return Score.objects.filter(version=Subquery(_top("answering__document")))


def _counting() -> Any:
    return _newest().filter(answering__state__in=COUNTS)


def _alarms() -> Any:
    answer = AlarmAnswer.objects.filter(alarm=OuterRef("pk"))
    return Alarm.objects.annotate(
        waits=~Exists(answer), title=F("answering__title"), answered_at=Subquery(answer.values("at")),
        answered_by=Subquery(answer.values("staff_id")), words=Subquery(answer.values("words")),
    )  # fmt: skip


def _facts(row: Answering) -> AnsweringFacts:
    return AnsweringFacts(
        row.pk, row.client_id, row.document_id, row.edition_id, row.form, row.instrument, row.title, row.respondent,
        row.answered_by, row.taken_on, row.taken_from, row.session_id, row.made_by_id, row.state, row.state_at,
    )  # fmt: skip


def _score(row: Score) -> ScoreFacts:
    return ScoreFacts(
        row.answering_id, row.instrument, row.edition, row.scale, row.name, row.code, row.total, row.band,
        row.positive, row.firm, row.entered, tuple(row.left_out), tuple(row.filled), row.respondent, row.taken_on,
    )  # fmt: skip


def _alarm(row: Any) -> AlarmFacts:
    return AlarmFacts(
        row.pk, row.answering_id, row.client_id, row.title, row.path, row.grave, tuple(row.because), row.at,
        row.answered_at, row.answered_by, row.words or "",
    )  # fmt: skip
