"""What must follow an answer in this agency's own words: written by one, agreed to by another."""

from datetime import date

from django.db import IntegrityError, transaction

from alongside.agencies.models import Agency
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.models import PathApproval, PathWording
from alongside.instruments.rules.following import calls_of, lines_of, wording_faults


@action("instruments.word_path", on="agencies.Agency", makes=True)
def word_path(
    *, by: Actor, on: Agency, path: str, must: str = "", grave_must: str = "", numbers: str = "",
    begins_on: date | None = None, reason: str = "",
) -> PathWording:  # fmt: skip
    """Write what must follow, one step a line, and who is called (`Name, number` a line).

    It is used once somebody else agrees. Empty lists: the product's own steps again. Raises Unacceptable by field.
    """
    said = checked(must=must, grave_must=grave_must, numbers=numbers, reason=reason, lines=True, most=4_000)
    steps = {"must": lines_of(said["must"]), "grave_must": lines_of(said["grave_must"])}
    calls, day = calls_of(said["numbers"]), begins_on or today(by.zone)
    known = [one["key"] for one in reference.load("instrument_paths")["path"]]
    faults = wording_faults(path=path, paths=known, numbers=calls, begins_on=day, today=today(by.zone), **steps)
    if faults:
        raise Unacceptable(faults)
    return _kept(
        path=path, numbers=[list(call) for call in calls], begins_on=day,
        reason=said["reason"], staff_id=by.staff_id, name=by.name, **{name: list(of) for name, of in steps.items()},
    )  # fmt: skip


@action("instruments.agree_path", on="instruments.PathWording", makes=True)
def agree_path(*, by: Actor, on: PathWording, read: bool) -> PathApproval:
    """Agree to a wording, as somebody else than its author: it is used from its day on. Once.

    `read`: they say that they have read it. Raises Unacceptable.
    """
    if not read:
        raise Unacceptable(Fault("instruments.fault.not_read", f"read-{on.number}"))
    try:
        with transaction.atomic():
            return PathApproval.objects.create(wording=on, staff_id=by.staff_id, name=by.name, credential=by.credential)
    except IntegrityError as twice:
        raise Unacceptable(Fault("instruments.fault.agreed")) from twice


def _kept(*, path: str, **said: object) -> PathWording:
    try:
        with transaction.atomic():
            return PathWording.objects.create(path=path, number=_next(path), **said)
    except IntegrityError as meanwhile:  # two at once: the second looks at what the first wrote
        raise Unacceptable(Fault("instruments.fault.meanwhile")) from meanwhile


def _next(path: str) -> int:
    newest = PathWording.objects.filter(path=path).order_by("-number").values_list("number", flat=True).first()
    return (newest or 0) + 1
