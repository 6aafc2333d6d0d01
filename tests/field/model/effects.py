"""Which rows an operation leaves behind, as docs/field-protocol.md says in section 7. Standard library only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Line = dict[str, Any]


@dataclass(frozen=True)
class Effect:
    """`table`: where. `by_on`: the row is found by what the operation is about, else by the operation's id.

    `author`: the column that names who it was; "" where the ledger alone does. `same`: whether a row says what the
    operation says. `or_table`: where it stands instead, when something stood before it. `once`: the very same words
    of another operation stand for both.
    """

    table: str
    same: Callable[[Line, Line], bool]
    author: str = "staff_id"
    by_on: str = ""
    verb: str = ""
    or_table: str = ""
    once: bool = False

    def row_id(self, operation: Line) -> str:
        return str(operation["on"] if self.by_on else operation["id"])


def when(text: str) -> datetime:
    """The moment that a text says, whatever its zone."""
    return datetime.fromisoformat(text)


def _started(row: Line, op: Line) -> bool:
    return row["client_id"] == op["on"] and when(row["began_at"]) == when(op["details"]["began_at"])


def _ended(row: Line, op: Line) -> bool:
    return when(row["ended_at"]) == when(op["details"]["ended_at"])


def _there(row: Line, op: Line) -> bool:
    said = op["details"]
    return (row["session_id"], row["who"], row["took_part"]) == (op["on"], said["who"], said["took_part"])


def _seen(row: Line, op: Line) -> bool:
    said = op["details"]
    return (
        row["session_id"] == op["on"]
        and row["target_id"] == said["target"]
        and row["details"] == said["details"]
        and when(row["happened_at"]) == when(said["happened_at"])
        and row["second"] == said.get("second", False)
        and row["follows_id"] is None
    )


def _corrected(row: Line, op: Line) -> bool:
    same = row["follows_id"] == op["on"] and row["details"] == op["details"]["details"]
    return same and not row["retracts"]


def _retracted(row: Line, op: Line) -> bool:
    return bool(row["retracts"]) and row["follows_id"] == op["on"]


def _used(row: Line, op: Line) -> bool:
    said = op["details"]
    same = (row["session_id"], row["strategy_id"]) == (op["on"], said["strategy"])
    return same and when(row["at"]) == when(said["at"])


def _left(row: Line, op: Line) -> bool:
    return (row["session_id"], row["what"], row["reason"]) == (op["on"], op["details"]["what"], op["details"]["reason"])


def _noticed(row: Line, op: Line) -> bool:
    return (row["session_id"], row["area"]) == (op["on"], op["details"]["area"])


def _given(row: Line, op: Line) -> bool:
    return (row["session_id"], row["count"]) == (op["on"], op["details"]["count"])


def _helped(row: Line, op: Line) -> bool:
    said = op["details"]
    return (row["session_id"], row["activity"], row["level"]) == (op["on"], said["activity"], said["level"])


def _technique(row: Line, op: Line) -> bool:
    said = op["details"]
    return (row["session_id"], row["technique"], row["went"]) == (op["on"], said["technique"], said["went"])


def _probed(row: Line, op: Line) -> bool:
    return (row["session_id"], row["probe_id"]) == (op["on"], op["details"]["probe"])


def _exchanged(row: Line, op: Line) -> bool:
    said = op["details"]
    return (row["session_id"], row["reinforcer_id"], row["cost"]) == (op["on"], said["reinforcer"], said["cost"])


def _due(row: Line, op: Line) -> bool:
    """A watch, or a word about one: until when, or safe."""
    until = op["details"].get("due_at")
    if until is None or row["due_at"] is None:
        return until is None and row["due_at"] is None
    return row.get("session_id", op["on"]) == op["on"] and when(row["due_at"]) == when(until)


def _crisis(row: Line, op: Line) -> bool:
    """Of a client; of its author where nobody knew yet whose it was."""
    whose = op["on"] in (row["client_id"], row["staff_id"])
    return whose and when(row["began_at"]) == when(op["details"]["began_at"])


def _whose(row: Line, op: Line) -> bool:
    return bool(row["client_id"] == op["details"]["client"])


def _marked(row: Line, op: Line) -> bool:
    return (row["crisis_id"], row["line"]) == (op["on"], op["details"]["line"])


def _closed(row: Line, op: Line) -> bool:
    return when(row["closed_at"]) == when(op["details"]["closed_at"])


def _signalled(row: Line, op: Line) -> bool:
    """A quiet signal is never held: a session that is not here is left out of it."""
    return row["session_id"] in (op["on"], None)


def _known(row: Line, op: Line) -> bool:
    said = op["details"]
    same = (row["session_id"], row["moment"], row["how"]) == (op["on"], said["moment"], said["how"])
    return same and when(row["device_at"]) == when(op["at"])


EFFECTS = {
    "sessions.start/1": Effect("sessions_session", _started, verb="sessions.start"),
    "sessions.end/1": Effect("sessions_ending", _ended, by_on="session_id", verb="sessions.end"),
    "sessions.note_presence/1": Effect("sessions_presence", _there, author="", verb="sessions.note_presence"),
    "behaviour.record/1": Effect("behaviour_observation", _seen, author="observer_id"),
    "behaviour.record/2": Effect("behaviour_observation", _seen, author="observer_id"),
    "behaviour.correct/1": Effect("behaviour_observation", _corrected, author="observer_id", verb="behaviour.correct"),
    "behaviour.retract/1": Effect("behaviour_observation", _retracted, author="", verb="behaviour.retract"),
    "behaviour.use_strategy/1": Effect("behaviour_strategyuse", _used, verb="behaviour.use_strategy"),
    "behaviour.deviate/1": Effect("behaviour_deviation", _left, verb="behaviour.deviate"),
    "behaviour.notice/1": Effect("behaviour_notice", _noticed, verb="behaviour.notice"),
    "behaviour.give_token/1": Effect("behaviour_token", _given, verb="behaviour.give_token"),
    "living.help/1": Effect("living_helped", _helped, verb="living.help"),
    "skills.use_technique/1": Effect("skills_techniqueuse", _technique, verb="skills.use_technique"),
    "skills.probe/1": Effect("skills_probed", _probed, verb="skills.probe", once=True),
    "incidents.begin/1": Effect("incidents_crisis", _crisis, verb="incidents.begin"),
    "incidents.about/1": Effect("incidents_crisis", _whose, author="", by_on="id", verb="incidents.about"),
    "incidents.mark/1": Effect("incidents_crisisline", _marked, verb="incidents.mark"),
    "incidents.close/1": Effect("incidents_crisisclosing", _closed, by_on="crisis_id", verb="incidents.close"),
    "behaviour.exchange/1": Effect("behaviour_exchange", _exchanged, verb="behaviour.exchange"),
    "safety.watch/1": Effect("safety_watch", _due, verb="safety.watch", or_table="safety_checkin"),
    "safety.check_in/1": Effect("safety_checkin", _due, verb="safety.check_in"),
    "safety.duress/1": Effect("safety_duress", _signalled),
    "sessions.verify/1": Effect("sessions_verification", _known, verb="sessions.verify", once=True),
}
