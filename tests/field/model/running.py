"""Running the machine: how many examples of how many steps, from which seed, and what fired."""

import os
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.field.model.machine import Model

EXAMPLES, STEPS = int(os.environ.get("MODEL_EXAMPLES", "30")), int(os.environ.get("MODEL_STEPS", "25"))
SEED = int(os.environ.get("MODEL_SEED", "8"))
MORE = 9
FIRE = (
    "F02", "F03", "F04", "F05", "F06", "F08", "F09", "F11", "F12", "F13", "F14", "F15", "F16", "F20", "F28",
    "restored", "lost", "two texts", "decided: applied", "decided: corrected", "decided: set_aside",
    "locked", "signed later", "other body", "enrolled", "left", "device gone", "enrolment gone", "two say whose",
    "note added to", "note given back", "forged",
)  # fmt: skip
DONE = (
    "notes.sign/1", "notes.draft/1", "notes.save/1", "behaviour.exchange/1", "safety.watch/1", "safety.check_in/1",
    "safety.duress/1", "incidents.about/1", "living.help/1", "behaviour.give_token/1", "sessions.verify/1",
    "skills.use_technique/1", "skills.probe/1",
)  # fmt: skip


def made(arena: Any, *, often: str = "") -> type[Model]:
    """A machine in this arena, with counts of its own. It has the rule that is named `often` several times."""
    more = {f"{often}_{n}": getattr(Model, often) for n in range(MORE)} if often else {}
    return type("Here", (Model,), {"arena": arena, "totals": {}, "found": [], "first": 0, **more})


def run(here: type[Model], *, shrink: bool = not os.environ.get("MODEL_QUICK"), start: int = SEED) -> dict[str, int]:
    """Run it and print the figures; what fired, by code. Raises what the checker found, made small where asked."""
    how = settings(
        max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, database=None, report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate], print_blob=False,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    try:
        run_state_machine_as_test(seed(start)(lambda: here()), settings=how)
    finally:
        print(f"\nseed {start}, {here.totals.get('examples')} examples of {STEPS} steps:", told(here.totals))
    return here.totals


def told(totals: dict[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(totals.items()))
