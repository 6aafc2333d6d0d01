"""A draft, for those who write it and for whoever publishes it."""

from alongside.foundation.doing import query
from alongside.foundation.errors import No, NotHere
from alongside.foundation.policy import Actor, ask
from alongside.plans import known
from alongside.plans.gates import lacking
from alongside.plans.models import PlanVersion, Target
from alongside.plans.queries.shapes import DraftShown, Review, VersionShown
from alongside.plans.rules import basis
from alongside.plans.showing import row_of, rows_of, shown


@query("plans.open_draft", on="plans.PlanVersion", fetch=("plan", "made_by__party"))
def draft(*, by: Actor, on: PlanVersion) -> DraftShown:
    """A draft to write in. Raises NotHere for a version that is published."""
    version = _draft(on)
    rows = list(Target.objects.filter(client_id=on.client_id, ended_at__isnull=True).order_by("name"))
    begun = {row.pk for row in rows if row.began_at}
    here = begun | {target.target_id for target in version.whole.targets}
    return DraftShown(
        version=version,
        missing=lacking(by, version.whole),
        targets=tuple((row.pk, row.screen_name or row.name, known.unit(row.measure)) for row in rows if row.pk in here),
        begun=frozenset(begun),
    )


@query("plans.review", on="plans.PlanVersion", fetch=("plan", "made_by__party"))
def review(*, by: Actor, on: PlanVersion) -> Review:
    """A draft as it would be published, with all that is missing."""
    version, no = _draft(on), ask(by, "plans.publish", on)
    before = rows_of(plan_id=on.plan_id, published_at__isnull=False, ended_at__isnull=True).first()
    return Review(
        version=version, missing=lacking(by, version.whole), basis=basis(version.whole),
        no=no if isinstance(no, No) else None, before=row_of(before) if before else None,
    )  # fmt: skip


def _draft(version: PlanVersion) -> VersionShown:
    if version.published_at is not None:
        raise NotHere("plans.PlanVersion")
    return shown(version)
