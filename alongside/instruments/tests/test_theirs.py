"""Forms that nobody here wrote: brought in, published by two, answered, signed, exported, and read again the same."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from alongside.documents import actions as documents
from alongside.documents.examining import examined
from alongside.foundation.errors import Unacceptable
from alongside.instruments import actions, lookups, queries
from alongside.instruments.editions import asked_of
from alongside.instruments.tests.generated import answers
from alongside.instruments.tests.scenes import DAY, nodes, sign, signed
from alongside.instruments.tests.test_actions import adult
from alongside.questionnaires.answering import unsound
from alongside.questionnaires.responding import answers_of

ROOT = Path(__file__).parents[4] / "shared" / "data" / "fhir"
OURS = Path(__file__).parents[3] / "tests" / "data" / "questionnaires"
SHARED = pytest.mark.skipif(not ROOT.exists(), reason="the published questionnaires are not here")
MEMBERS = {"resourceType", "id", "status", "questionnaire", "subject", "authored", "author", "item"}


def valid(path):
    try:
        return not examined(path.read_bytes()).blocking
    except Unacceptable:
        return False


def published(cast, path):
    edition = documents.bring_in(by=cast.imani, on=cast.agency, body=path.read_bytes(), file_name=path.name)
    documents.approve(by=cast.imani, on=edition)
    documents.approve(by=cast.quinn, on=edition)
    return edition


def goes_round(cast, path, *, last):
    edition = published(cast, path)
    asked = asked_of(edition.pk)
    begun = {"edition": edition.pk, "respondent": "self", "taken_on": DAY}
    one = actions.begin(by=cast.rosa, on=cast.theo, **begun)
    actions.save(by=cast.rosa, on=one, based_on=1, answers=answers(asked, last=last))
    sign(cast.rosa, one)
    resource = json.loads(json.dumps(queries.export(by=cast.rosa, on=one.pk)))
    assert set(resource) <= MEMBERS and resource["status"] == "completed"
    assert resource["subject"]["reference"] == f"Patient/{cast.theo.pk}"
    if asked.url:
        assert resource["questionnaire"] == asked.canonical
    _shaped(resource["item"], asked.items)
    found = answers_of(asked, resource)
    assert not [wrong for wrong in unsound(asked, found) if wrong.code != "again"]
    again = actions.begin(by=cast.rosa, on=cast.theo, **begun)
    actions.save(by=cast.rosa, on=again, based_on=1, answers=found)
    sign(cast.rosa, again)
    assert queries.export(by=cast.rosa, on=again.pk)["item"] == resource["item"]
    assert bytes(edition.body) == path.read_bytes()


def _shaped(found, items):
    """Items in the order of the form, answers with one value each, nothing else."""
    order = [item.link_id for item in items]
    places = [order.index(node["linkId"]) for node in found]
    assert places == sorted(places)
    by = {item.link_id: item for item in items}
    for node in found:
        assert set(node) <= {"linkId", "text", "answer", "item"} and ("answer" in node) != ("item" in node)
        for answer in node.get("answer", []):
            assert sum(name.startswith("value") for name in answer) == 1
            _shaped(answer.get("item", []), by[node["linkId"]].items)
        _shaped(node.get("item", []), by[node["linkId"]].items)


@pytest.mark.parametrize("path", [p for p in sorted(OURS.glob("*.json")) if p.stem != "endless"], ids=lambda p: p.stem)
def test_ours_go_round(cast, path):
    found = examined(path.read_bytes())
    assert not found.blocking
    begun = published(cast, path)
    one = actions.begin(by=cast.rosa, on=cast.theo, edition=begun.pk, respondent="self", taken_on=DAY)
    assert one.edition_id == begun.pk


@SHARED
@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("path", sorted((ROOT / "questionnaires").glob("*.json")), ids=lambda path: path.stem)
def test_theirs_go_round(cast, path, last):
    if not valid(path):
        with pytest.raises(Unacceptable):
            published(cast, path)
        return
    goes_round(cast, path, last=last)


@SHARED
def test_most_of_theirs_are_valid():
    assert sum(valid(path) for path in (ROOT / "questionnaires").glob("*.json")) >= 9


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
