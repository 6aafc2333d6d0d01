"""Form fields: what is taken, what is refused and with which words, and faults beside their fields."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

import pytest
from django import forms
from django.core.exceptions import ValidationError

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import speaking
from alongside.foundation.webkit.fields import (
    Choice,
    Choices,
    Clock,
    Day,
    LongText,
    Number,
    Ref,
    Text,
    Yes,
    faults_into,
    said,
)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Text(), "  Baby Girl ", "Baby Girl"),
        (LongText(), "a\r\n\r\nb ", "a\n\nb"),
        (Day(), "2026-11-21", date(2026, 11, 21)),
        (Day(), "11/21/2026", date(2026, 11, 21)),
        (Day(), "21 Nov 2026", date(2026, 11, 21)),
        (Day(), "November 21, 2026", date(2026, 11, 21)),
        (Day(), "Sept. 3, 2024", date(2024, 9, 3)),
        (Clock(), "15:30", time(15, 30)),
        (Clock(), "3:30 PM", time(15, 30)),
        (Clock(), "12 a.m.", time(0, 0)),
        (Number(), "12", 12),
        (Number(least=-5), "-0", 0),
        (Number(least=-5, places=2), "\u22121.50", Decimal("-1.50")),
        (Number(), "3.0", 3),
        (Yes(), "on", True),
        (Yes(), "", False),
        (Choice(("a", "b"), says="x.y."), "a", "a"),
        (Choices(("a", "b"), says="x.y."), ["a", "b"], ["a", "b"]),
        (Ref(), "0197d1f0-0000-7000-8000-000000000000", UUID("0197d1f0-0000-7000-8000-000000000000")),
    ],
)
def test_what_is_taken(field, typed, value):
    assert field.clean(typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (Text(), "a\x00b", "unfit"),
        (Text(), "a" * 201, "too_long"),
        (Text(), "a\nb", "one_line"),
        (LongText(), "a" * 20_001, "too_long"),
        (LongText(), "a\u202eb", "direction"),
        (Day(), "2026-13-01", "day"),
        (Day(), "02/03/04", "day"),
        (Day(), "infinity", "day"),
        (Day(), "0044-03-15 BC", "day"),
        (Day(), "٢٠٢٦-٠١-٠١", "day"),
        (Day(), "1764547200000", "day"),
        (Day(), "0001-01-01", "day_range"),
        (Day(), "9999-12-31", "day_range"),
        (Day(latest=date(2026, 1, 1)), "2026-01-02", "day_range"),
        (Clock(), "24:00", "clock"),
        (Clock(), "23:59:60", "clock"),
        (Clock(), "7", "clock"),
        (Clock(), "13 pm", "clock"),
        (Clock(), "noon", "clock"),
        (Number(), "1e400", "number"),
        (Number(), "NaN", "number"),
        (Number(), "Infinity", "number"),
        (Number(), "9" * 5_000, "number"),
        (Number(), "\u0663", "number"),
        (Number(), "\uff11", "number"),
        (Number(), "0x1F", "number"),
        (Number(), "1_000", "number"),
        (Number(), "1,5", "number"),
        (Number(), "1.", "number"),
        (Number(), ".5", "number"),
        (Number(), "--1", "number"),
        (Number(), "-1", "number_range"),
        (Number(most=10), "11", "number_range"),
        (Number(), "1.5", "whole"),
        (Number(places=1), "1.55", "places"),
        (Ref(), "{0197d1f0-0000-7000-8000-000000000000}", "choice"),
        (Ref(), "7", "choice"),
    ],
)
def test_what_is_refused(field, typed, code):
    with pytest.raises(ValidationError) as no:
        field.clean(typed)
    assert no.value.code == f"foundation.field.{code}"


@pytest.mark.parametrize("field", [Text(), LongText(), Day(), Clock(), Number(), Choice(("a",), says="x."), Ref()])
def test_what_is_needed_is_asked_for_in_the_readers_language(field):
    for empty in ("", "  ", None):
        with speaking("en"), pytest.raises(ValidationError) as no:
            field.clean(empty)
        assert [str(m) for m in no.value.messages] == ["This is needed."] or empty == "  "


def test_a_choice_that_was_not_offered_is_refused():
    with pytest.raises(ValidationError) as no:
        Choice(("a",), says="x.y.").clean("b")
    assert str(no.value.messages[0]) == "Choose one of those offered."


class Visit(forms.Form):
    start = Clock(label=said("foundation.field.required"))


def test_faults_of_an_action_stand_beside_their_fields_and_what_was_typed_is_kept():
    form = Visit({"start": "15:30"})
    assert form.is_valid()
    faults = [Fault("foundation.field.choice", "start"), Fault("foundation.fault.other_client", "elsewhere")]
    faults_into(form, Unacceptable(faults))
    assert form.errors["start"] == ["Choose one of those offered."]
    assert "for another client" in form.non_field_errors()[0]
    assert 'value="15:30"' in str(form["start"])
