"""What answers are worth, kept for good: scores, single answers, and what they open."""

from functools import partial
from typing import Any
from uuid import UUID

from alongside.foundation import outbox
from alongside.foundation.policy import Actor
from alongside.instruments.instrument import instruments
from alongside.instruments.models import Alarm, Answer, Answering, Score
from alongside.instruments.ready import Ready
from alongside.instruments.telling import tell
from alongside.instruments.worth import Result


def keep_worth(by: Actor, on: Answering, ready: Ready, version: UUID, *, edition: str) -> None:
    """Scores, answers and what they open, for good. `edition`: of the form, where it is no instrument."""
    rest = {"answering": on, "version_id": version, "client_id": on.client_id}
    known = instruments().get(on.instrument)
    edition = str(known.about["edition"]) if known else edition
    Score.objects.bulk_create(_score(on, one, edition, number=n, **rest) for n, one in enumerate(ready.results))
    Answer.objects.bulk_create(
        Answer(**rest, link=one.link, number=one.number, value=one.value, worth=one.worth) for one in ready.answers
    )
    alarms = [Alarm(**rest, staff_id=by.staff_id, **each) for each in ready.opens]
    Alarm.objects.bulk_create(alarms)
    if alarms:
        outbox.at_once(partial(tell, on.pk))


def _score(on: Answering, result: Result, edition: str, **rest: Any) -> Score:
    one = result.score
    return Score(
        **rest, instrument=on.instrument or on.form, edition=edition, scale=one.scale, name=result.name,
        code=result.code, total=one.total, band=one.band, positive=one.positive, firm=one.firm,
        entered=on.edition_id is None, left_out=list(one.left_out), filled=list(one.filled), respondent=on.respondent,
        taken_on=on.taken_on,
    )  # fmt: skip
