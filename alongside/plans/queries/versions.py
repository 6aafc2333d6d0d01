"""Reading plans: both of a client, one version, two side by side, on paper."""

from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans.models import Plan, PlanVersion
from alongside.plans.models.plans import KINDS
from alongside.plans.queries.shapes import Comparison, PlanShown, PlansShown, VersionShown, Voice
from alongside.plans.showing import by_plan, published, row_of, rows_of, shown


@query("plans.see", on="people.Client")
def plans_of(*, by: Actor, on: Client) -> PlansShown:
    """Both plans of a client: what is in force in full, and all versions."""
    of = {versions[0].plan.kind: versions for versions in by_plan(rows_of(client=on)).values()}
    return PlansShown(
        client_id=on.pk,
        plans=tuple(_plan(kind, of.get(kind, [])) for kind in KINDS),
        voice=Voice(on.own_words, on.strengths, on.matters, on.culture),
        may_write=isinstance(ask(by, "plans.write", on), Capacity),
        may_end=isinstance(ask(by, "plans.end", on), Capacity),
    )


@query("plans.see_version", on="plans.PlanVersion", fetch=("plan", "made_by__party"))
def version(*, by: Actor, on: PlanVersion) -> VersionShown:
    """One published version in full, in force or past."""
    return published(on)


@query("plans.compare", on="plans.Plan")
def compare(*, by: Actor, on: Plan, old: int | None = None, new: int | None = None) -> Comparison:
    """Two published versions of a plan, by number; the last two unless said otherwise. Raises NotHere."""
    versions = {row.number: row for row in rows_of(plan=on, published_at__isnull=False)}
    numbers = sorted(versions)
    new = new or max(numbers, default=0)
    old = old or max((n for n in numbers if n < new), default=new)
    if not {old, new} <= set(versions):
        raise NotHere("plans.PlanVersion")
    return Comparison(shown(versions[old]), shown(versions[new]), tuple(row_of(v) for v in versions.values()))


def _plan(kind: str, versions: list[PlanVersion]) -> PlanShown:
    in_force = next((v for v in versions if v.published_at and not v.ended_at), None)
    draft = next((v for v in versions if not v.published_at), None)
    return PlanShown(
        kind=kind,
        plan_id=versions[0].plan_id if versions else None,
        in_force=shown(in_force) if in_force else None,
        draft=row_of(draft) if draft else None,
        versions=tuple(row_of(v) for v in versions),
    )
