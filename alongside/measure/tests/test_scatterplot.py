"""Times of day by days: what was watched, what happened, and where it happens more than elsewhere."""

from datetime import date, datetime

import pytest

from alongside.measure.scatterplot import by_note, scatterplot


def at(day, hour, minute=0):
    return datetime(2026, 3, day, hour, minute)


def test_cells():
    watched = [(at(2, 9), at(2, 11)), (at(3, 9), at(3, 10))]
    events = [at(2, 9, 5), at(2, 9, 31), at(2, 9, 40), at(2, 9, 59)]
    found = scatterplot(events, watched)
    assert found.starts == (540, 570, 600, 630)
    assert [[cell.mark for cell in row] for row in found.cells] == [
        ["some", "none"], ["many", "none"], ["none", "not watched"], ["none", "not watched"],
    ]  # fmt: skip
    assert found.rate == pytest.approx(4 / 3)
    assert [cell.high for cell in found.by_time] == [False, True, False, False], "3 in one hour against 1.33"
    assert (found.by_weekday[0].count, found.by_weekday[0].minutes, found.by_weekday[1].mark) == (4, 120, "none")


def test_a_span_over_midnight_and_parts_of_stretches():
    found = scatterplot([at(3, 0, 10)], [(at(2, 23, 50), at(3, 0, 20))], step=15)
    assert [(start, [cell.minutes for cell in row]) for start, row in zip(found.starts, found.cells, strict=True)] == [
        (0, [0, 15]), (15, [0, 5]), (1425, [10, 0]),
    ]  # fmt: skip


def test_events_that_nobody_was_there_for_are_told():
    found = scatterplot([at(2, 9)], [])
    assert (found.unwatched, found.rate, found.cells[0][0].mark, found.cells[0][0].high) == (1, None, "some", False)
    assert scatterplot([], []).cells == ()


@pytest.mark.parametrize("broken", [{"step": 7}, {"step": 0}, {"many": 0}])
def test_refused(broken):
    with pytest.raises(ValueError):
        scatterplot([], [], **broken)
    with pytest.raises(ValueError):
        scatterplot([], [(at(2, 10), at(2, 9))])


def test_notes_by_days():
    first, last = date(2026, 3, 2), date(2026, 3, 4)
    records = [(first, ("school", "yard"), True)] * 3 + [(first, ("home",), False), (last, ("school",), True)]
    found = by_note(records)
    assert (found.days, found.notes) == ((first, last), ("school", "yard", "home"))
    assert [[(cell.mark, cell.count) for cell in row] for row in found.cells] == [
        [("many", 3), ("some", 1)], [("many", 3), ("not watched", 0)], [("none", 0), ("not watched", 0)],
    ]  # fmt: skip
    assert by_note(records, most=1).notes == ("school",) and by_note([]).cells == ()
