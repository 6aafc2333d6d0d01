"""Writing down operations as a device makes them: ids and moments that are the same every time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.plans import SETTINGS

CLIENT = "0199bbbb-0000-7000-8000-000000000001"
MEASURES = (
    "count", "rate", "duration", "latency", "irt", "partial_interval", "whole_interval", "momentary", "trial",
    "trials_to_criterion", "task_analysis", "magnitude", "product", "rating", "reported",
)  # fmt: skip
NAMES = {"count": "Hits others", "rate": "Leaves the área", "irt": "Asks for a break", "trial": "Greets a peer"}


def key(kind: int, n: int) -> str:
    """An id of version 7, later ones greater."""
    return f"0199{kind:04x}-{n:04x}-7000-8000-{n * 2654435761 % 2**48:012x}"


def target(n: int, measure: str, **more: Any) -> dict[str, Any]:
    """One line of the section targets/1."""
    plain = {
        "id": key(0x1000, n), "name": NAMES.get(measure, f"Measured by {measure}"), "screen_name": f"Tile {n}",
        "kind": "skill" if n % 3 else "behaviour", "measure": measure, "settings": SETTINGS.get(measure, {}),
        "pinned": n % 5,
    }  # fmt: skip
    return {**plain, **more}


def targets() -> list[dict[str, Any]]:
    """A target of every measure, a latency that names no cue, a criterion that one trial meets."""
    uncued = target(len(MEASURES), "latency", name="Begins to work", settings={})
    at_once = target(len(MEASURES) + 1, "trials_to_criterion", name="Waits", settings={"in_a_row": 1})
    return [*(target(n, measure) for n, measure in enumerate(MEASURES)), uncued, at_once]


class Writer:
    """Writes operations one after another; the clock of the visit goes on from each to the next."""

    def __init__(self, began: datetime, *, zone: str = "America/New_York") -> None:
        self.now, self.operations, self.session = began, list[dict[str, Any]](), ""
        self.began, self.zone = began, zone

    def write(self, kind: str, on: str, details: dict[str, Any], *, id: str = "") -> str:
        """One operation, written now; its id."""
        id = id or key(0x2000, len(self.operations))
        self.operations.append({"id": id, "kind": kind, "on": on, "at": iso(self.now), "details": details})
        return id

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def start(self, client: str = CLIENT, **more: Any) -> str:
        details = {"zone": self.zone, "began_at": iso(self.now), **more}
        self.session = self.write("sessions.start/1", client, details)
        return self.session

    def see(self, target: str, details: dict[str, Any], *, at: datetime | None = None, **more: Any) -> str:
        known = {"target": target, "details": details, "happened_at": iso(at or self.now), **more}
        return self.write("behaviour.record/1", self.session, known)

    def end(self, **more: Any) -> str:
        return self.write("sessions.end/1", self.session, {"ended_at": iso(self.now), **more})


def iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
