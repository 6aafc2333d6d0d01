"""Scoring the steps of a plan in a session, and putting a check right."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.fidelity import asking, rules
from alongside.fidelity.models import Check, Score
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.sessions.models import Session
from alongside.workforce.lookups import names


@action("fidelity.check", on="sessions.Session", makes=True)
def check(
    *, by: Actor, on: Session, id: UUID, kind: str, results: Mapping[str, str], who: str = "", remark: str = ""
) -> Check:  # fmt: skip
    """Keep how the plan was carried out in a session: a result for each step of the version it went by.

    `kind`: observer, self or caregiver (`who`, by name). The same id once. Raises Unacceptable.
    """
    if there := Check.objects.filter(pk=id, session=on).first():
        return there
    named = checked(who=who, remark=remark, lines=True, most=1_000)
    if wrong := rules.who_faults(kind, own=on.staff_id == by.staff_id, who=named["who"]):
        raise Unacceptable(wrong)
    version = asking.version_of(on)
    if version is None:
        raise Unacceptable(Fault("fidelity.fault.no_plan"))
    who = named["who"] if kind == "caregiver" else names([on.staff_id])[on.staff_id]
    kept = {"id": id, "session": on, "client_id": on.client_id, "kind": kind, "who": who, "version_id": version}
    return _kept(by, {**kept, "service_day": on.service_day, "remark": named["remark"]}, results)


@action("fidelity.correct", on="fidelity.Check", makes=True)
def correct(
    *, by: Actor, on: Check, id: UUID, results: Mapping[str, str], reason: str, remark: str = ""
) -> Check:  # fmt: skip
    """Put a check right: a new one stands in its place, and this one stays, with the reason."""
    if there := Check.objects.filter(pk=id, follows=on).first():
        return there
    if Check.objects.filter(follows=on).exists():
        raise Unacceptable(Fault("fidelity.fault.corrected"))
    said = checked(reason=reason, remark=remark, lines=True, most=1_000)
    if not said["reason"]:
        raise Unacceptable(Fault("fidelity.fault.reason", "reason"))
    same = ("session_id", "client_id", "version_id", "kind", "who", "service_day")
    kept = {"id": id, "follows": on, **said, **{name: getattr(on, name) for name in same}}
    try:
        with transaction.atomic():
            return _kept(by, kept, results)
    except IntegrityError as twice:  # two at once: one of them stands
        raise Unacceptable(Fault("fidelity.fault.corrected")) from twice


def _kept(by: Actor, kept: dict[str, Any], results: Mapping[str, str]) -> Check:
    steps = asking.steps_of(kept["version_id"])
    if wrong := rules.faults(steps, results):
        raise Unacceptable(wrong)
    right, applicable = rules.scored(results.values())
    made = Check.objects.create(
        staff_id=by.staff_id, scored_as=", ".join(filter(None, (by.name, by.credential))), correct=right,
        applicable=applicable, **kept,
    )  # fmt: skip
    Score.objects.bulk_create(
        Score(
            check_row=made, client_id=made.client_id, step=step.key, moment=step.moment, number=n, text=step.text,
            result=results[step.key],
        )
        for n, step in enumerate(steps, 1)
    )  # fmt: skip
    return made
