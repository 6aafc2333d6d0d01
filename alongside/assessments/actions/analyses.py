"""Structured analyses: arranged, entered trial by trial, kept as a ranking."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from alongside.assessments.known import known
from alongside.assessments.models import Analysis, Entry
from alongside.assessments.rules import entries as rules
from alongside.assessments.standing import standing
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans import lookups


@action("assessments.arrange", on="people.Client", makes=True)
def arrange(
    *, by: Actor, on: Client, kind: str, title: str, names: Sequence[str], target: UUID | None = None,
    control: str = "", unit: str = "", improvement: str = "decrease",
) -> Analysis:  # fmt: skip
    """Arrange a structured analysis. Raises Unacceptable."""
    said, line = [checked(names=name)["names"] for name in names], checked(title=title, unit=unit, control=control)
    wrong = rules.arranged_faults(kind=kind, title=line["title"], names=said, control=line["control"], known=known())
    if target is not None and target not in {one.id for one in lookups.targets_of(on.pk, also_ended=True)}:
        wrong.append(Fault("assessments.fault.targets", "target"))
    if improvement not in ("decrease", "increase"):
        wrong.append(Fault("assessments.fault.choice", "improvement"))
    if wrong:
        raise Unacceptable(wrong)
    return Analysis.objects.create(
        client=on, target_id=target, kind=kind, names=said, improvement=improvement, opened_by_id=by.staff_id, **line
    )


@action("assessments.enter", on="assessments.Analysis", locks=True)
def enter(
    *, by: Actor, on: Analysis, details: Mapping[str, Any] | None, done_on: date, number: int | None = None
) -> Entry:  # fmt: skip
    """Enter a trial or session: the next one, or `number` anew. No details take it back. Raises Unacceptable."""
    last = Entry.objects.filter(analysis=on).aggregate(last=Max("number"))["last"] or 0
    wrong = rules.entry_faults(on.kind, on.names, details) if details is not None else []
    if done_on > today(by.zone):
        wrong.append(Fault("assessments.fault.later", "done_on"))
    if number is not None and not 1 <= number <= last:
        wrong.append(Fault("assessments.fault.no_entry", "number"))
    if number is None and last >= rules.MOST_ENTRIES:
        wrong.append(Fault("assessments.fault.full", "", {"most": rules.MOST_ENTRIES}))
    if wrong:
        raise Unacceptable(wrong)
    return Entry.objects.create(
        analysis=on, client_id=on.client_id, number=number or last + 1, details=details, done_on=done_on,
        staff_id=by.staff_id,
    )  # fmt: skip


@action("assessments.keep", on="assessments.Analysis", locks=True)
def keep(*, by: Actor, on: Analysis) -> Analysis:
    """Keep the ranking of a preference assessment with what the client works for. Once. Raises Unacceptable."""
    about = known()["analysis"][on.kind]
    if about["group"] != "preference":
        raise Unacceptable(Fault("assessments.fault.no_ranking"))
    if on.kept_id is None:
        rows = standing(on.pk)
        ranked = [one.item for one in rules.ranking(on.kind, on.names, rows) if one.rank is not None]
        if len(ranked) < 2:
            raise Unacceptable(Fault("assessments.fault.no_ranking"))
        done_on = Entry.objects.filter(analysis=on).aggregate(last=Max("done_on"))["last"]
        found = plans.note_preference(by=by, on=on.client_id, method=about["method"], done_on=done_on, ranked=ranked)
        revisions.change(on, by=by, kept_id=found.pk)
    return on
