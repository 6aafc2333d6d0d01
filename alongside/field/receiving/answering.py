"""Answers to a form from a device: begun and saved as one, or a later text of what was handed in."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.instruments import actions as instruments
from alongside.instruments.actions import save as save_answers
from alongside.instruments.models import Answering

MOST_RAW = 200
NOTHING: Mapping[str, Any] = {}


def answer(
    *, by: Actor, on: UUID, id: UUID, document_id: UUID, edition: UUID, respondent: str, taken_on: str,
    answers: list[Any], answered_by: str = "", session_id: UUID | None = None, raw: Mapping[str, Any] = NOTHING,
) -> Answering:  # fmt: skip
    """The draft of a form as it was answered without signal. Raises what the actions raise."""
    try:
        day = date.fromisoformat(taken_on)
    except ValueError as wrong:
        raise Unacceptable(Fault("foundation.field.required", "taken_on")) from wrong
    made = instruments.begin(
        by=by, on=on, id=id, document_id=document_id, edition=edition, respondent=respondent, taken_on=day,
        answered_by=answered_by, session_id=session_id,
    )  # fmt: skip
    save_answers(by=by, on=made, based_on=1, answers=answers, raw=_raw(raw))
    return made


def save(*, by: Actor, on: UUID, based_on: int, answers: list[Any], raw: Mapping[str, Any] = NOTHING) -> None:
    """A later text. On an older draft it is kept beside the newer one."""
    save_answers(by=by, on=on, based_on=based_on, answers=answers, raw=_raw(raw))


def _raw(raw: Mapping[str, Any]) -> dict[str, str]:
    """Texts by field; anything else is no text of a form."""
    if len(raw) > MOST_RAW or not all(isinstance(text, str) for text in raw.values()):
        raise Unacceptable(Fault("instruments.wrong.unknown", "raw"))
    return {str(name): text for name, text in raw.items()}
