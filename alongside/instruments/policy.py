"""Who may ask, answer, sign, read, and look after what an answer opened."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, Related, rule, ruled
from alongside.instruments.models import PathApproval
from alongside.people.lookups import to_its_client

CONFIRMED_FOR = timedelta(minutes=10)


def _to_answers(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever began it; and what the actor is to its client."""
    held = frozenset({"author"}) if subject.made_by_id == actor.staff_id else frozenset()
    return held | to_its_client(actor, subject)


to_answers = Related(_to_answers, to_its_client.otherwise)

ruled("instruments.see", "instruments.offered", "instruments.begin", "instruments.ask", "instruments.ask_set",
      "instruments.take_in", "instruments.weigh", relations=to_its_client)  # fmt: skip
ruled("instruments.stop", "instruments.look_after", relations=to_its_client)
ruled("instruments.save", "instruments.choose", "instruments.correct", "instruments.work", "instruments.void",
      relations=to_answers)  # fmt: skip


ruled("instruments.paths", "instruments.word_path")


@rule("instruments.agree_path")
def somebody_else(actor: Actor, wording: Any) -> No | None:
    """Not its author; once."""
    if wording.staff_id == actor.staff_id:
        return No("instruments.no.own_wording")
    agreed = PathApproval.objects.filter(wording=wording).exists()
    return No("instruments.no.agreed") if agreed else None


@rule("instruments.read", relations=to_answers)
def may_read(actor: Actor, answering: Any) -> No | None:
    """A draft belongs to its author until it is signed."""
    return _draft(actor, answering)


@rule("instruments.export", relations=to_answers)
@rule("instruments.file", relations=to_answers)
@rule("instruments.print", relations=to_answers)
def may_export(actor: Actor, answering: Any) -> No | None:
    return _draft(actor, answering)


@rule("instruments.sign", relations=to_answers)
def may_sign(actor: Actor, answering: Any) -> No | None:
    """A signature needs somebody who has just shown who they are: ten minutes, then again."""
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    return No("instruments.no.confirm", way_on=f"/account/confirm/?next=/answers/{answering.pk}/signature/")


def _draft(actor: Actor, answering: Any) -> No | None:
    if answering.state == "draft" and answering.made_by_id != actor.staff_id:
        return No("instruments.no.draft")
    return None
