"""Which passwords are good enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts.forms import common
from alongside.accounts.rules import monotonous, password_faults, settled

EMAIL = "rosa.delgado@harborfamily.org"


def codes(password, *, email=EMAIL, with_factor=True):
    faults = password_faults(settled(password), email=email, common=common(), with_factor=with_factor)
    return [fault.code.removeprefix("accounts.password.") for fault in faults]


@pytest.mark.parametrize(
    ("password", "with_factor", "said"),
    [
        ("7 chars", True, ["short"]),
        ("8 charsx", True, []),
        ("fourteen chars", False, ["short"]),
        ("fifteen charsxx", False, []),
        ("x y" * 400, True, ["long"]),
        ("password1", True, ["common"]),
        ("PASSWORD1", True, ["common"]),
        ("iloveyou1", True, ["common"]),
        ("aaaaaaaaaaaaaaaa", False, ["common"]),
        ("abababababababab", False, ["common"]),
        ("abcdefghijklmnop", False, ["common"]),
        ("9876543210987654", False, ["common"]),
        ("qwertyuiopasdfgh", False, ["common"]),
        ("RosaDelgado2026!", False, ["own"]),
        ("harborfamily99", True, ["own"]),
        ("alongside1234567", False, ["own"]),
        ("slow rivers carry stones", False, []),
        ("llueve sobre el tejado ñ", False, []),
        ("тихая река несёт камни", False, []),
        ("🌧️🌧️☂️🌊🪨🪵🌿🐟🦆", True, []),
    ],
)
def test_a_password_is_long_and_not_the_first_that_others_try(password, with_factor, said):
    assert codes(password, with_factor=with_factor) == said


def test_one_password_however_the_keyboard_composed_it():
    assert settled("cafe\u0301 au lait") == settled("caf\u00e9 au lait")
    assert settled("\uff11\uff12") == "12"


@given(st.text(min_size=15, max_size=200).filter(lambda t: len(set(t.casefold())) > 9))
def test_no_rule_about_kinds_of_characters(password):
    assert codes(password, email="x@y.org") in ([], ["short"])  # settling may shorten it


@given(st.text(max_size=300))
def test_any_text_is_judged(password):
    codes(password, with_factor=False)
    monotonous(password)
