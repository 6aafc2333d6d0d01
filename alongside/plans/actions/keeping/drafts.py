"""How a draft comes to be: the first of a plan, or the next, with the text of the newest version."""

from django.db.models import Max

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans import reading
from alongside.plans.actions.keeping.sections import copy
from alongside.plans.models import Plan, PlanVersion
from alongside.plans.models.plans import KINDS


def begun(by: Actor, client: Client, kind: str) -> PlanVersion:
    """The first draft of a plan that is not there yet."""
    if kind not in KINDS:
        raise Unacceptable(Fault("plans.fault.choice", "kind"))
    if Plan.objects.filter(client=client, kind=kind).exists():
        raise Unacceptable(Fault("plans.fault.begun", "kind"))
    plan = Plan.objects.create(client=client, kind=kind)
    return PlanVersion.objects.create(plan=plan, client=client, number=1, made_by_id=by.staff_id)


def drafted(by: Actor, plan: Plan) -> PlanVersion:
    """The next draft of a plan, with the text of the newest version."""
    versions = PlanVersion.objects.filter(plan=plan)
    if versions.filter(published_at__isnull=True).exists():
        raise Unacceptable(Fault("plans.fault.drafted"))
    newest = versions.select_related("plan").order_by("-number").first()
    number = (versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = PlanVersion.objects.create(plan=plan, client_id=plan.client_id, number=number, made_by_id=by.staff_id)
    if newest is not None:
        copy(by, version, reading.whole(newest))
    return version
