"""What a referral and a summary must say; what comes next; what answers say of somebody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.intake import rules
from alongside.intake.facts import facts, risks
from alongside.intake.rules import Where, done, next_step

DAY = date(2026, 11, 20)
GOOD = {"given": "Mara", "born": None, "received_on": DAY, "today": DAY, "source": "self",
        "sources": ("self", "school"),
        "urgency": "soon", "urgencies": ("soon",), "reason": "Sleeps badly since the move", "contact": "",
        "phone": "215 555 0101", "referrer": ""}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, []), ({"given": ""}, ["given"]), ({"source": "x"}, ["source", "referrer"]),
        ({"urgency": "x"}, ["urgency"]),
        ({"reason": "Sleep"}, ["reason"]), ({"received_on": date(2026, 11, 21)}, ["received_on"]),
        ({"born": date(2026, 11, 21)}, ["born"]), ({"born": date(1890, 1, 1)}, ["born"]), ({"phone": ""}, ["phone"]),
        ({"phone": "", "contact": "June"}, []), ({"source": "school"}, ["referrer"]),
        ({"source": "school", "referrer": "Ms. Ode"}, []),
    ],
)  # fmt: skip
def test_what_a_referral_must_say(said, expected):
    assert [fault.field for fault in rules.referral_faults(**{**GOOD, **said})] == expected


def test_nothing_is_found_about_somebody_without_strengths():
    assert [f.field for f in rules.summary_faults(strengths="", findings="Enough words", recommendations="x")] == [
        "strengths", "recommendations",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "step"),
    [
        (Where(False, "", False, 0, 0, False, 0), "consent"), (Where(True, "", False, 0, 0, False, 0), "observation"),
        (Where(True, "draft", False, 0, 0, False, 0), "observation"),
        (Where(True, "signed", False, 0, 0, False, 0), "record"),
        (Where(True, "signed", True, 0, 0, False, 0), "instruments"),
        (Where(True, "signed", True, 2, 1, False, 0), "instruments"),
        (Where(True, "signed", True, 2, 2, False, 0), "summary"),
        (Where(True, "signed", True, 2, 2, True, 1), "seen"), (Where(True, "signed", True, 2, 2, True, 0), ""),
    ],
)  # fmt: skip
def test_what_comes_next(where, step):
    assert next_step(where) == step


@given(st.builds(
    Where, consented=st.booleans(), observed=st.sampled_from(["", "draft", "signed"]), drawn=st.booleans(),
    asked=st.integers(0, 3), answered=st.integers(0, 3), summarized=st.booleans(), unseen=st.integers(0, 3),
))  # fmt: skip
def test_the_next_step_is_the_first_that_is_open(where):
    steps = done(where)
    assert tuple(steps) == rules.STEPS
    open_ = [step for step, is_done in steps.items() if not is_done]
    assert next_step(where) == (open_[0] if open_ else "")


def test_answers_become_facts_under_words_of_their_own():
    answers = {
        "strengths": [{"valueString": "Patient with animals"}], "joys": [{"valueString": "Trains"}],
        "own-words": [{"valueString": "I want to sleep"}], "avoid": [{"valueString": "Closed doors"}],
        "language": [{"valueCoding": {"code": "es"}}], "interpreter": [{"valueBoolean": True}],
        "risk-self": [{"valueCoding": {"code": "past"}}], "risk-run": [{"valueCoding": {"code": "no"}}],
    }  # fmt: skip
    now = {"strengths": "", "own_words": "I want to sleep", "language": "en", "interpreter": False}
    found = {fact.name: fact for fact in facts(answers, now)}
    assert found["strengths"].said == "Patient with animals\nEnjoys: Trains"
    assert found["culture"].said == "Not to do: Closed doors"
    assert (found["language"].said, found["language"].words) == ("es", ("English", "Spanish"))
    assert found["interpreter"].words == ("No", "Yes") and not found["own_words"].is_new
    assert "pronouns" not in found
    assert risks(answers) == ("Hurting oneself, or wishing to be dead: before",)


def test_another_language_is_left_to_a_person():
    assert facts({"language": [{"valueCoding": {"code": "other"}}]}, {}) == ()
