"""Saying that somebody was trained on a version."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import TeamPlace
from alongside.plans.models import PlanVersion, Training
from alongside.plans.rules import readiness


@action("plans.train", on="plans.PlanVersion", makes=True)
def train(
    *, by: Actor, on: PlanVersion, staff_id: UUID, hows: Sequence[str], competent: bool, done_on: date | None = None,
    remark: str = "",
) -> Training:  # fmt: skip
    """Whoever asks has trained somebody of the client's team on this version. A later row replaces what this says.

    Raises Unacceptable: nobody trains themselves, and competent takes practice with feedback.
    """
    if on.published_at is None or on.ended_at is not None:
        raise Unacceptable(Fault("plans.fault.not_in_force"))
    day = today(by.zone)
    known = reference.load("readiness")
    faults = readiness.training_faults(
        hows=hows, competent=competent, done_on=done_on or day, today=day, known=known
    )  # fmt: skip
    if staff_id == by.staff_id:
        faults.append(Fault("plans.fault.own_training", "staff_id"))
    elif not _on_team(on.client_id, staff_id, day):
        faults.append(Fault("plans.fault.choice", "staff_id"))
    if faults:
        raise Unacceptable(faults)
    how = [one for one in known["hows"] if one in hows]
    return Training.objects.create(
        version=on, client_id=on.client_id, staff_id=staff_id, trainer_id=by.staff_id,
        trained_as=", ".join(filter(None, (by.name, by.credential))), hows=how,
        competent=competent, done_on=done_on or day, remark=checked(remark=remark, lines=True, most=500)["remark"],
    )  # fmt: skip


def _on_team(client_id: UUID, staff_id: UUID, day: date) -> bool:
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    return TeamPlace.objects.filter(lasting, client_id=client_id, staff_id=staff_id, began_on__lte=day).exists()
