"""What is done in a crisis, step by step, and its end."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.incidents import rules
from alongside.incidents.models import Crisis, CrisisClosing, CrisisLine


@action("incidents.mark", on="incidents.Crisis")
def mark(
    *, by: Actor, on: Crisis, id: UUID, line: str, words: str = "", at: datetime | None = None
) -> CrisisLine:  # fmt: skip
    """Keep one step, taken now or `at`; also one that arrives after the end. The same id once. Raises Unacceptable."""
    there = CrisisLine.objects.filter(pk=id, crisis=on).first()
    if there:
        return there
    known, said, when = reference.load("crisis"), settled(words, lines=True), at or datetime.now(UTC)
    faults = rules.line_faults(line, said, known) + _when(on, when, "at")
    if found := fault_in(said, most=known["most_words"], lines=True, field="words"):
        faults.append(found)
    if faults:
        raise Unacceptable(faults)
    return CrisisLine.objects.create(id=id, crisis=on, staff_id=by.staff_id, line=line, words=said, at=when)


@action("incidents.close", on="incidents.Crisis")
def close(*, by: Actor, on: Crisis, closed_at: datetime | None = None) -> CrisisClosing:
    """It is over, now or since `closed_at`. Who says so first is kept; saying it again changes nothing."""
    there = CrisisClosing.objects.filter(crisis=on).first()
    if there:
        return there
    when = closed_at or datetime.now(UTC)
    if faults := _when(on, when, "closed_at"):
        raise Unacceptable(faults)
    try:
        with transaction.atomic():
            return CrisisClosing.objects.create(crisis=on, staff_id=by.staff_id, closed_at=when)
    except IntegrityError:  # two at the same moment: the first is kept
        return CrisisClosing.objects.get(crisis=on)


def _when(crisis: Crisis, at: datetime, field: str) -> list[Fault]:
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    return rules.moment_faults(at, began_at=crisis.began_at, now=datetime.now(UTC), slack=slack, field=field)
