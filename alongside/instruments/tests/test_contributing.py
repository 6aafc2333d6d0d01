"""A new instrument needs no code: the file in CONTRIBUTING is loaded, answered, signed and scored as it stands."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from alongside.foundation import reference
from alongside.instruments import instrument, lookups
from alongside.instruments.tests import test_reference as shipped
from alongside.instruments.tests.scenes import signed
from alongside.instruments.tests.test_actions import adult

TEXT = (Path(__file__).parents[3] / "CONTRIBUTING.md").read_text(encoding="utf-8")
[FILE] = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
EXAMPLE = instrument.read("phq-2", tomllib.loads(FILE))


@pytest.mark.parametrize(
    "rule",
    [
        shipped.test_its_items_make_a_questionnaire_that_can_be_published,
        shipped.test_its_bands_rise_within_its_range,
        shipped.test_it_names_its_source_and_its_terms,
    ],
)
def test_it_keeps_the_rules_of_every_instrument(rule):
    rule(EXAMPLE)


def test_its_worked_example_comes_out():
    [example] = EXAMPLE.about["example"]
    shipped.test_a_worked_example_comes_out(EXAMPLE, example)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """The product's reference with this one file more."""
    folder = shutil.copytree(reference.FOLDER, tmp_path / "reference")
    (folder / "instruments" / "phq-2.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(reference, "FOLDER", folder)
    instrument.instruments.cache_clear()
    yield
    instrument.instruments.cache_clear()
    reference.load.cache_clear()


def test_put_on_the_shelf_it_is_offered_answered_signed_and_scored(cast, at, shelf):
    offered = at("ben").get(f"/clients/{cast.ida.pk}/instruments/new/").content.decode()
    assert "PHQ-2" in offered
    signed(cast, "phq-2", {"1": 1, "2": 2}, **adult(cast))
    [score] = lookups.scores_of(cast.ida.pk)
    assert (score.scale, score.total, score.positive) == ("total", 3, True)
