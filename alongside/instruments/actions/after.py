"""What is done about a signed answering: looking after what it opened, and saying that it does not count."""

from functools import partial

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from alongside.foundation import outbox
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.actions.answering import LEAST_REASON
from alongside.instruments.models import Alarm, AlarmAnswer, Answering, Voided
from alongside.instruments.telling import tell_no_more


@action("instruments.look_after", on="instruments.Alarm")
def look_after(*, by: Actor, on: Alarm, words: str) -> AlarmAnswer:
    """Say what was done about what an answer opened, once. Raises Unacceptable."""
    said = checked(words=words, lines=True, most=2_000)["words"]
    if len(said) < LEAST_REASON:
        raise Unacceptable(Fault("instruments.fault.say_what", "words"))
    try:
        with transaction.atomic():
            made = AlarmAnswer.objects.create(alarm=on, client_id=on.client_id, staff_id=by.staff_id, words=said)
    except IntegrityError as twice:
        raise Unacceptable(Fault("instruments.fault.looked_after", "words")) from twice
    outbox.at_once(partial(tell_no_more, on))
    return made


@action("instruments.void", on="instruments.Answering", locks=True)
def void(*, by: Actor, on: Answering, reason: str) -> Voided:
    """Say that it does not count, and why. Nothing is deleted; its scores leave the trend. Raises Unacceptable."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < LEAST_REASON:
        raise Unacceptable(Fault("instruments.fault.reason", "reason"))
    if on.state == "void":
        raise Unacceptable(Fault("instruments.fault.void"))
    Answering.objects.filter(pk=on.pk).update(state="void", state_at=Now())
    return Voided.objects.create(answering=on, client_id=on.client_id, staff_id=by.staff_id, reason=why)
