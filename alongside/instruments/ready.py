"""A draft as it would be signed: what is missing, what it comes to, what its answers open. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import now

from alongside.documents import lookups as documents
from alongside.documents.lookups import AtWork
from alongside.foundation import reference
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.instruments.critical import critical_answers
from alongside.instruments.editions import asked_of
from alongside.instruments.instrument import Instrument, instruments
from alongside.instruments.lookups import AlarmFacts
from alongside.instruments.models import Answering
from alongside.instruments.papers import Draft, filled_in, signed_body
from alongside.instruments.rules.entering import entered_scores, entry_faults, number
from alongside.instruments.rules.scoring import alerts
from alongside.instruments.worth import One, Result, results, singles, worths
from alongside.instruments.wrongs import faults_of
from alongside.people.models import Client
from alongside.questionnaires.answering import missing, unsound
from alongside.questionnaires.items import Questionnaire


@dataclass(frozen=True)
class Ready:
    """A draft as it would be signed: its body, the answers, what they come to and open; or what stands in the way."""

    body: dict[str, Any]
    answers: tuple[One, ...] = ()
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()
    opens: tuple[dict[str, Any], ...] = ()


def at_work(on: Answering) -> documents.AtWork:
    """The draft. Raises Unacceptable when there is none: it is signed, or does not count."""
    paper = documents.at_work(on.document_id)
    if paper is None or on.state == "void":
        raise Unacceptable(Fault("instruments.fault.void" if on.state == "void" else "instruments.fault.signed"))
    return paper


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
    found_results = tuple(results(asked, answers))
    opens = tuple(opened(instruments().get(on.instrument), asked, answers, found_results))
    return Ready(body, answers, found_results, tuple([*faults, *faults_of(asked, wrong)]), opens)


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


def opened(
    known: Instrument | None, asked: Questionnaire, answers: Sequence[One], found: Sequence[Result]
) -> list[dict[str, Any]]:
    """The paths that these answers open, each once: which answers, and whether it is grave.

    By what an instrument of ours says of its own answers, and in any form by the code of a question.
    """
    because = alerts(known.about.get("alert", ()) if known else (), worths(answers))
    grave = {one["key"]: set(one["grave"]) for one in reference.load("instrument_paths")["path"]}
    bands = {one.score.band for one in found}
    coded = list(critical_answers(asked, [(one.link, one.value) for one in answers]))
    because += [(one.path, one.item.link_id) for one in coded]
    return [
        {
            "path": path,
            "grave": bool(bands & grave[path]) or any(one.grave for one in coded if one.path == path),
            "because": list(dict.fromkeys(link for of, link in because if of == path)),
        }
        for path in dict.fromkeys(path for path, _ in because)
    ]


def would_open(client: UUID, title: str, opens: Sequence[dict[str, Any]]) -> tuple[AlarmFacts, ...]:
    """What answers would open that are not kept yet."""
    nothing, at = uuid7(), now()
    return tuple(
        AlarmFacts(
            nothing, nothing, client, title, one["path"], one["grave"], tuple(one["because"]), at, None, None, ""
        )
        for one in opens
    )  # fmt: skip
