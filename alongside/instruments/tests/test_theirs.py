"""Forms that nobody here wrote: brought in, published by two, answered, signed, exported, and read again the same."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from alongside.documents import actions as documents
from alongside.documents.examining import examined
from alongside.foundation.moments import today
from alongside.instruments import actions, lookups
from alongside.instruments.dues import due_for, dues_of
from alongside.instruments.editions import asked_of
from alongside.instruments.tests.generated import answers
from alongside.instruments.tests.scenes import DAY, nodes, sign, signed
from alongside.instruments.tests.test_actions import adult

ROOT = Path(__file__).parents[4] / "shared" / "data" / "fhir"
OURS = Path(__file__).parents[3] / "tests" / "data" / "questionnaires"
SHARED = pytest.mark.skipif(not ROOT.exists(), reason="the published questionnaires are not here")


def published(cast, path):
    edition = documents.bring_in(by=cast.imani, on=cast.agency, body=path.read_bytes(), file_name=path.name)
    documents.approve(by=cast.imani, on=edition)
    documents.approve(by=cast.quinn, on=edition)
    return edition


@pytest.mark.parametrize("path", [p for p in sorted(OURS.glob("*.json")) if p.stem != "endless"], ids=lambda p: p.stem)
def test_ours_go_round(cast, path):
    found = examined(path.read_bytes())
    assert not found.blocking
    begun = published(cast, path)
    one = actions.begin(by=cast.rosa, on=cast.theo, edition=begun.pk, respondent="self", taken_on=DAY)
    assert one.edition_id == begun.pk


def test_a_form_that_is_no_instrument_is_asked_and_due(cast, at):
    form = published(cast, OURS / "household.json").form
    page = f"/clients/{cast.theo.pk}/instruments/"
    assert form.title in at("imani").get(f"{page}asked/").content.decode()
    sent = {"client": cast.theo.pk, "form": form.key, "respondent": "parent", "occasion": "every", "every_days": 30}
    assert at("imani").post(f"{page}asked/", sent).status_code == 303
    [due] = due_for(cast.rosa.staff_id, today(cast.rosa.zone))
    assert (due.form, due.title, due.last) == (form.key, form.title, None)
    one = actions.begin(by=cast.rosa, on=cast.theo, form=due.form, respondent="parent", taken_on=DAY)
    actions.save(by=cast.rosa, on=one, based_on=1, answers=answers(asked_of(one.edition_id), last=False))
    assert dues_of([cast.theo.pk])[cast.theo.pk][0].began
    sign(cast.rosa, one)
    assert dues_of([cast.theo.pk])[cast.theo.pk][0].last == DAY


@SHARED
def test_published_totals_come_out(cast):
    with (ROOT / "instrument_worked_examples.csv").open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    for row in rows:
        form, given = row["instrument"].lower(), row["item_answers_in_order"].split()
        worth = {str(n): int(value) for n, value in enumerate(given, 1)}
        assert nodes(form, worth)
        one = signed(cast, form, worth, **adult(cast))
        [score] = [s for s in lookups.scores_of_answering(one.pk) if s.scale == "total"]
        assert score.total == Decimal(row["stated_total"]), row["source"]
