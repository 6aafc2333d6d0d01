"""What pages and the floors above read: bounded statements, each observer's own side, two observers compared."""

from datetime import timedelta

import pytest

from alongside.behaviour import actions as behaviour
from alongside.behaviour import queries
from alongside.behaviour.lookups import day_strip, series, session_summary
from alongside.behaviour.tests.scenes import record, seen, session, target
from alongside.foundation.errors import NotHere, Refused
from alongside.foundation.ids import uuid7
from alongside.people.models import TeamPlace
from alongside.sessions import actions as sessions


def end(cast, visit, minutes=15):
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=minutes))
    behaviour.settle(by=cast.rosa, on=visit.pk)


@pytest.fixture
def watched(cast):
    """Fifteen minutes that Rosa ran while Imani, on the team, counted beside her (Reed & Azulay 2011, figure 1)."""
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], part="supervisor", began_on="2026-01-05")
    hands, visit = target(cast), session(cast)
    mine = [seen(hands, n + 0.1, count=c) for n, c in ((0, 1), (1, 1), (2, 1), (3, 2))]
    hers = [seen(hands, n + 0.1, count=c) for n, c in ((3, 1), (14, 4))]
    record(cast, visit, *mine)
    record(cast, visit, *hers, by=cast.imani, second=True)
    return hands, visit


def test_the_recording_page_takes_a_bounded_number_of_statements(cast, django_assert_max_num_queries):
    visit, rosa = session(cast), cast.rosa
    for n in range(6):
        record(cast, visit, *(seen(target(cast, name=f"T{n}"), count=1) for _ in range(3)))
    with django_assert_max_num_queries(14):
        board = queries.watch(by=rosa, on=visit.pk)
    assert len(board.lines) == 18 and not board.second


def test_each_observer_sees_their_own_side_while_it_runs(cast, watched):
    hands, visit = watched
    mine, hers = (queries.watch(by=who, on=visit.pk) for who in (cast.rosa, cast.imani))
    assert ([line.numerator for line in mine.lines], mine.second) == ([5.0], False)
    assert ([line.numerator for line in hers.lines], hers.second) == ([5.0], True)
    assert {row.id for row in mine.lines[0].rows}.isdisjoint(row.id for row in hers.lines[0].rows)
    assert queries.agree(by=cast.imani, on=visit.pk) == ()


def test_two_observers_are_compared_once_it_has_ended(cast, watched):
    _, visit = watched
    end(cast, visit)
    [found] = queries.agree(by=cast.imani, on=visit.pk)
    methods = dict(found.methods)
    assert methods["total_count"] == pytest.approx(100.0)
    assert methods["mean_count_per_interval"] == pytest.approx(70.0)
    assert methods["exact_count_per_interval"] == pytest.approx(100 * 10 / 15)
    assert (found.first_n, found.second_n) == (4, 2)


def test_intervals_of_two_observers(cast):
    """Reed & Azulay 2011, figure 2: they disagree on 1 and 7, leave 2 to 4 empty, score 5 and 6."""
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], part="supervisor", began_on="2026-01-05")
    seat, visit = target(cast, "partial_interval"), session(cast)
    for who, scored in ((cast.rosa, (1, 0, 0, 0, 1, 1, 0)), (cast.imani, (0, 0, 0, 0, 1, 1, 1))):
        rows = [seen(seat, n, interval=n, scored=bool(s), length=60) for n, s in enumerate(scored, 1)]
        record(cast, visit, *rows, by=who, second=who.staff_id != visit.staff_id)
    end(cast, visit)
    methods = dict(queries.agree(by=cast.rosa, on=visit.pk)[0].methods)
    assert methods["interval_by_interval"] == pytest.approx(100 * 5 / 7)
    assert (methods["scored_interval"], methods["unscored_interval"]) == (50.0, 60.0)
    assert methods["kappa"] == pytest.approx(0.4167, abs=1e-4)


def test_who_may_not_watch(cast):
    visit = session(cast)
    for who in ("ben", "hana", "dev", "ada", "nadia"):
        with pytest.raises(Refused):
            queries.watch(by=getattr(cast, who), on=visit.pk)
    for stranger in (cast.omar.pk, uuid7()):
        with pytest.raises(NotHere):
            queries.watch(by=cast.rosa, on=stranger)


def test_a_series_is_one_point_a_session(cast, django_assert_num_queries):
    hands, first = target(cast, "rate"), session(cast)
    record(cast, first, seen(hands, count=2), seen(hands, measure="abc", occurred=True, narrative="left the table"))
    end(cast, first, 30)
    with django_assert_num_queries(1):
        [point] = series(cast.theo.pk, hands.pk)
    assert (point.session_id, point.value, point.numerator, point.denominator, point.n) == (first.pk, 4.0, 2.0, 0.5, 1)
    [abc] = series(cast.theo.pk, hands.pk, measure="abc")
    assert (abc.value, abc.n) == (1.0, 1)


def test_a_summary_holds_all_that_stands(cast, django_assert_max_num_queries):
    greets = target(cast, "trial", name="Greets", settings={"prompts": ["independent", "gesture", "model"]})
    visit = session(cast)
    trials = [seen(greets, 1, outcome="correct"), seen(greets, 2, outcome="prompted", prompt="gesture"),
              seen(greets, 3, outcome="incorrect")]  # fmt: skip
    record(cast, visit, *trials)
    record(cast, visit, seen(greets, 4, measure="abc", occurred=True, antecedent="peer", consequence="attention"))
    behaviour.retract(by=cast.rosa, on=trials[2].id, id=uuid7())
    sessions.note_presence(by=cast.rosa, on=visit.pk, id=uuid7(), who="teacher")
    behaviour.deviate(by=cast.rosa, on=visit.pk, id=uuid7(), what="went out", reason="fire drill")
    with django_assert_max_num_queries(7):
        summary = session_summary(visit.pk)
    [found] = summary.targets
    assert (found.n, found.value, found.numerator, found.denominator) == (2, 50.0, 1.0, 2.0)
    assert (found.outcomes, found.prompts) == ({"correct": 1, "prompted": 1}, {"gesture": 1})
    assert found.ids == (trials[0].id, trials[1].id) and found.first_at < found.last_at
    assert [one.details["antecedent"] for one in summary.abc] == ["peer"]
    assert ([d.what for d in summary.deviations], [p.who for p in summary.presences]) == (["went out"], ["teacher"])


def test_an_empty_session_has_an_empty_summary(cast):
    summary = session_summary(session(cast).pk)
    assert summary.empty and summary.targets == ()


def test_the_strip_shows_when_what_happened(cast, django_assert_max_num_queries):
    hands, visit = target(cast), session(cast)
    once = seen(hands, 3, count=1)
    record(cast, visit, once)
    with django_assert_max_num_queries(3):
        spent, [strip] = day_strip(visit.pk)
    assert (spent.id, strip.screen_name, [m.at for m in strip.marks]) == (visit.pk, "Hands", [once.happened_at])


def test_one_observation_is_shown_to_who_saw_it(cast, watched):
    _, visit = watched
    [row, *_] = queries.watch(by=cast.rosa, on=visit.pk).lines[0].rows
    assert queries.look_at(by=cast.rosa, on=row.id).row.id == row.id
    with pytest.raises(Refused):
        queries.look_at(by=cast.imani, on=row.id)  # the second observer, while the visit runs
    end(cast, visit)
    assert queries.look_at(by=cast.imani, on=row.id).row.id == row.id
