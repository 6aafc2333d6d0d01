"""The checklist of a version, and what may be said on it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.foundation.errors import Fault
from alongside.measure.trials import integrity

SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
MOMENTS = ("before", "during", "after")


@dataclass(frozen=True)
class Step:
    """Something to be done as the plan says. `key` names the line; `moment` is where it stands."""

    key: str
    moment: str
    text: str


def checklist(
    strategies: Iterable[tuple[str, str, str]], parts: Iterable[tuple[str, str]], crisis: Iterable[tuple[str, str]]
) -> tuple[Step, ...]:
    """Steps in the order of a session: before, during, after; sentences of parts; crisis last.

    `strategies`: (id, moment, text); `parts`: (key, text); `crisis`: (id, text).
    """
    lines = list(strategies)
    steps = [Step(id, moment, text) for moment in MOMENTS for id, at, text in lines if at == moment]
    for key, text in parts:
        steps += [Step(f"{key}-{n}", key, one) for n, one in enumerate(sentences(text), 1)]
    return (*steps, *(Step(id, "crisis", text) for id, text in crisis))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line ends one too."""
    return [one.strip() for one in SENTENCE.split(text) if one.strip()]


def scored(results: Iterable[str]) -> tuple[int, int]:
    """(correct, applicable) of "yes", "no" and "na"."""
    answers = [{"yes": True, "no": False}.get(one) for one in results]
    return answers.count(True), len(answers) - answers.count(None)


def percent(correct: int, applicable: int) -> float | None:
    """Integrity in percent; None where nothing applied."""
    return integrity([True] * correct + [False] * (applicable - correct)).value


def faults(steps: Iterable[Step], results: Mapping[str, str]) -> list[Fault]:
    """Every step is answered with yes, no or na, no other step is, and one at least applied."""
    keys = [step.key for step in steps]
    if set(results) - set(keys):
        return [Fault("fidelity.fault.step")]
    wrong = [
        Fault("fidelity.fault.answer", f"step-{key}")
        for key in keys
        if results.get(key) not in ("yes", "no", "na")
    ]  # fmt: skip
    if not wrong and scored(results.values())[1] == 0:
        return [Fault("fidelity.fault.nothing")]
    return wrong


def who_faults(kind: str, *, own: bool, who: str) -> list[Fault]:
    """Somebody else observes; only whoever ran the session says it of themselves; a caregiver has a name."""
    if kind == "observer" and own:
        return [Fault("fidelity.fault.own", "kind")]
    if kind == "self" and not own:
        return [Fault("fidelity.fault.not_own", "kind")]
    if kind == "caregiver" and not who:
        return [Fault("fidelity.fault.who", "who")]
    return [] if kind in ("observer", "self", "caregiver") else [Fault("fidelity.fault.kind", "kind")]
