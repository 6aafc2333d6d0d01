"""Signing a note: everything from the draft on screen to the signature, in one transaction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.documents import lookups as documents
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.notes import actions as notes
from alongside.sessions import actions as sessions
from alongside.workforce import lookups
from bench.place import Place
from bench.table import Result
from bench.timing import alone, statements
from bench.world import World

STATEMENTS, WARM = 12, 3
OWN = ("intervention", "response", "safety", "plan", "objective")


def results(place: Place) -> Iterator[Result]:
    world, times = place.large, place.times(40)
    with place.at(world.database):
        with inside(world.agency):
            actor = lookups.actor(world.ids["tss_last"], account_id=world.ids["tss_last_account"])
        assert actor is not None
        actor = replace(actor, confirmed_at=datetime.now(UTC))
        drafts = [_ready_to_sign(world, actor, n) for n in range(times + WARM + 1)]

        def sign() -> None:
            note, saved = drafts.pop()
            with inside(world.agency, actor.account_id):
                notes.sign(by=actor, on=note, saved=saved)

        with statements() as sent:
            sign()
        yield Result("statements", len(sent), unit="", limit=STATEMENTS)
        yield Result("time", alone(sign, times=times, warm=WARM), remark="compared with 100 earlier notes")


def _ready_to_sign(world: World, actor: Actor, n: int) -> tuple[UUID, int]:
    """A visit with twelve observations, ended, its note drafted and completed in its author's own words."""
    began = datetime.now(UTC) - timedelta(hours=2, minutes=n)
    with inside(world.agency, actor.account_id):
        session = sessions.start(
            by=actor, on=world.ids["client_long"], id=uuid7(), began_at=began, programme_id=world.ids["programme"],
            site_id=world.ids["site"], overlap_reason="measured side by side",
        )  # fmt: skip
        at = [began + timedelta(minutes=5 * k) for k in range(1, 13)]
        seen = [Seen(uuid7(), world.ids["target_long"], {"count": 1}, moment) for moment in at]
        behaviour.record(by=actor, on=session.pk, observations=seen)
        sessions.end(by=actor, on=session.pk, ended_at=began + timedelta(minutes=65))
        behaviour.settle(by=actor, on=session.pk)
        note = notes.draft(by=actor, on=session.pk)
        return note.pk, _completed(actor, note.pk, note.document_id, Random(n))


def _completed(actor: Actor, note: UUID, document: UUID, dice: Random) -> int:
    paper = documents.at_work(document)
    assert paper is not None
    own = {part: _words(dice) for part in OWN}
    kept = notes.save(
        by=actor, on=note, based_on=paper.saved, texts={}, added=own, present=paper.body["present"] or "the teacher",
        format=paper.body["format"],
    )  # fmt: skip
    return kept.count


def _words(dice: Random) -> str:
    """Twenty words that are like no other note's."""
    return " ".join("".join(dice.choices("abcdeilmnorstu", k=dice.randint(3, 9))) for _ in range(20)).capitalize() + "."
