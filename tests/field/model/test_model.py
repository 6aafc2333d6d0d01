"""Nothing is lost, doubled, given to another or overwritten, whatever happens on the way (SY1-SY5, SY7-SY9)."""

from contextlib import suppress

import pytest
from hypothesis.errors import Flaky

from tests.field.model.machine import Broken
from tests.field.model.planted import OFTEN, PLANTED, planted
from tests.field.model.running import DONE, FIRE, SEED, made, run


@pytest.mark.slow
def test_nothing_is_lost_doubled_misattributed_or_overwritten(arena):
    here = made(arena)
    for start in range(SEED, SEED + 4):  # one seed may leave a fault out: then another is run as well
        totals = run(here, start=start)
        missing = [code for code in (*FIRE, *(f"done {kind}" for kind in DONE)) if not totals.get(code)]
        if not missing:
            break
    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_found(arena, monkeypatch, bug):
    for start in range(SEED, SEED + 8):  # as above: one seed may not bring it about
        here = made(arena, often=OFTEN.get(bug, ""))
        with planted(bug, monkeypatch, arena.server.copies.connection), suppress(Broken, Flaky):
            run(here, shrink=False, start=start)
        if here.found:
            break
    assert PLANTED[bug] in here.found, bug.__doc__
    print(f"found after {here.first} of them: {bug.__doc__}")
