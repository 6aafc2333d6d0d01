"""What was found: written as a draft, signed for good by its author and sent, read by whom it was sent to."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.sealing import seal
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.intake import rules
from alongside.intake.models import Addressed, Findings, Intake, Seen, Summary
from alongside.intake.reading import team_of
from alongside.people.models import Client

FORM, EDITION = "intake_summary", "1"


@action("intake.summarize", on="intake.Intake")
def summarize(
    *, by: Actor, on: Intake, strengths: str, findings: str, recommendations: str, risk: str = "", saved: int = 0
) -> int:
    """Keep what was found as a draft, based on the one that `saved` counts; returns the count that stands now.

    Raises Unacceptable, by field; of a draft that somebody else saved meanwhile both texts are kept.
    """
    said = checked(
        strengths=strengths, findings=findings, recommendations=recommendations, risk=risk, lines=True, most=8_000
    )
    rest = {name: text for name, text in said.items() if name != "risk"}
    if faults := rules.summary_faults(**rest):
        raise Unacceptable(faults)
    Client.objects.select_for_update(no_key=True).get(pk=on.client_id)  # two at once come one after the other
    there = Findings.objects.filter(intake=on).first()
    if there is None:
        made = engine.begin(client_id=on.client_id, author_id=by.staff_id, form=FORM, form_edition=EDITION, body=said)
        Findings.objects.create(intake=on, client_id=on.client_id, document=made)
        return 1
    if documents.at_work(there.document_id) is None:
        engine.open_draft(there.document_id, by=by.staff_id, body=said)
        return 1
    kept = engine.save(by=by, document_id=there.document_id, body=said, based_on=saved)
    if kept.aside is not None:
        raise Unacceptable(Fault("intake.fault.older"))
    return kept.count


@action("intake.sign", on="intake.Intake", makes=True)
def sign(*, by: Actor, on: Intake, saved: int) -> Summary:
    """Sign the draft that `saved` counts, for good, and send it to the client's supervisors and team.

    Raises Unacceptable where nothing is at work, or where it was saved anew meanwhile.
    """
    there = Findings.objects.filter(intake=on).first()
    paper = documents.at_work(there.document_id) if there else None
    if there is None or paper is None:
        raise Unacceptable(Fault("intake.fault.nothing_to_sign"))
    sealed = seal(
        document=there.document_id, number=paper.next, kind="first" if paper.next == 1 else "addendum",
        form=paper.form, form_edition=paper.form_edition, body=paper.body,
    )  # fmt: skip
    if not engine.take_draft(there.document_id, saved=saved):
        raise Unacceptable(Fault("intake.fault.changed"))
    version = engine.publish(sealed, by=by)
    engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity="author",
        confirmed_at=by.confirmed_at or timezone.now(),
    )  # fmt: skip
    return _sent(by, on, version.pk, paper.body)


@action("intake.acknowledge", on="intake.Summary", makes=True)
def acknowledge(*, by: Actor, on: Summary, remark: str = "") -> Seen:
    """Whom it was sent to has read it, and may say something to it. Once."""
    words = checked(remark=remark, lines=True, most=2_000)["remark"]
    try:
        with transaction.atomic():
            return Seen.objects.create(summary=on, client_id=on.client_id, staff_id=by.staff_id, remark=words)
    except IntegrityError as twice:
        raise Unacceptable(Fault("intake.fault.seen", "remark")) from twice


def _sent(by: Actor, on: Intake, version_id: UUID, said: Mapping[str, Any]) -> Summary:
    """The summary as it was sent, and to whom."""
    Client.objects.select_for_update(no_key=True).get(pk=on.client_id)
    made = Summary.objects.create(
        intake=on, client_id=on.client_id, number=Summary.objects.filter(intake=on).count() + 1, **said,
        version_id=version_id, staff_id=by.staff_id, name=by.name, credential=by.credential,
    )  # fmt: skip
    to = [staff for staff in team_of(on.client_id, by.zone) if staff != by.staff_id]
    Addressed.objects.bulk_create(Addressed(summary=made, client_id=on.client_id, staff_id=staff) for staff in to)
    return made
