"""The signature on answers, and what they are worth from then on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models.functions import Now
from django.utils import timezone

from alongside.documents import engine
from alongside.documents.lookups import AtWork
from alongside.documents.sealing import Sealed, seal
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.actions.answering import LEAST_REASON, at_work
from alongside.instruments.editions import asked_of
from alongside.instruments.instrument import Instrument, instruments
from alongside.instruments.models import Alarm, Answer, Answering, Score
from alongside.instruments.papers import Draft, filled_in, signed_body
from alongside.instruments.rules.entering import entered_scores, entry_faults, number
from alongside.instruments.rules.scoring import alerts
from alongside.instruments.worth import One, Result, results, singles, worths
from alongside.instruments.wrongs import faults_of
from alongside.people.models import Client
from alongside.questionnaires.answering import missing, unsound
from alongside.questionnaires.filling import Node


@dataclass(frozen=True)
class Ready:
    """A draft as it would be signed: its body, the answers, what they come to; or what stands in the way."""

    body: dict[str, Any]
    answers: tuple[One, ...] = ()
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()


@action("instruments.sign", on="instruments.Answering")
def sign(*, by: Actor, on: Answering, saved: int, reason: str = "") -> UUID:
    """Sign the draft that `saved` counts, which was on screen: a version, its scores and answers, for good.

    A version after the first holds all answers anew and needs its reason. What an answer opens (a path) is written
    beside it. Raises Unacceptable: something is missing or cannot be read, changed meanwhile, signed already.
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
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("instruments.fault.changed"))
    return _kept(by, on, ready, sealed, reason=why)


def readiness(on: Answering, paper: AtWork) -> Ready:
    """What signing would do with a draft. Writes nothing."""
    draft = Draft.of(paper.body)
    if on.edition_id is None:
        return _entered(on, draft)
    asked = asked_of(on.edition_id)
    client = Client.objects.select_related("party").get(pk=on.client_id)
    found = filled_in(asked, draft.answers, client)
    wrong = [*unsound(asked, draft.answers), *missing(asked, found)]
    faults = [Fault("instruments.fault.unread", name) for name in draft.raw]
    faults += [] if found.settled else [Fault("instruments.fault.endless")]
    answers = tuple(singles(found.response))
    faults += [] if answers else [Fault("instruments.fault.nothing")]
    body = signed_body(on, asked=asked, response=found.response, scores={})
    return Ready(body, answers, tuple(results(asked, answers)), tuple([*faults, *faults_of(asked, wrong)]))


def _entered(on: Answering, draft: Draft) -> Ready:
    known = instruments()[on.instrument]
    typed = {key: number(text) for key, text in draft.scores.items() if text}
    faults = [Fault("instruments.fault.number", key) for key, value in typed.items() if value is None]
    faults += entry_faults(known.scales, typed)
    scores = {key: str(value) for key, value in typed.items() if value is not None}
    names = {scale.key: scale for scale in known.scales}
    found = tuple(
        Result(one, names[one.scale].name, names[one.scale].code) for one in entered_scores(known.scales, typed)
    )
    return Ready(signed_body(on, asked=None, response=(), scores=scores), (), found, tuple(faults))


def _kept(by: Actor, on: Answering, ready: Ready, sealed: Sealed, *, reason: str) -> UUID:
    version = engine.publish(sealed, by=by, reason=reason)
    engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity=capacity(by, "instruments.sign"),
        confirmed_at=by.confirmed_at or timezone.now(),
    )  # fmt: skip
    rest = {"answering": on, "version": version, "client_id": on.client_id}
    known = instruments().get(on.instrument)
    edition = str(known.about["edition"]) if known else sealed.form_edition
    Score.objects.bulk_create(_score(on, one, edition, number=n, **rest) for n, one in enumerate(ready.results))
    Answer.objects.bulk_create(
        Answer(**rest, link=one.link, number=one.number, value=one.value, worth=one.worth) for one in ready.answers
    )
    Alarm.objects.bulk_create(
        Alarm(**rest, staff_id=by.staff_id, **each) for each in opened(known, ready.answers, ready.results)
    )
    Answering.objects.filter(pk=on.pk).update(state="signed", state_at=Now())
    return version.pk


def _score(on: Answering, result: Result, edition: str, **rest: Any) -> Score:
    one = result.score
    return Score(
        **rest, instrument=on.instrument or on.form, edition=edition, scale=one.scale, name=result.name,
        code=result.code, total=one.total, band=one.band, positive=one.positive, firm=one.firm,
        entered=on.edition_id is None, left_out=list(one.left_out), filled=list(one.filled), respondent=on.respondent,
        taken_on=on.taken_on,
    )  # fmt: skip


def opened(known: Instrument | None, answers: Sequence[One], found: Sequence[Result]) -> list[dict[str, Any]]:
    """The paths that these answers open, each once: which answers, and whether it is grave."""
    if known is None:
        return []
    told, worth = known.about.get("alert", ()), worths(answers)
    grave = {one["key"]: set(one["grave"]) for one in reference.load("instrument_paths")["path"]}
    bands = {one.score.band for one in found}
    return [
        {
            "path": path,
            "grave": bool(bands & grave[path]),
            "because": [one["item"] for one in told if one["path"] == path and _is_so(one, worth.get(one["item"]))],
        }
        for path in alerts(told, worth)
    ]


def _is_so(one: Any, answer: Decimal | None) -> bool:
    return answer is not None and answer >= Decimal(str(one["at_least"]))


def capacity(by: Actor, verb: str) -> str:
    """The role that grants the verb, in the words that are printed below the name."""
    names = reference.load("roles")["role"]
    return str(next(names[role]["name"] for role in by.roles if (role, verb) in by.grants))


def nodes(body: dict[str, Any]) -> tuple[Node, ...]:
    """The answers of a signed version."""
    return tuple(body.get("item", ()))
