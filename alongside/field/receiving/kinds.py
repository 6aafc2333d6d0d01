"""Which action carries out which kind of operation. A new kind is one entry of the table (README.md says how)."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.behaviour import actions as behaviour
from alongside.field.receiving import answering, details, signing
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor
from alongside.incidents import actions as incidents
from alongside.living import actions as living
from alongside.notes import actions as notes
from alongside.safety import actions as safety
from alongside.safety.lookups import of_session as watch_of
from alongside.sessions import actions as sessions
from alongside.sessions.verifying import Evidence
from alongside.skills import actions as skills


@dataclass(frozen=True)
class Did:
    """One operation with its details read: what its action is called with. `at`: by the device's clock."""

    id: UUID
    on: UUID
    at: datetime
    args: dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """How one kind is read and carried out.

    `fields`: its details (details.py). `one`: carries one out. `many`, `alike`: carries out neighbours that are alike
    as one act. `ordered`: it changes how its subject stands, so that it is held when an earlier one on it is held.
    """

    fields: str
    one: Callable[[Actor, Did], object]
    many: Callable[[Actor, Sequence[Did]], object] | None = None
    alike: Callable[[Did], Hashable] = lambda did: did.on
    ordered: bool = False

    def read(self, id: UUID, on: UUID, given: dict[str, Any], *, at: datetime) -> Did:
        """Raises details.Misfit."""
        return Did(id, on, at, details.read(self.fields, given))


def on_it(action: Callable[..., object]) -> Callable[[Actor, Did], object]:
    """`action(by=..., on=..., **details)`."""
    return lambda by, did: action(by=by, on=did.on, **did.args)


def with_id(action: Callable[..., object]) -> Callable[[Actor, Did], object]:
    """`action(by=..., on=..., id=..., **details)`: the operation's id is the new row's."""
    return lambda by, did: action(by=by, on=did.on, id=did.id, **did.args)


def at_its_time(action: Callable[..., object]) -> Callable[[Actor, Did], object]:
    """The same, for what happened when the operation was made and says no other time."""
    return lambda by, did: action(by=by, on=did.on, id=did.id, at=did.at, **did.args)


def _seen(did: Did) -> behaviour.Seen:
    kept = {name: value for name, value in did.args.items() if name != "second"}
    return behaviour.Seen(id=did.id, **kept)


def _record(by: Actor, several: Sequence[Did]) -> object:
    second = several[0].args.get("second", False)
    recorded_at = max(did.at for did in several)
    seen = [_seen(did) for did in several]
    return behaviour.record(by=by, on=several[0].on, observations=seen, second=second, recorded_at=recorded_at)


def _end(by: Actor, did: Did) -> None:
    sessions.end(by=by, on=did.on, **did.args)
    behaviour.settle(by=by, on=did.on)


def _verify(by: Actor, did: Did) -> object:
    evidence = Evidence(device_at=did.at, **did.args)
    return sessions.verify(by=by, on=did.on, id=did.id, evidence=evidence)


def _begin(by: Actor, did: Did) -> object:
    """Of a client, or of nobody yet, where it is about its author."""
    if did.on == by.staff_id:
        return incidents.begin_unknown(by=by, on=did.on, id=did.id, began_at=did.args["began_at"])
    return incidents.begin(by=by, on=did.on, id=did.id, **did.args)


def _word(by: Actor, did: Did) -> object:
    """A word about the watch of a session. Raises NotHere where nobody watches it."""
    watch = watch_of(did.on)
    if watch is None:
        raise NotHere("safety.Watch")
    return safety.check_in(by=by, on=watch, id=did.id, at=did.at, **did.args)


def _signal(by: Actor, did: Did) -> object:
    """Of a session, or of nothing but its author."""
    session = None if did.on == by.staff_id else did.on
    return safety.duress(by=by, on=by.staff_id, id=did.id, session_id=session, at=did.at, **did.args)


KINDS: dict[str, Kind] = {
    "sessions.start/1": Kind(
        "visit:id?>visit_id programme:id?>programme_id site:id?>site_id place:text? zone:text overlap_reason:text?"
        " began_at:moment",
        with_id(sessions.start),
    ),
    "sessions.verify/1": Kind(
        "moment:text how:text latitude:number? longitude:number? accuracy_m:number? exception:text? reason:text?",
        _verify,
    ),
    "sessions.note_presence/1": Kind("who:text took_part:flag undone:flag?", with_id(sessions.note_presence)),
    "sessions.end/1": Kind("ended_at:moment early_reason:text?", _end),
    "behaviour.record/1": Kind(
        "target:id>target_id details:object happened_at:moment measure:text? second:flag?",
        lambda by, did: _record(by, [did]),
        many=_record,
        alike=lambda did: (did.on, did.args.get("second", False)),
    ),
    "behaviour.correct/1": Kind(
        "details:object happened_at:moment? reason:text?", with_id(behaviour.correct), ordered=True
    ),
    "behaviour.retract/1": Kind("reason:text?", with_id(behaviour.retract), ordered=True),
    "behaviour.use_strategy/1": Kind("strategy:id>strategy_id undone:flag? at:moment", with_id(behaviour.use_strategy)),
    "behaviour.deviate/1": Kind("what:text reason:text strategy:id?>strategy_id", at_its_time(behaviour.deviate)),
    "notes.draft/1": Kind("document:id>document_id body:object", with_id(notes.draft)),
    "notes.save/1": Kind("based_on:whole body:object", on_it(notes.save), ordered=True),
    "notes.sign/1": Kind(
        "saved:whole digest:text signed_at:moment signature:text", on_it(signing.sign_note), ordered=True
    ),
    "instruments.answer/1": Kind(
        "edition:id document:id>document_id respondent:text answered_by:text? taken_on:text session:id?>session_id"
        " answers:list raw:object?",
        with_id(answering.answer),
    ),
    "instruments.save/1": Kind("based_on:whole answers:list raw:object?", on_it(answering.save), ordered=True),
    "instruments.sign/1": Kind(
        "saved:whole digest:text signed_at:moment signature:text", on_it(signing.sign_answers), ordered=True
    ),
    "behaviour.notice/1": Kind("area:text words:text?", at_its_time(behaviour.notice)),
    "behaviour.give_token/1": Kind("count:whole for:id?>target_id words:text?", at_its_time(behaviour.give_token)),
    "behaviour.exchange/1": Kind("reinforcer:id>reinforcer_id cost:whole", at_its_time(behaviour.exchange)),
    "living.help/1": Kind("activity:text level:text choice:text? refused:flag?", at_its_time(living.help)),
    "skills.use_technique/1": Kind(
        "technique:text went:text felt:text? felt_words:text? words:text?", at_its_time(skills.use_technique)
    ),
    "skills.probe/1": Kind("probe:id>probe_id words:text?", with_id(skills.probe)),
    "incidents.begin/1": Kind("session:id?>session_id began_at:moment", _begin),
    "incidents.mark/1": Kind("line:text words:text? at:moment", with_id(incidents.mark)),
    "incidents.close/1": Kind("closed_at:moment", on_it(incidents.close)),
    "incidents.about/1": Kind("client:id>client_id session:id?>session_id", on_it(incidents.about)),
    "safety.watch/1": Kind("due_at:moment", at_its_time(safety.watch)),
    "safety.check_in/1": Kind("due_at:moment?", _word),
    "safety.duress/1": Kind("latitude:number? longitude:number?", _signal),
}
