"""reference/verdict_rules.toml is what the rules do on the graphs whose truth is known."""

import tomllib

import pytest

from alongside.measure.known_graphs import halves, read_graphs, record
from alongside.measure.rule_report import (
    DEFAULT,
    TOGETHER,
    answers,
    as_toml,
    default_variant,
    exceptions,
    published_variant,
)
from alongside.measure.tests.places import CARRIED, FULL, ROOT, needs_full
from alongside.measure.verdict import RULES
from alongside.measure.wilson import share

REFERENCE = (ROOT / "reference" / "verdict_rules.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graphs():
    return read_graphs(CARRIED / "known_graphs")


def test_the_reference_is_recomputed(graphs):
    assert as_toml(graphs) == REFERENCE


@needs_full
def test_the_carried_graphs_are_the_full_ones(graphs):
    assert read_graphs(FULL / "visual_inspection_1024") == graphs


def test_published_verdicts(graphs):
    """All 614 with the SD that their program took; the sample SD differs on one graph."""
    assert exceptions(graphs, published_variant) == []
    assert exceptions(graphs, default_variant) == [314]


def test_the_reference_covers_every_rule_in_use():
    known = tomllib.loads(REFERENCE)["rule"]
    assert set(RULES) <= set(known)
    assert known[DEFAULT]["use"] == "default"
    assert {name for name, *_ in answers()} == set(known)


def test_the_stricter_rule_is_stricter_on_both_halves(graphs):
    rules = {name: answer for name, _, answer in answers()}
    for some in halves(graphs):
        usual, strict = (record(some, rules[name]) for name in (DEFAULT, "level beyond trend"))
        assert strict.false_alarms.value < usual.false_alarms.value / 2
        assert strict.agreement.value > usual.agreement.value
        assert strict.misses.value < usual.misses.value


def test_what_a_page_calls_a_change_is_rarely_a_false_alarm(graphs):
    rules = {name: answer for name, _, answer in answers()}
    both = record(graphs, rules["both"])
    assert both.decided == 614
    assert both.false_alarms.value <= min(record(graphs, rules[rule]).false_alarms.value for rule in TOGETHER)


def test_record_counts(graphs):
    everything = record(graphs, lambda graph: True)
    assert (everything.false_alarms.value, everything.misses.value, everything.decided) == (1, 0, 614)
    assert record(graphs, lambda graph: None).agreement.value is None
    assert record(graphs, lambda graph: graph.effect).agreement.value == 1


def test_wilson():
    """Newcombe 1998, table I: 81/263, 15/148, 0/20 and 1/29."""
    printed = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (count, of), bounds in printed.items():
        found = share(count, of)
        assert (found.lower, found.upper) == pytest.approx(bounds, abs=5e-5)
    assert share(0, 0).value is None
    with pytest.raises(ValueError):
        share(3, 2)
