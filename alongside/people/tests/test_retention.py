"""How long records are kept: the worked examples of reference/retention.toml, and rules by their dates."""

from datetime import date

import pytest

from alongside.foundation import reference
from alongside.people.retention import kept, later

BODY = reference.load("retention")
DAY = date(2026, 11, 22)


def asked(discharged_on, born, payers, *, rules=None, on=DAY, jurisdiction="US-PA"):
    return kept(
        BODY["rule"] if rules is None else rules, on=on, jurisdiction=jurisdiction, payers=payers,
        discharged_on=discharged_on, born=born,
    )  # fmt: skip


@pytest.mark.parametrize("example", BODY["example"], ids=lambda e: e["name"])
def test_worked_examples(example):
    found = asked(example["discharged"], example["born"], example["payers"])
    assert (found.until, found.key) == (example["until"], example["rule"])


def test_elsewhere_other_rules_apply():
    assert asked(date(2020, 5, 31), None, ["private"], jurisdiction="US-OH").key == "hipaa"


def test_without_a_birth_date_that_a_rule_asks_for_nobody_knows():
    assert asked(date(2000, 5, 31), None, ["private"]) is None


def test_a_rule_holds_within_its_dates():
    rule = {"key": "x", "name": "X", "source": "-", "years": 1, "effective_from": "2026-01-01",
            "effective_to": "2026-06-01"}  # fmt: skip
    assert asked(date(2020, 1, 1), None, [], rules=[rule], on=date(2026, 5, 31)).until == date(2021, 1, 1)
    assert asked(date(2020, 1, 1), None, [], rules=[rule], on=date(2026, 6, 1)) is None
    assert asked(date(2020, 1, 1), None, [], rules=[rule], on=date(2025, 12, 31)) is None


def test_a_leap_day_becomes_the_first_of_march():
    assert later(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert later(date(2024, 2, 29), 4) == date(2028, 2, 29)
