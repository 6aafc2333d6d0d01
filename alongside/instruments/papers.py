"""The document of an answering: what its draft holds, and what is signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.documents import lookups as documents
from alongside.instruments.models import Answering
from alongside.people.models import Client
from alongside.questionnaires.filling import Filled, Node, filled
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.responding import named


@dataclass(frozen=True)
class Draft:
    """`answers`: as FHIR writes them; `raw`: by field, what was typed and cannot be read; `scores`: entered by hand."""

    answers: tuple[Node, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Draft":
        return cls(tuple(body.get("answers", ())), body.get("raw", {}), body.get("scores", {}))

    @property
    def body(self) -> dict[str, Any]:
        return {"answers": list(self.answers), "raw": dict(self.raw), "scores": dict(self.scores)}


def context(asked: Questionnaire, client: Client) -> dict[str, Any]:
    """What expressions may look at besides the answers, where the form asks for it: the client without a name."""
    born = client.party.birth_date
    patient = {"resourceType": "Patient", "id": str(client.pk), **({"birthDate": str(born)} if born else {})}
    return {"patient": patient} if "patient" in asked.launch else {}


def filled_in(asked: Questionnaire, answers: Sequence[Node], client: Client) -> Filled:
    """The response of these answers, as it is signed."""
    return filled(asked, answers, context(asked, client))


def signed_body(
    on: Answering, *, asked: Questionnaire | None, response: Sequence[Node], scores: Mapping[str, str]
) -> dict[str, Any]:
    """What a version holds: the questions as they were asked beside the answers, so that it is whole in itself."""
    about = {
        "title": on.title, "respondent": on.respondent, "answered_by": on.answered_by, "taken_on": str(on.taken_on),
        "taken_from": on.taken_from,
    }  # fmt: skip
    if asked is None or on.edition_id is None:
        return {**about, "instrument": on.instrument, "scores": dict(scores)}
    line = documents.edition(on.edition_id)
    assert line is not None, "an edition stays"
    return whole_body(about, asked, response, key=line.key, number=line.number, sha256=line.sha256)


def whole_body(
    about: Mapping[str, Any], asked: Questionnaire, response: Sequence[Node], *, key: str, number: int, sha256: str
) -> dict[str, Any]:
    """The same from what is known of its edition; a device makes it too (web/field/rules/answers.js)."""
    form = {"key": key, "number": number, "sha256": sha256, "questionnaire": asked.canonical}
    return {**about, "form": form, "item": [named(asked.items, node) for node in response]}
