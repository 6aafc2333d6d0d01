"""Answers for tests, as a form would hand them over."""

from dataclasses import replace
from datetime import UTC, date, datetime

from alongside.documents import lookups as documents
from alongside.instruments import actions
from alongside.instruments.editions import asked_of, begun
from alongside.instruments.instrument import instruments
from alongside.instruments.models import Answering
from alongside.questionnaires.values import chosen

DAY = date(2026, 11, 2)


def shown(actor):
    """The actor, having just shown who they are."""
    return replace(actor, confirmed_at=datetime.now(UTC))


def nodes(form: str, worth: dict[str, int]) -> list[dict]:
    """Answers to the items of an instrument, by what each is worth."""
    asked = asked_of(begun(form).edition)
    found = []
    for part in asked.items:
        below = [
            {"linkId": item.link_id, "answer": [dict(chosen(_worth(item, worth[item.link_id])))]}
            for item in part.items
            if item.link_id in worth
        ]
        if below:
            found.append({"linkId": part.link_id, "item": below})
    return found


def _worth(item, score):
    return next(option for option in item.options if option.score == score)


def begin(cast, form="psc-17", *, by=None, client=None, respondent="", **more) -> Answering:
    known = instruments().get(form)
    respondent = respondent or (known.about["respondents"][0] if known else "self")
    more.setdefault("taken_on", DAY)
    return actions.begin(by=by or cast.rosa, on=client or cast.theo, form=form, respondent=respondent, **more)


def answered(cast, form="psc-17", worth=None, **more) -> Answering:
    """Begun and saved."""
    one = begin(cast, form, **more)
    by = more.get("by") or cast.rosa
    actions.save(by=by, on=one, based_on=1, answers=nodes(form, worth or {str(n): 1 for n in range(1, 18)}))
    return one


def signed(cast, form="psc-17", worth=None, **more) -> Answering:
    one = answered(cast, form, worth, **more)
    sign(more.get("by") or cast.rosa, one)
    return Answering.objects.get(pk=one.pk)


def entered(cast, form="sdq", scores=None, **more) -> Answering:
    """Results entered and signed."""
    one = begin(cast, form, **more)
    by = more.get("by") or cast.rosa
    actions.save(by=by, on=one, based_on=1, scores=scores or {"total": "18", "emotional": "4"})
    sign(by, one)
    return one


def sign(by, one, **more):
    return actions.sign(by=shown(by), on=one.pk, saved=documents.at_work(one.document_id).saved, **more)
