"""One home: a report says what the page of its objective says, number by number."""

from dataclasses import replace

import pytest

from alongside.chart import queries
from alongside.foundation.moments import today
from alongside.outcomes.graph.draw import drawn
from alongside.reports import drawing
from alongside.reports.evidence import found
from alongside.reports.tests import scenes

REVERSAL = {
    "Baseline": (6.2, 5.0, 7.1, 6.4, 5.4), "Break card": (2.2, 2.6, 1.9, 2.8, 2.1, 2.0),
    "Back": (6.0, 5.8, 6.6), "Again": (2.0, None, 1.8, 2.1, 1.7),
}  # fmt: skip
SERIES = (
    {"Baseline": (3.0,)}, {"Baseline": (6.0, 7.0, 6.5), "Plan": (2.0, 1.0)}, {"Baseline": ()}, REVERSAL,
    {"Baseline": (6.2, 5.0, 7.1, 6.4, 5.4), "Plan": (6.0, 5.2, 6.9, 6.1, 5.8, 6.3)},
    {"Baseline": (2.0, 2.2, 1.9, 2.1, 2.0), "Plan": (8.0, 8.5, 8.1, 7.9, 8.8, 8.2, 8.0, 8.6)},
)  # fmt: skip


@pytest.mark.parametrize("phases", SERIES)
def test_levels_verdict_sizes_signs_and_graph_are_those_of_the_page(cast, phases):
    one = scenes.scene(cast, phases)
    objective = scenes.aimed(cast, one.target)
    for session in one.sessions[-2:]:
        scenes.watched(cast, objective, session, 7)
    page = queries.objective(by=cast.imani, on=objective.pk)
    [told] = found(cast.theo.pk, [one.target.pk], first=scenes.FIRST, last=today("America/New_York"))
    assert told.read.statement == page.read.statement
    assert [condition.level for condition in told.read.conditions] == [c.level for c in page.read.conditions]
    assert told.size == next((effect.estimate for effect in page.effects if effect.name == "nap"), None)
    assert told.trust.signals == page.trust.signals
    assert told.carried_out == (page.fidelity and (round(page.fidelity), page.fidelity_checks))
    said = {"name": one.target.name, "units": ("per hour", "per hour"), "changes": True, "zone": "America/New_York"}
    kept = drawing.kept(told, **said)
    again = drawing.graph_of(kept, page.graph.key, page.graph.title)
    assert again.phases == tuple(replace(phase, trend=None) for phase in page.graph.phases)
    assert again.goal == page.graph.goal
    assert drawn(again).count("<circle") == drawn(page.graph).count("<circle")
