"""The signature on answers, and what they are worth from then on."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models.functions import Now
from django.utils import timezone

from alongside.documents import engine
from alongside.documents.devices import OnDevice
from alongside.documents.sealing import Sealed, seal
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.actions.answering import LEAST_REASON
from alongside.instruments.keeping import keep_worth
from alongside.instruments.models import Answering
from alongside.instruments.ready import Ready, at_work, readiness

PURPOSE = "alongside-field/1 answers"


@action("instruments.sign", on="instruments.Answering")
def sign(
    *, by: Actor, on: Answering, saved: int, reason: str = "", digest: str = "", made: OnDevice | None = None
) -> UUID:
    """Sign the draft that `saved` counts, which was on screen: a version, its scores and answers, for good.

    A version after the first holds all answers anew and needs its reason. What an answer opens (a path) is written
    beside it. `made` is the signature of a device without signal over `digest`: it stands, or nothing is signed; both
    its time and ours are kept. Raises Unacceptable: something is missing or cannot be read, changed meanwhile, signed
    already, not what was signed on the device.
    """
    paper = at_work(on)
    ready = readiness(on, paper)
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    faults = [
        *ready.faults,
        *[Fault("instruments.fault.reason", "reason")] * (paper.next > 1 and len(why) < LEAST_REASON),
    ]
    if faults:
        raise Unacceptable(faults)
    sealed = seal(
        document=on.document_id, number=paper.next, kind="first" if paper.next == 1 else "addendum", form=paper.form,
        form_edition=paper.form_edition, body=ready.body,
    )  # fmt: skip
    if made and (wrong := _device_faults(by, on, made, digest=digest, sealed=sealed.digest)):
        raise Unacceptable(wrong)
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("instruments.fault.changed"))
    return _kept(by, on, ready, sealed, reason=why, made=made)


def _device_faults(by: Actor, on: Answering, made: OnDevice, *, digest: str, sealed: str) -> list[Fault]:
    """The answers here must be those that were signed there, by this answering's own statement, at a time that was."""
    said = made.statement
    about = (said.get("purpose"), said.get("agency"), said.get("answering"), said.get("client"))
    if digest != sealed:
        return [Fault("instruments.fault.digest", "digest")]
    mine = about == (PURPOSE, str(by.agency_id), str(on.pk), str(on.client_id))
    if not mine or not made.stands_on(sealed, "authored"):
        return [Fault("instruments.fault.device_signature", "signature")]
    return [Fault("instruments.fault.signed_at", "signed_at")] if _is_ahead(made.signed_at) else []


def _is_ahead(at: datetime) -> bool:
    return at > timezone.now() + timedelta(minutes=reference.load("visits")["clock_slack_minutes"])


def _kept(by: Actor, on: Answering, ready: Ready, sealed: Sealed, *, reason: str, made: OnDevice | None) -> UUID:
    version = engine.publish(sealed, by=by, reason=reason)
    signature = engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity=_capacity(by, "instruments.sign"),
        confirmed_at=made.signed_at if made else by.confirmed_at or timezone.now(),
    )  # fmt: skip
    if made:
        engine.keep_device(signature, made)
    keep_worth(by, on, ready, version.pk, edition=sealed.form_edition)
    Answering.objects.filter(pk=on.pk).update(state="signed", state_at=Now())
    return version.pk


def _capacity(by: Actor, verb: str) -> str:
    """The role that grants the verb, in the words that are printed below the name."""
    names = reference.load("roles")["role"]
    return str(next(names[role]["name"] for role in by.roles if (role, verb) in by.grants))
