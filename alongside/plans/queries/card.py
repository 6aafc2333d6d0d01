"""The plan card, for somebody beside the client."""

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans import reading
from alongside.plans.gates import standing
from alongside.plans.models import CardLine, Part, PlanVersion, Reading, TargetLine
from alongside.plans.queries.shapes import CardShown

Line = tuple[str, str, str]


@query("plans.see_card", on="people.Client")
def card(*, by: Actor, on: Client) -> CardShown | None:
    """The card of the behavior plan in force, or None. Eight statements, with asking and the ledger entry."""
    version = _in_force(by, on)
    if version is None:
        return None
    lines, earlier = _lines(version)
    new = frozenset(lines) - earlier if earlier and not version.is_read else frozenset()
    return CardShown(
        version_id=version.pk, number=version.number, by=version.published_as, begins_at=version.begins_at,
        stages=reading.stages(lines), new=new,
        is_read=version.is_read is not None, may_acknowledge=_is_to_read(by, version), why=version.why or "",
        targets=_targets(version), own_words=on.own_words, strengths=on.strengths, matters=on.matters,
        restrictions=standing(reading.restrictions(version.pk), on=today(by.zone)),
    )  # fmt: skip


def _is_to_read(by: Actor, version: Any) -> bool:
    """Whether it is this reader's duty to have read it: not for somebody who only broke the glass."""
    return not version.is_read and isinstance(ask(by, "plans.acknowledge", version), Capacity)


def _in_force(by: Actor, client: Client) -> Any:
    """With the reader's own reading of it, why the behavior happens, and the version to tell new lines from."""
    mine = Reading.objects.filter(staff_id=by.staff_id)
    before = PlanVersion.objects.filter(
        plan=OuterRef("plan"), published_at__isnull=False, number__lt=OuterRef("number")
    )
    return (
        PlanVersion.objects.filter(
            client=client, plan__kind="behaviour", published_at__isnull=False, ended_at__isnull=True
        )
        .annotate(
            is_read=Subquery(mine.filter(version=OuterRef("pk")).values("id")),
            last_read=Subquery(mine.filter(version__plan=OuterRef("plan")).order_by("-at").values("version_id")[:1]),
            before=Subquery(before.order_by("-number").values("id")[:1]),
            why=Subquery(Part.objects.filter(version=OuterRef("pk"), key="why").values("text")),
        )
        .first()
    )


def _lines(version: Any) -> tuple[list[Line], frozenset[Line]]:
    """Lines of the card, and those of the version that the reader knows: the last one read, else the one before."""
    known: UUID | None = version.last_read or version.before
    rows = CardLine.objects.filter(version_id__in=[version.pk, known]).order_by("number")
    of: dict[UUID, list[Line]] = {version.pk: [], known: []} if known else {version.pk: []}
    for version_id, *line in rows.values_list("version_id", "stage", "kind", "text"):
        of[version_id].append((line[0], line[1], line[2]))
    return of[version.pk], frozenset(of[known]) if known else frozenset()


def _targets(version: Any) -> tuple[tuple[str, str], ...]:
    """Names for a screen that the client may read, pinned first, with the kind of each."""
    rows = TargetLine.objects.filter(version=version).order_by("number")
    pinned = sorted(rows, key=lambda row: (row.pinned == 0, row.pinned))
    return tuple((row.screen_name or row.name, row.kind) for row in pinned)
