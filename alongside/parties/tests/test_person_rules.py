"""What is true of a person, and of ways to reach one."""

from datetime import date

import pytest

from alongside.parties.rules import person_faults, way_faults

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("person", "code"),
    [
        ({"given": ""}, "no_name"),
        ({"born": date(2026, 11, 22)}, "not_born"),
        ({"born": date(1880, 1, 1)}, "too_old"),
        ({"born": date(2000, 1, 2), "died": date(2000, 1, 1)}, "died"),
        ({"died": date(2026, 11, 22)}, "died"),
    ],
)
def test_what_cannot_be(person, code):
    whole = {"given": "Ann", "born": None, "died": None, "today": TODAY, **person}
    assert [fault.code for fault in person_faults(**whole)] == [f"parties.fault.{code}"]


@pytest.mark.parametrize("born", [date(2026, 11, 21), date(1900, 1, 1), date(2016, 2, 29), None])
def test_what_can_be(born):
    assert person_faults(given="X", born=born, died=None, today=TODAY) == []


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("phone", "+1 (555) 01", "phone"),
        ("phone", "call me", "phone"),
        ("phone", "5" * 40, "phone"),
        ("email", 'a"b"@x', "email"),
        ("email", "a" * 320 + "@example.org", "email"),
        ("email", "a@b\nBcc:x@y.org", "email"),
        ("email", "a..b@example.org", "email"),
        ("email", "", "no_value"),
        ("pigeon", "x", "kind"),
    ],
)
def test_what_is_no_way_to_reach_somebody(kind, value, code):
    assert [fault.code for fault in way_faults(kind=kind, value=value)] == [f"parties.fault.{code}"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "(215) 555-0134"),
        ("phone", "+44 20 7946 0018"),
        ("phone", "215.555.0134 ext. 12"),
        ("email", "june.o'bell+x@mail.example.org"),
        ("address", "Apt #&;--, 12 Rear St"),
    ],
)
def test_what_is_one(kind, value):
    assert way_faults(kind=kind, value=value) == []
