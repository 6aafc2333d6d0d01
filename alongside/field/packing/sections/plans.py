"""What the behavior plan in force says, part by part: `card/1`, `targets/1`, `strategies/1`, `cover/1`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from alongside.field.packing.caseload import Caseload
from alongside.field.packing.sections.alerts import alerts
from alongside.people.models import Client
from alongside.plans import covering, reading
from alongside.plans.lookups import TargetFacts, targets_of_all
from alongside.plans.models import CardLine, CrisisStep, Part, PlanVersion, Reading, Strategy
from alongside.plans.rules.cover import Known
from alongside.plans.rules.texts import STAGES, Crisis, Step, Strategies

Line = tuple[str, str, str]
Lines = dict[UUID, list[Line]]


def card(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """The card by stage, with what is new since this reader last read it. Two statements."""
    versions = in_force(load, clients)
    lines = _lines([id for version in versions for id in (version.pk, _known(version)) if id])
    for version in versions:
        new = set() if version.is_read else _new(version, lines)
        yield version.client_id, {
            "version": version.pk, "number": version.number, "by": version.published_as,
            "begins_at": version.begins_at, "why": version.why or "", "is_read": version.is_read is not None,
            "stages": [
                {"key": stage, "lines": [_line(line, new) for line in lines[version.pk] if line[0] == stage]}
                for stage in STAGES if any(line[0] == stage for line in lines[version.pk])
            ],
        }  # fmt: skip


def targets(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """What is recorded, pinned first."""
    measured = load.once(_measured)
    for client in clients:
        yield client.pk, {
            "targets": [
                {
                    "id": t.id, "name": t.name, "screen_name": t.screen_name, "kind": t.kind, "measure": t.measure,
                    "settings": dict(t.settings), "pinned": t.pinned, "definition": t.definition,
                    "examples": t.examples, "non_examples": t.non_examples,
                }
                for t in measured.get(client.pk, ())
            ]
        }  # fmt: skip


def strategies(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Two statements."""
    used = load.once(_strategies)
    for client in clients:
        rows = used.get(client.pk, [])
        yield client.pk, {"strategies": [{"id": row.pk, "moment": row.moment, "text": row.text} for row in rows]}


def cover(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """A brief with questions, for clients whom this person never met."""
    new = [client for client in clients if client.pk not in load.met]
    for client, known in _known_of(load, new):
        yield (
            client.pk,
            {
                "brief": list(covering.brief(known)),
                "questions": [
                    {"question": one.question, "choices": list(one.choices), "answer": one.answer}
                    for one in covering.questions(known)
                ],
            },
        )


def in_force(load: Caseload, clients: Sequence[Client]) -> list[Any]:
    """Behavior plans of these clients, with the reader's own reading and the version to tell new lines from."""
    asked = {client.pk for client in clients}
    return [version for version in load.once(_in_force) if version.client_id in asked]


def _in_force(load: Caseload) -> list[Any]:
    """One statement."""
    mine = Reading.objects.filter(staff_id=load.by.staff_id)
    before = PlanVersion.objects.filter(
        plan=OuterRef("plan"), published_at__isnull=False, number__lt=OuterRef("number")
    )
    rows = PlanVersion.objects.filter(
        client__in=load.clients, plan__kind="behaviour", published_at__isnull=False, ended_at__isnull=True
    )
    return list(
        rows.annotate(
            is_read=Subquery(mine.filter(version=OuterRef("pk")).values("id")[:1]),
            last_read=Subquery(mine.filter(version__plan=OuterRef("plan")).order_by("-at").values("version_id")[:1]),
            before=Subquery(before.order_by("-number").values("id")[:1]),
            why=Subquery(Part.objects.filter(version=OuterRef("pk"), key="why").values("text")[:1]),
        ).order_by("client_id")
    )


def _known(version: Any) -> UUID | None:
    """The version that this reader knows: the last one read, else the one before."""
    known: UUID | None = version.last_read or version.before
    return known


def _new(version: Any, lines: Lines) -> set[Line]:
    known = _known(version)
    earlier = set(lines[known]) if known else set()
    return set(lines[version.pk]) - earlier if earlier else set()


def _lines(versions: Sequence[UUID]) -> Lines:
    found: Lines = defaultdict(list)
    rows = CardLine.objects.filter(version__in=versions).order_by("number")
    for version, stage, kind, text in rows.values_list("version_id", "stage", "kind", "text"):
        found[version].append((stage, kind, text))
    return found


def _line(line: Line, new: set[Line]) -> dict[str, Any]:
    return {"kind": line[1], "text": line[2], "new": line in new}


def crisis_steps(load: Caseload) -> dict[UUID, list[CrisisStep]]:
    """The crisis part of each plan in force, in order. One statement."""
    found: dict[UUID, list[CrisisStep]] = {}
    versions = [version.pk for version in load.once(_in_force)]
    for row in CrisisStep.objects.filter(version__in=versions).order_by("number"):
        found.setdefault(row.client_id, []).append(row)
    return found


def _measured(load: Caseload) -> dict[UUID, tuple[TargetFacts, ...]]:
    return targets_of_all(client.pk for client in load.clients)


def _strategies(load: Caseload) -> dict[UUID, list[Strategy]]:
    found: dict[UUID, list[Strategy]] = {}
    versions = [version.pk for version in load.once(_in_force)]
    for row in Strategy.objects.filter(version__in=versions).order_by("number"):
        found.setdefault(row.client_id, []).append(row)
    return found


def _known_of(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[Client, Known]]:
    versions = {version.client_id: version for version in in_force(load, clients)}
    lines = _lines([version.pk for version in versions.values()])
    used, worked_on, warned = load.once(_strategies), load.once(_measured), load.once(alerts)
    steps = load.once(crisis_steps)
    for client in clients:
        if client.pk not in versions:
            continue
        version = versions[client.pk]
        yield client, Known(
            given=client.party.given, alerts=tuple(one.text for one in warned[client.pk]), own_words=client.own_words,
            matters=client.matters, why=version.why or "",
            worked_on=tuple(target.shown for target in worked_on.get(client.pk, ()) if target.pinned),
            strategies=Strategies(*(
                tuple(row.text for row in used.get(client.pk, []) if row.moment == moment)
                for moment in ("before", "during", "after")
            )),
            crisis=Crisis(tuple(Step(row.text, row.who) for row in steps.get(client.pk, []))),
            card=reading.stages(lines[version.pk]),
        )  # fmt: skip
