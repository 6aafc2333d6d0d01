"""A client's assessments, one with all its evidence, and its decision to write or sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.assessments.gathering import Gathered, gather
from alongside.assessments.lookups.decided import Decided, signed
from alongside.assessments.models import About, Analysis, Assessment, Closing
from alongside.assessments.policy import licensed
from alongside.assessments.rules import decision as rules
from alongside.assessments.wording import prefilled
from alongside.documents import lookups as documents
from alongside.documents.models import Draft, Version
from alongside.foundation.doing import query
from alongside.foundation.errors import Fault, No
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people import lookups as people
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts, TemplateFacts
from alongside.workforce import lookups as workforce


@dataclass(frozen=True)
class Row:
    """An assessment in a list. `state`: open, signed, rewritten (signed, with a newer draft) or closed."""

    id: UUID
    targets: tuple[str, ...]
    question: str
    began_on: date
    until: date
    opened_at: datetime
    opened_by: str
    state: str
    function: str


@dataclass(frozen=True)
class AnalysisRow:
    """A structured analysis in a list."""

    id: UUID
    kind: str
    title: str
    opened_at: datetime


@dataclass(frozen=True)
class Listed:
    """Everything on why a client does things, and what the reader may do."""

    client_id: UUID
    rows: tuple[Row, ...]
    analyses: tuple[AnalysisRow, ...]
    targets: tuple[TargetFacts, ...]
    may_open: bool
    may_arrange: bool
    may_interview: bool


@dataclass(frozen=True)
class Shown:
    """One assessment: what the records say, what was decided, what may be done."""

    row: Row
    client_id: UUID
    found: Gathered
    decided: tuple[Decided, ...]
    closed: str
    at_work: bool
    may_write: bool
    may_move: bool
    may_close: bool
    may_sign: bool
    may_print: bool
    templates: tuple[TemplateFacts, ...]


@dataclass(frozen=True)
class Written:
    """The decision at work: what was saved, what it begins with, and what a signature still needs."""

    row: Row
    client_id: UUID
    decision: rules.Decision
    suggested: rules.Decision
    fresh: bool
    saved: int
    next: int
    missing: tuple[Fault, ...]
    no_license: No | None
    may_sign: bool


@query("assessments.list", on="people.Client")
def list_(*, by: Actor, on: Client) -> Listed:
    """Newest first."""
    targets = plans.targets_of(on.pk, also_ended=True)
    rows = _rows_of(list(Assessment.objects.filter(client=on).order_by("-opened_at")))
    found = Analysis.objects.filter(client=on).order_by("-opened_at")
    analyses = tuple(AnalysisRow(one.pk, one.kind, one.title, one.opened_at) for one in found)
    may = (
        isinstance(ask(by, verb, on), Capacity)
        for verb in ("assessments.open", "assessments.arrange", "assessments.interview")
    )
    return Listed(on.pk, tuple(rows), analyses, targets, *may)


@query("assessments.see", on="assessments.Assessment")
def see(*, by: Actor, on: Assessment) -> Shown:
    """With all its evidence; a bounded number of statements however long the record is."""
    return _shown(by, on)


@query("assessments.print", on="assessments.Assessment")
def on_paper(*, by: Actor, on: Assessment) -> Shown:
    """The same to be printed: asked and written down by itself, for paper leaves the house."""
    return _shown(by, on)


@query("assessments.write", on="assessments.Assessment")
def write(*, by: Actor, on: Assessment) -> Written | None:
    """The decision to write; None where nothing is at work."""
    return _at_work(by, on)


@query("assessments.ready", on="assessments.Assessment")
def ready(*, by: Actor, on: Assessment) -> Written | None:
    """The decision as it would be signed; None where nothing is at work."""
    return _at_work(by, on)


def _shown(by: Actor, on: Assessment) -> Shown:
    found, row = gather(on), _row_of(on)
    ids = tuple(target.id for target in found.targets)
    decided = tuple(signed(version, on, ids) for version in reversed(documents.versions(on.document_id)))
    closing = Closing.objects.filter(assessment=on).values_list("reason", flat=True).first() or ""
    able = [
        isinstance(ask(by, f"assessments.{verb}", on), Capacity)
        for verb in ("save", "move", "close", "redraft", "print")
    ]
    write_, move, close, redraft, print_ = able
    return Shown(
        row, on.client_id, found, decided, closing, row.state in ("open", "rewritten"),
        may_write=write_, may_move=move and not closing, may_close=close and row.state == "open", may_sign=redraft,
        may_print=print_, templates=_templates(by, on, decided),
    )  # fmt: skip


def _row_of(one: Assessment) -> Row:
    """An assessment as a line. Five statements."""
    return _rows_of([one])[0]


def _rows_of(found: Sequence[Assessment]) -> list[Row]:
    """Assessments as lines. Five statements, however many they are."""
    papers = [one.document_id for one in found]
    names: dict[UUID, list[str]] = {}
    about = About.objects.filter(assessment__in=[one.pk for one in found]).order_by("-first", "id")
    for assessment, name in about.values_list("assessment_id", "target__name"):
        names.setdefault(assessment, []).append(name)
    drafts = set(Draft.objects.filter(document__in=papers).values_list("document_id", flat=True))
    versions = Version.objects.filter(document__in=papers).order_by("number").values_list("document_id", "body")
    last, people = dict(versions), workforce.names(one.opened_by_id for one in found)
    closed = set(
        Closing.objects.filter(assessment__in=[one.pk for one in found]).values_list("assessment_id", flat=True)
    )
    return [
        Row(
            one.pk, tuple(names.get(one.pk, ())), one.question, one.began_on, one.until, one.opened_at,
            people[one.opened_by_id],
            "closed" if one.pk in closed else _state(one.document_id in drafts, one.document_id in last),
            rules.read(last[one.document_id]).function if one.document_id in last else "",
        )
        for one in found
    ]  # fmt: skip


def _state(at_work: bool, signed_once: bool) -> str:
    return "rewritten" if at_work and signed_once else "open" if at_work else "signed"


def _templates(by: Actor, on: Assessment, decided: tuple[Decided, ...]) -> tuple[TemplateFacts, ...]:
    """Plan templates for whoever may begin a plan from what was decided: its function first, then the client's age."""
    may = all(isinstance(ask(by, verb, on.client), Capacity) for verb in ("assessments.plan", "plans.skeleton"))
    if not decided or not may:
        return ()
    band = plans.band_of(people.banner(on.client_id).age)
    found = plans.plan_templates(on=today(by.zone))
    return tuple(sorted(found, key=lambda one: (one.function != decided[0].function, one.band != band, one.key)))


def _at_work(by: Actor, on: Assessment) -> Written | None:
    paper, row = documents.at_work(on.document_id), _row_of(on)
    if paper is None or row.state == "closed":
        return None
    decision, fresh = rules.read(paper.body), not paper.body
    may_sign = isinstance(ask(by, "assessments.redraft", on), Capacity)
    return Written(
        row, on.client_id, decision, prefilled(gather(on)), fresh, paper.saved, paper.next,
        tuple(rules.missing(decision)), licensed(by, on), may_sign,
    )  # fmt: skip
