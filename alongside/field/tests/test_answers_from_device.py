"""Forms answered without signal arrive as drafts: whole, once, and of two texts both are kept."""

import pytest

from alongside.documents import lookups as documents
from alongside.documents.models import Aside
from alongside.field.packing import queries
from alongside.field.tests.packs import of_kind
from alongside.foundation.ids import uuid7
from alongside.foundation.tenancy import inside
from alongside.instruments import actions as instruments
from alongside.instruments.editions import begun
from alongside.instruments.models import Answering
from alongside.instruments.tests.scenes import nodes

WORTH = {str(n): 1 for n in range(1, 18)}


@pytest.fixture
def form(shift, cast):
    """The edition of a form that is asked of Theo."""
    with inside(cast.agency):
        asked = {"form": "psc-17", "respondent": "parent", "occasion": "every", "every_days": 90}
        instruments.ask(by=cast.imani, on=cast.theo, **asked)
        return begun("psc-17").edition


def answered(shift, cast, form, **more):
    said = {"edition": str(form), "document": str(uuid7()), "respondent": "parent", "taken_on": "2026-11-02"}
    said |= {"answers": nodes("psc-17", WORTH)}
    with_more = {name: value for name, value in {**said, **more}.items() if value is not None}
    return shift.device.operation("rosa", "instruments.answer/1", cast.theo.pk, with_more)


def outcomes(answer):
    return [(one["outcome"], [reason["code"] for reason in one["reasons"]]) for one in answer.json()["receipts"]]


def test_it_is_a_draft_of_its_author_once(shift, cast, form):
    one = answered(shift, cast, form, answered_by="June", raw={"q0-0": "abc"})
    assert outcomes(shift.give(one)) == outcomes(shift.give(one)) == [("done", [])]
    with inside(cast.agency):
        [made] = Answering.objects.all()
        assert (str(made.pk), made.state, made.answered_by) == (one["id"], "draft", "June")
        body = documents.at_work(made.document_id).body
        assert body["answers"] == nodes("psc-17", WORTH) and body["raw"] == {"q0-0": "abc"}


@pytest.mark.parametrize(
    "more",
    [
        {"taken_on": "yesterday"}, {"respondent": "teacher"}, {"answers": [{"linkId": "nowhere"}]}, {"answers": [3]},
        {"raw": {"q0-0": 7}}, {"answers": None}, {"edition": str(uuid7())},
    ],
)  # fmt: skip
def test_what_cannot_be_is_held_whole(shift, cast, form, more):
    [(outcome, _)] = outcomes(shift.give(answered(shift, cast, form, **more)))
    assert outcome == "held"
    with inside(cast.agency):
        assert not Answering.objects.exists()


def test_a_later_text_replaces_it_and_an_older_one_is_kept_beside(shift, cast, form):
    one = answered(shift, cast, form)
    more = {"answers": nodes("psc-17", {**WORTH, "1": 2})}
    later = shift.device.operation("rosa", "instruments.save/1", one["id"], {"based_on": 2, **more})
    stale = shift.device.operation("rosa", "instruments.save/1", one["id"], {"based_on": 2, "answers": []})
    assert outcomes(shift.give(one, later, stale)) == [("done", [])] * 3
    with inside(cast.agency):
        made = Answering.objects.get()
        assert documents.at_work(made.document_id).body["answers"] == more["answers"]
        assert Aside.objects.filter(document=made.document_id).count() == 1


def test_the_pack_has_the_form_and_when_it_is_due(shift, cast, form):
    with inside(cast.agency):
        pack = queries.pack(by=cast.rosa, on=cast.rosa.staff_id)
    [asked] = of_kind(pack, "questions/1")[None]["forms"]
    assert (asked["form"], asked["edition"]) == ("psc-17", str(form)) and asked["asked"]["source"] == {}
    [due] = of_kind(pack, "forms/1")[str(cast.theo.pk)]["due"]
    assert (due["form"], due["respondent"]) == ("psc-17", "parent")
