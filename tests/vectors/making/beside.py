"""What the visits of the vectors hold beside the targets, as the server's lookups would give it."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from alongside.behaviour.lookups import Exchanged, Noticed, Summary, TokensGiven
from alongside.foundation.typed_text import settled
from alongside.incidents.lookups import CrisisFacts
from alongside.living.lookups import HelpGiven
from alongside.notes.beside import Beside
from alongside.plans.lookups import PreferenceFacts
from alongside.skills import library
from alongside.skills.lookups import UsedTechnique
from tests.vectors.making.reading import STAFF, Reading


def beside_of(found: Reading, pack: dict[str, Any], summary: Summary) -> Beside:
    """Each kind in the order of time."""
    session, menu = summary.session, {one["id"]: one["text"] for one in pack["reinforcers/1"]["menu"]}
    around = {kind: sorted(some, key=lambda one: (one.at, one.id)) for kind, some in found.around.items()}
    names = {str(key): target.name for key, target in found.targets.items()}
    tokens = [
        TokensGiven(one.id, one.at, one.count, names.get(getattr(one, "for", ""), ""), _words(one))
        for one in around["tokens"]
    ]
    helped = [
        HelpGiven(
            one.id, one.activity, one.level, getattr(one, "choice", ""), getattr(one, "refused", False), one.at
        )
        for one in around["helps"]
    ]  # fmt: skip
    return Beside(
        noticed=tuple(Noticed(one.id, session.id, STAFF, one.area, _words(one), one.at) for one in around["notices"]),
        tokens=tuple(tokens), helped=tuple(helped), crises=_crises(around, session.id),
        exchanges=tuple(
            Exchanged(one.id, one.at, menu.get(one.reinforcer, ""), one.cost) for one in around["exchanges"]
        ),
        techniques=tuple(_technique(one, session.id) for one in around["techniques"]),
        preferences=tuple(
            PreferenceFacts(UUID(one["id"]), one["method"], session.service_day, tuple(one["ranked"]), "")
            for one in pack["note/1"]["preferences"] if date.fromisoformat(one["day"]) == session.service_day
        ),
    )  # fmt: skip


def _technique(one: SimpleNamespace, session: UUID) -> UsedTechnique:
    felt, said = getattr(one, "felt", ""), settled(getattr(one, "felt_words", ""), lines=True)
    name = library.name(one.technique)
    return UsedTechnique(one.id, session, one.technique, name, felt, said, one.went, _words(one), one.at)


def _crises(around: dict[str, list[SimpleNamespace]], session: UUID) -> tuple[CrisisFacts, ...]:
    closed = {one.on: datetime.fromisoformat(one.closed_at) for one in reversed(around["endings"])}
    of_it = [one for one in around["crises"] if getattr(one, "session", None) == str(session)]
    found = [
        CrisisFacts(one.id, None, session, STAFF, began, began, closed.get(str(one.id)), None)
        for one in of_it for began in [datetime.fromisoformat(one.began_at)]
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.began_at, one.id)))


def _words(one: SimpleNamespace) -> str:
    return settled(getattr(one, "words", ""), lines=True)
