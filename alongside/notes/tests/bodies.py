"""A complete note as plain data, and ways to take one thing out of it."""

from copy import deepcopy
from typing import Any

HEAD = {
    "client_name": "Theo Bell", "legal_name": "Theodore Bell", "given": "Theo", "identifier": "C-2",
    "born": "2017-03-04", "diagnosis": "F84.0", "service_day": "2026-11-19", "began_at": "2026-11-19T20:30:00Z",
    "ended_at": "2026-11-19T22:00:00Z", "zone": "America/New_York", "minutes": 90, "units": 6,
    "units_policy": "cumulative_day", "place": "Willow Street School", "place_code": "03",
    "programme": "School support", "service_code": "H2014", "modality": "1:1",
    "payer": "pa_medicaid", "payer_edition": "1",
}  # fmt: skip


def drafted(id: str, role: str, text: str, kind: str = "observation", ids: tuple[str, ...] = ("o1",)) -> dict[str, Any]:
    evidence = [{"kind": kind, "ids": list(ids), "label": "9 counts", "times": "3:36–4:54 pm"}]
    return {"id": id, "role": role, "text": text, "drafted": text, "own": False, "evidence": evidence}


def own(id: str, role: str, text: str) -> dict[str, Any]:
    return {"id": id, "role": role, "text": text, "drafted": "", "own": True, "evidence": []}


def body(**changes: Any) -> dict[str, Any]:
    """A note that every payer here accepts."""
    whole: dict[str, Any] = {
        "format": "BIRP", "head": dict(HEAD), "left_out": [], "present": "teacher",
        "sentences": [
            drafted("d1", "objective", "Objective 1.2: “Asks for a break”.", "plan", ("ob",)),
            drafted("d2", "behavior", "I was with Theo from 3:30 pm to 5:00 pm, 1 h 30 min.", "session", ("s",)),
            drafted("d3", "behavior", "Hits others was counted 2 times in 1 h 30 min."),
            drafted("d4", "intervention", "I used from the plan: “Show the card”, once.", "strategy", ("u",)),
            drafted("d5", "response", "Asks for a break was counted 9 times in 1 h 30 min."),
            own("o1", "safety", "Nobody was hurt and nothing of risk was said."),
            own("o2", "plan", "Keep the card within reach in math."),
        ],
    }  # fmt: skip
    return deepcopy({**whole, **changes})


def without_role(role: str) -> dict[str, Any]:
    whole = body()
    return {**whole, "sentences": [s for s in whole["sentences"] if s["role"] != role]}


def without_head(**changes: Any) -> dict[str, Any]:
    return body(head={**HEAD, **changes})
