"""Beginning an answering, working on it, and taking up what was signed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.editions import Begun, asked_of, begin_faults, begun, begun_edition
from alongside.instruments.models import Answering
from alongside.instruments.papers import Draft, context
from alongside.instruments.ready import at_work
from alongside.instruments.rules.entering import entered_faults
from alongside.instruments.texts import settled_nodes, unfit
from alongside.instruments.wrongs import faults_of
from alongside.people.models import Client
from alongside.questionnaires.answering import unsound
from alongside.questionnaires.filling import Node
from alongside.questionnaires.filling import begun as first_answers

LEAST_REASON = 10
NOTHING: Mapping[str, str] = {}


@action("instruments.begin", on="people.Client", makes=True, fetch=("party",))
def begin(
    *, by: Actor, on: Client, respondent: str, taken_on: date, form: str = "", edition: UUID | None = None,
    answered_by: str = "", session_id: UUID | None = None, taken_from: str = "", id: UUID | None = None,
    document_id: UUID | None = None,
) -> Answering:  # fmt: skip
    """Begin to answer a form: by its key, or a published edition of it. The same id once.

    `answered_by`: who answers, in words. `taken_from`: where it was kept before. Raises Unacceptable: not published,
    not for this age or respondent, a day to come.
    """
    if id and (there := Answering.objects.filter(pk=id, client=on).first()):
        return there
    wanted = begun_edition(edition) if edition else begun(form)
    words = checked(answered_by=answered_by, taken_from=taken_from)
    if wrong := begin_faults(by, on, wanted, respondent=respondent, taken_on=taken_on):
        raise Unacceptable(wrong)
    if session_id is not None and find("sessions.Session", session_id).client_id != on.pk:
        raise Unacceptable(Fault("foundation.fault.other_client", "session"))
    document = engine.begin(
        id=document_id, client_id=on.pk, author_id=by.staff_id, form=wanted.form, form_edition=wanted.number,
        body=_first(wanted, on).body,
    )  # fmt: skip
    return Answering.objects.create(
        id=id or uuid7(), document=document, client_id=on.pk, edition_id=wanted.edition, form=wanted.form,
        instrument=wanted.instrument.key if wanted.instrument else "", title=wanted.title, respondent=respondent,
        taken_on=taken_on, session_id=session_id, made_by_id=by.staff_id, **words,
    )  # fmt: skip


@action("instruments.save", on="instruments.Answering")
def save(
    *, by: Actor, on: Answering, based_on: int, answers: Sequence[Node] = (), raw: Mapping[str, str] = NOTHING,
    scores: Mapping[str, str] = NOTHING,
) -> engine.Saved:  # fmt: skip
    """Keep what was typed. `raw`: by field, what could not be read. `scores`: results that are entered, as typed.

    When another window saved meanwhile, it is kept beside the newer text. Raises Unacceptable: signed, not answers to
    this form, words that no text may hold.
    """
    at_work(on)
    if on.edition_id is None:
        draft = Draft(scores={str(key): str(text).strip()[:40] for key, text in scores.items()})
        wrong = entered_faults(draft.scores)
    else:
        asked = asked_of(on.edition_id)
        draft = Draft(tuple(settled_nodes(answers)), {name: text[:2_000] for name, text in raw.items()})
        wrong = faults_of(asked, [*unsound(asked, draft.answers), *unfit(draft.answers)])
    if wrong:
        raise Unacceptable(wrong)
    return engine.save(by=by, document_id=on.document_id, body=draft.body, based_on=based_on)


@action("instruments.choose", on="instruments.Answering")
def choose(*, by: Actor, on: Answering, aside: UUID | str, based_on: int) -> engine.Saved:
    """Make answers that were kept beside the draft the draft. The other ones are kept beside it in turn."""
    paper, kept = at_work(on), documents.aside(on.document_id, aside)
    if kept is None:
        raise NotHere("documents.Aside")
    saved = engine.save(by=by, document_id=on.document_id, body=kept.body, based_on=based_on)
    if saved.aside is None:
        engine.put_aside(by=by, document_id=on.document_id, body=paper.body, based_on=based_on)
    return saved


@action("instruments.correct", on="instruments.Answering", locks=True)
def correct(*, by: Actor, on: Answering) -> None:
    """Take up what was signed: its answers become the draft of the next version, which says why when it is signed."""
    newest = documents.newest(on.document_id)
    if on.state != "signed" or newest is None or documents.at_work(on.document_id):
        raise Unacceptable(Fault("instruments.fault.not_signed"))
    body = newest.body
    draft = Draft(answers=tuple(_bare(node) for node in body.get("item", ())), scores=body.get("scores", {}))
    engine.open_draft(on.document_id, by=by.staff_id, body=draft.body)


def _first(wanted: Begun, client: Client) -> Draft:
    if wanted.edition is None:
        return Draft()
    asked = asked_of(wanted.edition)
    return Draft(tuple(first_answers(asked, context(asked, client))))


def _bare(node: Any) -> Node:
    """Without the questions' texts, which stand in a version."""
    found = {name: one for name, one in node.items() if name in ("linkId", "answer", "item")}
    if "item" in found:
        found["item"] = [_bare(one) for one in found["item"]]
    if "answer" in found:
        found["answer"] = [
            {**one, **({"item": [_bare(each) for each in one["item"]]} if "item" in one else {})}
            for one in found["answer"]
        ]
    return found
