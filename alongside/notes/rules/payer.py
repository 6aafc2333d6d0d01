"""What a payer asks of a note: each element is a question to the note, answered by yes or by a fault with its place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.foundation.errors import Fault
from alongside.notes.rules.figures import figures

Body = Mapping[str, Any]
TIMES_ALONE = {"session", "presence", "notice", "preference"}  # their figures say when, and count nothing that was done


@dataclass(frozen=True)
class Checked:
    """One element of a payer's list. `by_author`: the author can mend it here; otherwise the office does."""

    element: str
    met: bool
    by_author: bool
    place: str


def check(body: Body, *, needs: Iterable[str], elements: Mapping[str, Mapping[str, Any]]) -> tuple[Checked, ...]:
    """Every element that the payer needs, in its order. `elements`: who mends it and where (payers.toml)."""
    return tuple(
        Checked(name, ASKS[name](body), elements[name]["who"] == "author", elements[name]["place"]) for name in needs
    )


def faults(checked: Iterable[Checked], *, payer: str) -> list[Fault]:
    """What is missing and the author can mend: these stand between the note and a signature."""
    return [_fault(c, payer) for c in checked if not c.met and c.by_author]


def _fault(checked: Checked, payer: str) -> Fault:
    return Fault(f"notes.payer.missing.{checked.element}", checked.place, {"payer": payer}, checked.place)


def _with_role(*roles: str) -> Callable[[Body], bool]:
    return lambda body: any(s["role"] in roles and s["text"].strip() for s in body["sentences"])


def _in_head(*names: str) -> Callable[[Body], bool]:
    return lambda body: all(str(body["head"].get(name) or "").strip() for name in names)


def _seen(body: Body) -> bool:
    """Something that was seen, beyond that the visit took place."""
    rest = (s for s in body["sentences"] if s["role"] in ("behavior", "subjective", "response"))
    return any(s["own"] or any(e["kind"] == "observation" for e in s["evidence"]) for s in rest)


def _numbers(body: Body) -> bool:
    """A response or a behavior with numbers, in the note's own sentences or from what was recorded."""
    told = [s for s in body["sentences"] if s["role"] in ("behavior", "response") and s["text"].strip()]
    return any(figures(s["text"]) and (s["own"] or _kinds(s) - TIMES_ALONE) for s in told)


def _kinds(sentence: Mapping[str, Any]) -> set[str]:
    return {evidence["kind"] for evidence in sentence["evidence"]}


ASKS: dict[str, Callable[[Body], bool]] = {
    "client": _in_head("client_name", "identifier", "born"),
    "times": _in_head("began_at", "ended_at", "service_day"),
    "units": _in_head("units"),
    "place": lambda body: _in_head("place_code")(body) and body["head"]["place_code"] != "99",
    "service": _in_head("service_code"),
    "diagnosis": _in_head("diagnosis"),
    "modality": _in_head("modality"),
    "present": lambda body: bool(body["present"].strip()),
    "objective": _with_role("objective"),
    "behavior": _seen,
    "intervention": _with_role("intervention"),
    "response": _with_role("response"),
    "numbers": _numbers,
    "safety": _with_role("safety"),
    "plan": _with_role("plan"),
}
