"""An addendum: the one way to say more about what is signed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.lookups import Written
from alongside.documents.sealing import seal
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes.models import Note
from alongside.notes.payers import payer
from alongside.notes.standing import capacity, signed


@action("notes.add", on="notes.Note", locks=True)
def add(*, by: Actor, on: Note, text: str, reason: str) -> UUID:
    """Add to a signed note: a new version that names the one before it by digest, signed now, to be co-signed again."""
    if on.state not in ("signed", "co-signed"):
        raise Unacceptable(Fault("notes.fault.not_signed"))
    newest = documents.newest(on.document_id)
    assert newest is not None, "a signed note has a version"
    wrong = [Fault("notes.fault.reason_short", "reason")] * (len(reason.strip()) < 10)
    wrong += [Fault("notes.fault.empty", "text")] * (not text.strip())
    if wrong:
        raise Unacceptable(wrong)
    sealed = seal(
        document=on.document_id, number=newest.number + 1, kind="addendum", form=newest.form,
        form_edition=newest.form_edition, body=_body(newest, text.strip()),
    )  # fmt: skip
    version = engine.publish(sealed, by=by, reason=reason.strip())
    engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity=capacity(by, "notes.add"),
        confirmed_at=by.confirmed_at or timezone.now(),
    )  # fmt: skip
    days = payer(newest.body["head"]["payer"], on=on.service_day).cosign_days
    until = timezone.now() + timedelta(days=days)
    Note.objects.filter(pk=on.pk).update(**signed(on.author_id, until=until))
    return version.pk


def _body(newest: Written, text: str) -> dict[str, Any]:
    sentence = {"id": "a1", "role": "addendum", "text": text, "drafted": "", "own": True, "evidence": []}
    return {
        "adds_to": {"number": newest.number, "digest": newest.digest}, "head": newest.body["head"],
        "sentences": [sentence],
    }  # fmt: skip
