"""Operations as the server reads them, without a database: its own rules over rows that are in memory."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.behaviour import tallies
from alongside.behaviour.measures import definition, definitions
from alongside.behaviour.models import OpenTimer, Tally
from alongside.behaviour.recording import Scene, retraction, row_of
from alongside.behaviour.rules import sums, times
from alongside.behaviour.stream import Row, Seen
from alongside.foundation import reference
from alongside.foundation.typed_text import settled
from alongside.plans.models import Target
from alongside.sessions.models import Session
from alongside.skills import library
from alongside.skills.rules.helping import use_faults

STAFF, SECOND = UUID("0199aaaa-0000-7000-8000-00000000000a"), UUID("0199aaaa-0000-7000-8000-00000000000b")
Side = tuple[UUID, str, bool]


@dataclass
class Reading:
    """A visit as it stands after some operations."""

    targets: dict[UUID, Target]
    session: Session = None  # type: ignore[assignment]
    ended_at: datetime | None = None
    early_reason: str = ""
    rows: dict[UUID, Row] = field(default_factory=dict)
    timers: dict[UUID, OpenTimer] = field(default_factory=dict)
    around: dict[str, list[SimpleNamespace]] = field(
        default_factory=lambda: {
            kind: []
            for kind in (
                "uses",
                "presences",
                "deviations",
                "notices",
                "tokens",
                "exchanges",
                "helps",
                "techniques",
                "crises",
                "endings",
            )
        }
    )
    passed: list[str] = field(default_factory=list)

    def standing(self, second: bool = False) -> list[Row]:
        """Rows in force in the order of the stream."""
        rows = [row for row in self.rows.values() if row.stands and row.second is second]
        return sorted(rows, key=lambda row: (row.happened_at, row.id))

    @property
    def scene(self) -> Scene:
        return Scene(self.session, self.ended_at, self.targets)

    def tallies(self, second: bool = False) -> dict[tuple[UUID, str], Tally]:
        """Every tally of a side, as the table would hold it."""
        place, rows = self.scene.place(second), self.standing(second)
        settings = {key: target.settings for key, target in self.targets.items()}
        sides = sorted({(row.target_id, row.measure) for row in rows}, key=str)
        return {side: _tally(side, tallies.total(side, rows, place, settings), place.hours) for side in sides}


def read(pack: dict[str, Any], operations: list[dict[str, Any]]) -> Reading:
    """Carry out operations one by one; what breaks a rule is passed over and named."""
    found = Reading({target.pk: target for target in map(_target, pack["targets/1"]["targets"])})
    done = set()
    for operation in operations:
        act = (operation["kind"], operation["id"])
        if act not in done and not _carried_out(found, operation):
            found.passed.append(operation["id"])
        done.add(act)
    return found


def _target(known: dict[str, Any]) -> Target:
    names = ("name", "screen_name", "kind", "measure", "settings", "pinned")
    return Target(id=UUID(known["id"]), ended_at=None, **{name: known[name] for name in names})


def _carried_out(found: Reading, operation: dict[str, Any]) -> bool:
    return bool(ACTS[operation["kind"]](found, operation, operation["details"]))


def _start(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    began = datetime.fromisoformat(details["began_at"])
    found.session = Session(
        id=UUID(operation["id"]), client_id=UUID(operation["on"]), staff_id=STAFF, began_at=began, zone=details["zone"],
        service_day=began.astimezone(ZoneInfo(details["zone"])).date(), place=details.get("place", ""),
    )  # fmt: skip
    return True


def _end(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    if found.ended_at is not None:
        return False
    found.ended_at = datetime.fromisoformat(details["ended_at"])
    found.early_reason = settled(details.get("early_reason", ""), lines=True)
    found.timers.clear()
    return True


def _record(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    target, second = UUID(details["target"]), details.get("second", False)
    if target not in found.targets or (second and found.ended_at is not None):
        return False
    seen = Seen(
        UUID(operation["id"]), target, details["details"], datetime.fromisoformat(details["happened_at"]),
        details.get("measure", ""),
    )  # fmt: skip
    if seen.measure and seen.measure not in definitions():
        return False
    row, faults = row_of(found.scene, seen, observer_id=SECOND if second else STAFF, second=second)
    timer = found.timers.get(target)
    if faults or _scored(found, row):
        return False
    if timer and timer.pk == row.id:
        del found.timers[target]
    found.rows[row.id] = row
    return True


def _correct(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    old = _before(found, operation, details)
    if old is None:
        return False
    at = datetime.fromisoformat(details["happened_at"]) if details.get("happened_at") else old.happened_at
    seen = Seen(UUID(operation["id"]), old.target_id, details["details"], at, old.measure)
    row, faults = row_of(found.scene, seen, observer_id=STAFF, second=old.second)
    row = replace(row, follows_id=old.id)
    if faults or _scored(found, row):
        return False
    return _follow(found, row, old)


def _retract(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    old = _before(found, operation, details)
    return old is not None and _follow(found, retraction(old, id=UUID(operation["id"]), reason=""), old)


def _before(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> Row | None:
    old, why = found.rows.get(UUID(operation["on"])), settled(details.get("reason", ""), lines=True)
    if old is None or not old.stands:
        return None
    late = found.ended_at is not None and len(why) < reference.load("visits")["fewest_reason_letters"]
    return None if late else old


def _follow(found: Reading, row: Row, old: Row) -> bool:
    found.rows[old.id] = replace(old, succeeded=True)
    found.rows[row.id] = row
    return True


def _scored(found: Reading, row: Row) -> bool:
    """Whether another row in force scores the same interval (the table behaviour_scored keeps that on the server)."""
    once = definition(row.measure).get("once", "")
    if once not in row.details:
        return False
    slot = (row.target_id, row.measure, row.details[once])
    others = (other for other in found.standing(row.second) if other.id != row.follows_id)
    return any((other.target_id, other.measure, other.details.get(once)) == slot for other in others)


def _run(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    target = UUID(details["target"])
    if found.ended_at is not None or target not in found.targets:
        return False
    began = datetime.fromisoformat(operation["at"])
    found.timers.setdefault(target, OpenTimer(id=UUID(operation["id"]), target_id=target, began_at=began))
    return True


def _let_go(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    found.timers = {key: timer for key, timer in found.timers.items() if str(timer.pk) != details["timer"]}
    return True


def _around(kind: str) -> Any:
    def keep(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
        at = datetime.fromisoformat(details.get("at") or operation["at"])
        found.around[kind].append(
            SimpleNamespace(**{**details, "on": operation["on"], "id": UUID(operation["id"]), "at": at})
        )
        return True

    return keep


def _technique(found: Reading, operation: dict[str, Any], details: dict[str, Any]) -> bool:
    """By the rules of skills; what is used happens within its visit."""
    known, at = reference.load("technique_words"), datetime.fromisoformat(operation["at"])
    faults = use_faults(
        technique=details["technique"], felt=details.get("felt", ""), went=details["went"], known=known,
        keys=library.techniques(),
    )  # fmt: skip
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    faults += times.faults(at, began_at=found.session.began_at, ended_at=found.ended_at, now=at, slack=slack)
    return not faults and bool(_around("techniques")(found, operation, details))


ACTS = {
    "sessions.start/1": _start, "sessions.end/1": _end, "behaviour.record/1": _record, "behaviour.correct/1": _correct,
    "behaviour.retract/1": _retract, "timer.start": _run, "watch.start": _run, "timer.drop": _let_go,
    "timer.stop": _let_go, "behaviour.use_strategy/1": _around("uses"), "behaviour.deviate/1": _around("deviations"),
    "sessions.note_presence/1": _around("presences"), "behaviour.notice/1": _around("notices"),
    "behaviour.give_token/1": _around("tokens"), "behaviour.exchange/1": _around("exchanges"),
    "living.help/1": _around("helps"), "skills.use_technique/1": _technique,
    "incidents.begin/1": _around("crises"), "incidents.close/1": _around("endings"),
}  # fmt: skip


def _tally(side: tuple[UUID, str], total: sums.Sum, hours: float | None) -> Tally:
    how = definition(side[1])
    return Tally(
        target_id=side[0], measure=side[1], n=total.n, numerator=total.numerator,
        denominator=sums.divisor(how, total, hours), value=sums.value(how, total, hours),
    )  # fmt: skip
