"""What publication does to the targets themselves: they take what the version says, begin and end."""

from datetime import datetime

from alongside.foundation import revisions
from alongside.foundation.policy import Actor
from alongside.plans.actions.keeping.sections import OF_TARGET
from alongside.plans.models import PlanVersion, Target, TargetLine
from alongside.plans.rules import texts


def apply(by: Actor, version: PlanVersion, said: tuple[texts.Target, ...], at: datetime) -> None:
    """Targets that the version names take its words and are recorded from `at`; the plan's others end."""
    ever = TargetLine.objects.filter(version__plan_id=version.plan_id).values("target_id")
    named = {target.target_id: target for target in said}
    for row in Target.objects.select_for_update(no_key=True).filter(pk__in=ever).order_by("pk"):
        if row.pk in named:
            values = {name: getattr(named[row.pk], name) for name in OF_TARGET}
            revisions.change(row, by=by, **values, began_at=row.began_at or at, ended_at=None)
        elif row.began_at and row.ended_at is None:
            revisions.change(row, by=by, ended_at=at)
