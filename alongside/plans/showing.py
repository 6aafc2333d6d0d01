"""Rows of versions as the shapes that pages are made of."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.foundation.errors import NotHere
from alongside.plans import known, reading
from alongside.plans.gates import standing
from alongside.plans.models import PlanVersion, Target
from alongside.plans.queries.shapes import VersionRow, VersionShown


def rows_of(**which: object) -> QuerySet[PlanVersion]:
    """Versions with what a list of them shows, newest first."""
    return PlanVersion.objects.select_related("plan", "made_by__party").filter(**which).order_by("plan_id", "-number")


def by_plan(versions: Iterable[PlanVersion]) -> dict[UUID, list[PlanVersion]]:
    found: dict[UUID, list[PlanVersion]] = defaultdict(list)
    for version in versions:
        found[version.plan_id].append(version)
    return found


def row_of(version: PlanVersion) -> VersionRow:
    return VersionRow(
        id=version.pk, plan_id=version.plan_id, client_id=version.client_id, kind=version.plan.kind,
        number=version.number, summary=version.summary, by=version.published_as or version.made_by.party.name,
        began_writing_at=version.made_at, published_at=version.published_at, begins_at=version.begins_at,
        ended_at=version.ended_at, ended_because=version.ended_because, review_on=version.review_on,
        taken_from=version.taken_from, digest=version.digest,
    )  # fmt: skip


def shown(version: PlanVersion, *, on: date | None = None) -> VersionShown:
    """A version in full: eleven statements at most. `on`: the day of which its approvals are shown; today in UTC."""
    whole = reading.whole(version)
    named = {objective.target_id for goal in whole.goals for objective in goal.objectives if objective.target_id}
    targets = {t.target_id: (t.screen_name or t.name, t.measure) for t in whole.targets}
    if missing := named - set(targets):
        rows = Target.objects.filter(pk__in=missing)
        targets |= {row.pk: (row.screen_name or row.name, row.measure) for row in rows}
    return VersionShown(
        row=row_of(version),
        whole=whole,
        names={id: name for id, (name, _) in targets.items()},
        units={id: known.unit(measure) for id, (_, measure) in targets.items()},
        standing=standing(whole.restrictions, on=on or datetime.now(UTC).date()),
    )


def published(version: PlanVersion) -> VersionShown:
    """A version that was published once, in full. Raises NotHere for a draft."""
    if version.published_at is None:
        raise NotHere("plans.PlanVersion")
    return shown(version)
