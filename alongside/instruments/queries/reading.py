"""Signed answers: to read, to print, and as a resource that others read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.documents import lookups as documents
from alongside.documents.lookups import Written
from alongside.documents.sealing import ELSEWHERE
from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.instruments import lookups
from alongside.instruments.editions import asked_of
from alongside.instruments.following import followed
from alongside.instruments.instrument import instruments
from alongside.instruments.lookups import AlarmFacts, AnsweringFacts, ScoreFacts
from alongside.instruments.models import Alarm, Answering, Elsewhere, Voided
from alongside.instruments.said import Said, texts
from alongside.people.banner import Banner, banner
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.responding import answers_of, response
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Gone:
    """That it does not count: who said so, and why."""

    reason: str
    by: str
    at: Any


@dataclass(frozen=True)
class Away:
    """That the answers were given elsewhere, as the file says it; who took it in, and what was told then."""

    author: str
    source: str
    subject: str
    authored: str
    file_name: str
    by: str
    at: Any
    told: tuple[tuple[str, Mapping[str, Any]], ...]


@dataclass(frozen=True)
class Read:
    """The page of answers that are kept. `texts`: of the newest version. `away`: where they were made elsewhere."""

    answering: AnsweringFacts
    banner: Banner
    by: str
    about: Mapping[str, Any]
    texts: tuple[Said, ...]
    scores: tuple[ScoreFacts, ...]
    alarms: tuple[tuple[AlarmFacts, str, bool], ...]
    versions: tuple[Written, ...]
    voided: Gone | None
    at_work: bool
    mine: bool
    may_void: bool
    may_export: bool
    away: Away | None = None

    @property
    def newest(self) -> Written | None:
        return self.versions[-1] if self.versions else None


@query("instruments.read", on="instruments.Answering")
def read(*, by: Actor, on: Answering) -> Read:
    """What was answered and what it came to, with every version. At most twenty-six statements."""
    versions = documents.versions(on.document_id)
    alarms = followed(lookups.alarms_in(on.pk), by.zone)
    gone = Voided.objects.filter(answering=on).first()
    away = Elsewhere.objects.defer("body").filter(answering=on).first()
    called = names({on.made_by_id, *(one.answered_by for one in alarms), gone.staff_id if gone else None})
    known = instruments().get(on.instrument)
    newest = versions[-1] if versions else None
    items = asked_of(on.edition_id).items if on.edition_id else ()
    may_see_to = _may_see_to(by, alarms)
    return Read(
        answering=lookups.answering(on.pk), banner=banner(on.client_id), by=called.get(on.made_by_id, ""),
        about=known.about if known else {},
        texts=tuple(texts(items, newest.body.get("item", ()))) if newest else (),
        scores=lookups.scores_of_answering(on.pk), versions=versions,
        alarms=tuple(
            (one, called.get(one.answered_by, "") if one.answered_by else "", may_see_to) for one in alarms
        ),
        voided=Gone(gone.reason, called.get(gone.staff_id, ""), gone.at) if gone else None,
        at_work=documents.at_work(on.document_id) is not None, mine=on.made_by_id == by.staff_id,
        may_void=isinstance(ask(by, "instruments.void", on), Capacity),
        may_export=isinstance(ask(by, "instruments.export", on), Capacity),
        away=_away(away, called.get(on.made_by_id, "")) if away else None,
    )  # fmt: skip


@query("instruments.print", on="instruments.Answering")
def on_paper(*, by: Actor, on: Answering) -> tuple[Read, Questionnaire | None]:
    """The same to be printed, with what was asked: asked and written down by itself, for paper leaves the house.

    Raises NotHere where nothing is signed.
    """
    found = read(by=by, on=on)
    if found.newest is None:
        raise NotHere("instruments.Answering")
    return found, asked_of(on.edition_id) if on.edition_id else None


@query("instruments.export", on="instruments.Answering")
def export(*, by: Actor, on: Answering) -> dict[str, Any]:
    """The QuestionnaireResponse of the newest version: FHIR R4. Raises NotHere where results were entered or nothing is
    signed. Six statements."""
    newest = documents.newest(on.document_id)
    if newest is None or on.edition_id is None:
        raise NotHere("instruments.Answering")
    asked = asked_of(on.edition_id)
    items = answers_of(asked, {"resourceType": "QuestionnaireResponse", "item": newest.body["item"]})
    status = "entered-in-error" if on.state == "void" else "amended" if newest.number > 1 else "completed"
    made = response(
        asked, items, id=str(on.pk), authored=newest.at.isoformat(timespec="seconds"), status=status,
        subject=f"Patient/{on.client_id}", author=f"Practitioner/{on.made_by_id}",
    )  # fmt: skip
    away = newest.body.get(ELSEWHERE)
    return made | {"authored": away["authored"], "author": {"display": away["author"] or "–"}} if away else made


def _away(kept: Elsewhere, by: str) -> Away:
    told = tuple((code, values) for code, values in kept.told)
    return Away(kept.author, kept.source, kept.subject, kept.authored, kept.file_name, by, kept.at, told)


def _may_see_to(by: Actor, alarms: Sequence[AlarmFacts]) -> bool:
    waiting = next((one for one in alarms if one.answered_at is None), None)
    return waiting is not None and isinstance(
        ask(by, "instruments.look_after", Alarm.objects.get(pk=waiting.id)), Capacity
    )
