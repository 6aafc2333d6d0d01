"""The numbers behind a graph are the numbers of the graph."""

from alongside.outcomes.graph.numbers import by_phase, by_session
from tests.kit.graphs import GRAPHS, ordinary


def test_by_phase():
    rows = by_phase(ordinary())
    assert [(row.name, row.sessions, row.median) for row in rows] == [
        ("Baseline", "1–5", "6.2"),
        ("Break card", "6–14", "3.8"),
        ("Break card + visual timer", "15–21", "1.3"),
    ]
    assert rows[0].values == "6.2, 5, 7.1, 6.4, 5.4"


def test_a_gap_and_an_empty_phase_are_dashes():
    assert by_phase(GRAPHS["gaps"]())[0].values == "3, 0, –, 2, 0, 0, 4"
    assert by_phase(GRAPHS["none"]())[0].sessions == "–"


def test_by_session():
    rows = by_session(ordinary())
    assert len(rows) == 21
    assert (rows[-1].number, rows[-1].day, rows[-1].value, rows[-1].remark) == (
        21,
        "Tue 17 Nov 2026",
        "0.8",
        "Not signed yet.",
    )
