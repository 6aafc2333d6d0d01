"""Beginning an answering, and the draft in its author's hands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.documents import lookups as documents
from alongside.documents.lookups import Kept
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.instruments import lookups
from alongside.instruments.dues import Due, dues_of
from alongside.instruments.editions import asked_of, years
from alongside.instruments.following import followed
from alongside.instruments.instrument import Instrument, instruments
from alongside.instruments.lookups import AlarmFacts, AnsweringFacts
from alongside.instruments.models import RESPONDENTS, Answering
from alongside.instruments.papers import Draft, context, filled_in
from alongside.instruments.ready import Ready, readiness, would_open
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.questionnaires.filling import Filled
from alongside.questionnaires.items import Questionnaire


@dataclass(frozen=True)
class Offered:
    """A form that may be begun. `fits`: it is for the client's age. `entered`: its results alone."""

    form: str
    title: str
    about: str
    respondents: tuple[str, ...]
    fits: bool
    entered: bool


@dataclass(frozen=True)
class Start:
    banner: Banner
    offered: tuple[Offered, ...]
    dues: tuple[Due, ...]


@dataclass(frozen=True)
class AtWork:
    """The page of a draft. `asked` is None where results are entered; `asides` were saved by another window."""

    answering: AnsweringFacts
    banner: Banner
    draft: Draft
    saved: int
    next: int
    asked: Questionnaire | None
    filled: Filled | None
    instrument: Instrument | None
    asides: tuple[Kept, ...]
    ready: Ready
    given: Mapping[str, Any]
    alarms: tuple[AlarmFacts, ...] = ()


@query("instruments.offered", on="people.Client", fetch=("party",))
def offered(*, by: Actor, on: Client) -> Start:
    """Everything that may be asked of this client, what is for their age first. At most twelve statements."""
    age = years(on.party.birth_date, today(by.zone))
    shipped = [
        Offered(
            key,
            one.title,
            one.about["about"],
            tuple(one.about.get("respondents", RESPONDENTS)),
            _fits(age, *one.about.get("ages", (0, 200))),
            not one.has_items,
        )  # fmt: skip
        for key, one in instruments().items()
    ]
    here = [
        Offered(
            line.key,
            line.title,
            line.purpose,
            line.respondents or RESPONDENTS,
            _fits(age, line.youngest, line.oldest),
            False,
        )
        for line in documents.published_editions()
        if line.key not in instruments()
    ]
    ranked = sorted([*shipped, *here], key=lambda one: (not one.fits, one.title.casefold()))
    return Start(banner(on.pk), tuple(ranked), dues_of([on.pk])[on.pk])


@query("instruments.work", on="instruments.Answering")
def work(*, by: Actor, on: Answering) -> AtWork | None:
    """The draft, or None where there is none: it is signed, or does not count. At most fifteen statements."""
    paper = documents.at_work(on.document_id)
    if paper is None or on.state == "void":
        return None
    draft = Draft.of(paper.body)
    asked = asked_of(on.edition_id) if on.edition_id else None
    client = Client.objects.select_related("party").get(pk=on.client_id)
    ready, facts = readiness(on, paper), lookups.answering(on.pk)
    known = instruments().get(on.instrument)
    return AtWork(
        answering=facts, banner=banner(on.client_id), draft=draft, saved=paper.saved,
        next=paper.next, asked=asked, filled=filled_in(asked, draft.answers, client) if asked else None,
        instrument=known, asides=_asides(on, paper), ready=ready, given=context(asked, client) if asked else {},
        alarms=followed(would_open(on.client_id, on.title, ready.opens), by.zone),
    )  # fmt: skip


def _asides(on: Answering, paper: documents.AtWork) -> tuple[Kept, ...]:
    return documents.asides(on.document_id, since=paper.saved_at)


def _fits(age: int | None, youngest: int | None, oldest: int | None) -> bool:
    return age is None or (youngest or 0) <= age <= (oldest or 200)
