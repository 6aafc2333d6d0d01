"""A form of another maker on a device: what is known of its questions comes along, and what they open stands here."""

import pytest

from alongside.field.packing import queries
from alongside.field.tests.packs import of_kind
from alongside.field.tests.test_signed_answers import DONE, Sheet
from alongside.foundation.tenancy import inside
from alongside.instruments.models import Alarm
from alongside.instruments.tests.test_theirs import OURS, published
from tests.field.device import outcomes


@pytest.fixture
def sheet(shift, cast):
    with inside(cast.agency):
        form = published(cast, OURS / "coded.json")
        yield Sheet(shift, cast.theo.pk, form.form.key, {"scored": 3}, "self")


def test_the_pack_says_which_questions_open_a_path(cast, sheet):
    found = queries.pack(by=cast.rosa, on=cast.rosa.staff_id)
    [form] = of_kind(found, "questions/1")[None]["forms"]
    assert form["instrument"] is None
    assert [one["link"] for one in form["critical"]][:2] == ["scored", "named"]
    assert {one["link"] for one in form["critical"] if one["grave"]} == {"yes", "asked"}


def test_signed_there_it_is_opened_here(shift, cast, sheet):
    assert outcomes(shift.give(sheet.handed_in(), sheet.signed())) == [DONE, DONE]
    [alarm] = Alarm.objects.all()
    assert (alarm.path, alarm.grave, alarm.because) == ("suicide", False, ["scored"])
