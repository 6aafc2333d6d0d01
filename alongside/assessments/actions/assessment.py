"""Opening an assessment, the days it looks at, putting it aside."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from alongside.assessments.known import known
from alongside.assessments.models import About, Assessment, Closing
from alongside.assessments.rules import decision as rules
from alongside.documents import engine
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Client
from alongside.plans import lookups as plans

FORM, EDITION = "function_assessment", "1"


@action("assessments.open", on="people.Client", makes=True)
def open_(
    *, by: Actor, on: Client, targets: Sequence[UUID], began_on: date, until: date, question: str = ""
) -> Assessment:  # fmt: skip
    """Ask why: of one target or several that are seen as one, over days. Raises Unacceptable."""
    wanted = list(dict.fromkeys(targets))
    there = {target.id for target in plans.targets_of(on.pk, also_ended=True)}
    wrong = rules.span_faults(began_on, until, today=today(by.zone), known=known())
    if not wanted or set(wanted) - there:
        wrong.append(Fault("assessments.fault.targets", "targets"))
    if wrong:
        raise Unacceptable(wrong)
    said = checked(question=question, lines=True, most=1_000)["question"]
    paper = engine.begin(client_id=on.pk, author_id=by.staff_id, form=FORM, form_edition=EDITION, body={})
    made = Assessment.objects.create(
        client=on, document=paper, question=said, began_on=began_on, until=until, opened_by_id=by.staff_id
    )
    for n, target in enumerate(wanted):
        About.objects.create(assessment=made, client=on, target_id=target, first=n == 0)
    return made


@action("assessments.move", on="assessments.Assessment", locks=True)
def move(*, by: Actor, on: Assessment, began_on: date, until: date) -> Assessment:
    """Look at other days. What was signed keeps the days that it stands on. Raises Unacceptable."""
    wrong = rules.span_faults(began_on, until, today=today(by.zone), known=known())
    if wrong:
        raise Unacceptable(wrong)
    if (began_on, until) != (on.began_on, on.until):
        revisions.change(on, by=by, began_on=began_on, until=until)
    return on


@action("assessments.close", on="assessments.Assessment", locks=True)
def close(*, by: Actor, on: Assessment, reason: str) -> Closing:
    """Put it aside without a decision, with the reason. Once. Raises Unacceptable."""
    there = Closing.objects.filter(assessment=on).first()
    if there:
        return there
    said = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(said) < 10:
        raise Unacceptable(Fault("assessments.fault.reason_short", "reason"))
    return Closing.objects.create(assessment=on, client_id=on.client_id, staff_id=by.staff_id, reason=said)
