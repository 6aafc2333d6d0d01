"""The decision: written, signed, written anew."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.assessments.gathering import Gathered, gather
from alongside.assessments.known import known
from alongside.assessments.models import Assessment, Closing
from alongside.assessments.rules import decision as rules
from alongside.assessments.wording import statement
from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.sealing import seal
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked

MOST_CITED = 1_000


@action("assessments.save", on="assessments.Assessment")
def save(*, by: Actor, on: Assessment, decision: rules.Decision, based_on: int) -> engine.Saved:
    """Keep the decision as it is now. A text based on an older draft is kept beside the newer. Raises Unacceptable."""
    texts = {name: checked(**{name: getattr(decision, name)}, lines=True)[name] for name in rules.TEXTS}
    kept = rules.Decision(functions=decision.functions, confidence=decision.confidence, **texts)
    if wrong := rules.faults(kept, known()):
        raise Unacceptable(wrong)
    _at_work(on)
    return engine.save(by=by, document_id=on.document_id, body=kept.body(), based_on=based_on)


@action("assessments.sign", on="assessments.Assessment")
def sign(*, by: Actor, on: Assessment, saved: int) -> UUID:
    """Sign the draft that `saved` counts: a version for good, with its numbers. Raises Unacceptable."""
    paper = _at_work(on)
    decision = rules.read(paper.body)
    if wrong := rules.missing(decision):
        raise Unacceptable(wrong)
    found = gather(on)
    body = {**decision.body(), **_standing_on(on, found), "statement": statement(decision)}
    body["sentences"] = _cited(found, body["statement"])
    sealed = seal(
        document=on.document_id, number=paper.next, kind="first" if paper.next == 1 else "addendum", form=paper.form,
        form_edition=paper.form_edition, body=body,
    )  # fmt: skip
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("assessments.fault.changed"))
    version = engine.publish(sealed, by=by)
    engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity="clinician",
        confirmed_at=by.confirmed_at or timezone.now(),
    )  # fmt: skip
    return version.pk


@action("assessments.redraft", on="assessments.Assessment", locks=True)
def redraft(*, by: Actor, on: Assessment) -> None:
    """Write a new version of what was signed; it stays in force until the new one is signed."""
    if documents.at_work(on.document_id):
        return
    last = documents.newest(on.document_id)
    if last is None:
        raise Unacceptable(Fault("assessments.fault.closed"))
    engine.open_draft(on.document_id, by=by.staff_id, body=rules.read(last.body).body())


def _at_work(on: Assessment) -> documents.AtWork:
    paper = documents.at_work(on.document_id)
    if paper is None or Closing.objects.filter(assessment=on).exists():
        raise Unacceptable(Fault("assessments.fault.closed"))
    return paper


def _standing_on(on: Assessment, found: Gathered) -> Mapping[str, Any]:
    """The days, the targets and the numbers of the moment, as the decision's own text."""
    numbers = {name: getattr(found.evidence, name) for name in ("n", "occurrences", "samples", "sessions", "observers")}
    return {
        "began_on": on.began_on.isoformat(), "until": on.until.isoformat(),
        "targets": [str(target.id) for target in found.targets], "numbers": numbers,
        "hypotheses": [{"function": one.function, "strength": one.strength} for one in found.hypotheses],
        "gaps": [asdict(gap)["code"] for gap in found.gaps],
    }  # fmt: skip


def _cited(found: Gathered, said: str) -> list[dict[str, Any]]:
    """The statement with the ids of the newest records that it stands on."""
    ids = [str(row.id) for row in found.rows][-MOST_CITED:]
    return [{"text": said, "evidence": [{"ids": ids}]}]
