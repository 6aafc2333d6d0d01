"""Answers that were given elsewhere: looked at before they are taken in, and the file as it came."""

from dataclasses import dataclass

from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor
from alongside.instruments.following import followed
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.models import Answering, Elsewhere
from alongside.instruments.ready import would_open
from alongside.instruments.said import Said, texts
from alongside.instruments.showing import would_score
from alongside.instruments.weighing import Weighed, weighed
from alongside.people.banner import Banner, banner
from alongside.people.models import Client


@dataclass(frozen=True)
class Look:
    """The page before anything is taken in. Without a file, nothing but whose page it is."""

    banner: Banner
    found: Weighed | None = None
    texts: tuple[Said, ...] = ()
    scores: tuple[ScoreFacts, ...] = ()
    alarms: tuple[AlarmFacts, ...] = ()


@query("instruments.weigh", on="people.Client", fetch=("party",))
def weigh(*, by: Actor, on: Client, body: bytes | None = None, respondent: str = "self") -> Look:
    """What a file says and what it would come to. Keeps nothing. Raises Unacceptable (file). Ten statements."""
    whose = banner(on.pk)
    if body is None:
        return Look(whose)
    found = weighed(body, by=by, client=on, respondent=respondent)
    known = found.wanted.instrument
    key = known.key if known else found.wanted.form
    scores = would_score(found.results, instrument=key, entered=False, respondent=respondent, taken_on=found.taken_on)
    alarms = would_open(on.pk, found.wanted.title, found.opens)
    return Look(whose, found, tuple(texts(found.asked.items, found.response)), scores, followed(alarms, by.zone))


@query("instruments.file", on="instruments.Answering")
def file(*, by: Actor, on: Answering) -> tuple[str, bytes]:
    """A response that was made elsewhere, byte for byte, and a name for the file. Raises NotHere. One statement."""
    kept = Elsewhere.objects.filter(answering=on).first()
    if kept is None:
        raise NotHere("instruments.Answering")
    return f"response-{on.pk}.json", bytes(kept.body)
