"""What may be done with answers: done, refused, unacceptable, written down."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from alongside.documents import lookups as documents
from alongside.documents.models import Aside, Edition
from alongside.documents.verifying import verify
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.instruments import actions, lookups
from alongside.instruments.models import Alarm, Answer, Answering, Asking, Score
from alongside.instruments.tests.scenes import DAY, answered, begin, entered, nodes, shown, sign, signed

PHQ = {str(n): 1 for n in range(1, 10)}


def codes(caught):
    return {fault.code for fault in caught.value.faults}


def adult(cast, **more):
    """Ida, who answers for herself; Ben is on her team."""
    return {"client": cast.ida, "by": cast.ben, **more}


def first(value):
    """An answer to the first item."""
    return [{"linkId": "part-1", "item": [{"linkId": "1", "answer": [value]}]}]


def test_answers_are_begun_saved_signed_and_scored(cast):
    one = signed(cast, "psc-17", {str(n): 1 for n in range(1, 18)})
    found = {score.scale: score for score in lookups.scores_of(cast.theo.pk)}
    assert {key: score.total for key, score in found.items()} == {
        "total": 17, "internalizing": 5, "attention": 5, "externalizing": 7,
    }  # fmt: skip
    assert (found["total"].band, found["total"].positive, found["attention"].positive) == ("above", True, False)
    assert one.state == "signed" and verify(one.document_id).whole
    assert Answer.objects.filter(answering=one).count() == 17
    assert lookups.answers_of(one.pk)["1"][0]["valueCoding"]["code"] == "sometimes"
    assert {"instruments.begin", "instruments.save", "instruments.sign"} <= set(
        Entry.objects.filter(client_id=cast.theo.pk).values_list("verb", flat=True)
    )


def test_an_instrument_is_an_edition_here_once(cast):
    first, second = begin(cast), begin(cast, taken_on=date(2026, 11, 3))
    assert first.edition_id == second.edition_id
    assert Edition.objects.get(pk=first.edition_id).source == "shipped"


def test_the_same_id_is_begun_once(cast):
    id = uuid7()
    assert begin(cast, id=id).pk == begin(cast, id=id).pk == id
    assert Answering.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"respondent": "teacher"}, "respondent"), ({"respondent": "nobody"}, "respondent"),
        ({"taken_on": date(2030, 1, 1)}, "later"), ({"form": "whodas-12", "respondent": "self"}, "age"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun(cast, more, code):
    with pytest.raises(Unacceptable) as no:
        begin(cast, **more)
    assert codes(no) == {f"instruments.fault.{code}"}


def test_a_form_that_is_not_here_is_not_begun(cast):
    with pytest.raises(NotHere):
        begin(cast, "nothing", respondent="self")
    with pytest.raises(NotHere):
        actions.begin(by=cast.rosa, on=cast.theo, edition=uuid7(), respondent="self", taken_on=DAY)


def test_who_may_begin(cast):
    for who in ("dev", "quinn", "ben", "ada"):
        with pytest.raises(Refused):
            begin(cast, by=getattr(cast, who))
    assert begin(cast, by=cast.imani).made_by_id == cast.imani.staff_id


def test_only_its_author_works_on_it_and_shows_who_they_are(cast):
    one = answered(cast)
    with pytest.raises(Refused):
        actions.save(by=cast.imani, on=one, based_on=2, answers=[])
    with pytest.raises(Refused):
        actions.sign(by=replace(cast.rosa, confirmed_at=None), on=one.pk, saved=2)
    with pytest.raises(Refused):
        actions.sign(by=shown(cast.imani), on=one.pk, saved=2)


def test_two_windows_keep_both(cast):
    one = begin(cast)
    mine, theirs = nodes("psc-17", {"1": 1}), nodes("psc-17", {"1": 2})
    assert actions.save(by=cast.rosa, on=one, based_on=1, answers=mine).count == 2
    late = actions.save(by=cast.rosa, on=one, based_on=1, answers=theirs)
    assert late.aside and documents.at_work(one.document_id).body["answers"] == mine
    actions.choose(by=cast.rosa, on=one, aside=late.aside, based_on=2)
    assert documents.at_work(one.document_id).body["answers"] == theirs and Aside.objects.count() == 2


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ([{"linkId": "99"}], "unknown"),
        (first({"valueString": "x"}), "type_choice"),
        (first({"valueCoding": {"code": "x"}}), "no_option"),
        (first({"valueCoding": {"code": "never", "display": "a\u202eb"}}), "unfit"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_named(cast, answers, code):
    one = begin(cast)
    with pytest.raises(Unacceptable) as no:
        actions.save(by=cast.rosa, on=one, based_on=1, answers=answers)
    assert codes(no) == {f"instruments.wrong.{code}"}


def test_nothing_is_signed_with_what_cannot_be_read_or_without_an_answer(cast):
    one = begin(cast)
    with pytest.raises(Unacceptable) as no:
        sign(cast.rosa, one)
    assert codes(no) == {"instruments.fault.nothing"}
    actions.save(by=cast.rosa, on=one, based_on=1, answers=nodes("psc-17", {"1": 1}), raw={"q1-0": "abc"})
    with pytest.raises(Unacceptable) as no:
        sign(cast.rosa, one)
    assert codes(no) == {"instruments.fault.unread"}


def test_a_stale_page_signs_nothing(cast):
    one = answered(cast)
    with pytest.raises(Unacceptable) as no:
        actions.sign(by=shown(cast.rosa), on=one.pk, saved=1)
    assert codes(no) == {"instruments.fault.changed"} and not Score.objects.exists()


def test_required_questions_are_asked_for(cast):
    one = begin(cast, "asq", respondent="self")
    actions.save(by=cast.rosa, on=one, based_on=1, answers=nodes("asq", {"1": 0}))
    with pytest.raises(Unacceptable) as no:
        sign(cast.rosa, one)
    assert codes(no) == {"instruments.wrong.required"} and len(no.value.faults) == 3


def test_what_was_signed_is_corrected_by_a_version_with_its_reason(cast):
    one = signed(cast)
    actions.correct(by=cast.rosa, on=one.pk)
    paper = documents.at_work(one.document_id)
    assert paper.next == 2 and paper.body["answers"]
    actions.save(by=cast.rosa, on=one.pk, based_on=1, answers=nodes("psc-17", {str(n): 2 for n in range(1, 18)}))
    with pytest.raises(Unacceptable) as no:
        sign(cast.rosa, one)
    assert codes(no) == {"instruments.fault.reason"}
    sign(cast.rosa, one, reason="June had mixed up the columns.")
    assert [s.total for s in lookups.scores_of(cast.theo.pk) if s.scale == "total"] == [34]
    assert Score.objects.filter(answering=one, scale="total").count() == 2 and verify(one.document_id).whole


def test_what_does_not_count_leaves_the_trend_and_stays(cast):
    one = signed(cast)
    with pytest.raises(Unacceptable):
        actions.void(by=cast.rosa, on=one.pk, reason="wrong")
    actions.void(by=cast.imani, on=one.pk, reason="It was about another child.")
    assert lookups.scores_of(cast.theo.pk) == () and Score.objects.count() == 4
    with pytest.raises(Unacceptable) as no:
        actions.void(by=cast.rosa, on=one.pk, reason="It was about another child.")
    assert codes(no) == {"instruments.fault.void"}


def test_item_nine_opens_a_path_until_somebody_says_what_was_done(cast):
    signed(cast, "phq-9", {**PHQ, "9": 0}, **adult(cast))
    assert not Alarm.objects.exists()
    one = signed(cast, "phq-9", PHQ, **adult(cast))
    [alarm] = lookups.alarms_of([cast.ida.pk])
    assert (alarm.path, alarm.grave, alarm.because, alarm.answering) == ("suicide", False, ("9",), one.pk)
    with pytest.raises(Refused):
        actions.look_after(by=cast.ben, on=alarm.id, words="Talked with her at once.")
    with pytest.raises(Unacceptable):
        actions.look_after(by=cast.hana, on=alarm.id, words="ok")
    actions.look_after(by=cast.hana, on=alarm.id, words="Talked with her at once; safety plan is in place.")
    assert lookups.alarms_of([cast.ida.pk]) == ()
    with pytest.raises(Unacceptable) as no:
        actions.look_after(by=cast.hana, on=alarm.id, words="Talked with her at once again.")
    assert codes(no) == {"instruments.fault.looked_after"}


@pytest.mark.parametrize(
    ("form", "worth", "grave"),
    [
        ("c-ssrs", {"1": 1, "2": 0, "6": 0}, False), ("c-ssrs", {"1": 1, "2": 1, "3": 0, "4": 1, "5": 0, "6": 0}, True),
        ("asq", {"1": 1, "2": 0, "3": 0, "4": 0, "5": 1}, True),
        ("asq", {"1": 1, "2": 0, "3": 0, "4": 0, "5": 0}, False),
    ],
)  # fmt: skip
def test_screens_say_how_grave_it_is(cast, form, worth, grave):
    one = answered(cast, form, worth, **adult(cast))
    sign(cast.ben, one)
    assert [alarm.grave for alarm in lookups.alarms_in(one.pk)] == [grave]


def test_results_are_entered_where_the_items_may_not_be_shown(cast):
    one = begin(cast, "sdq")
    assert one.edition_id is None
    with pytest.raises(Unacceptable) as no:
        actions.save(by=cast.rosa, on=one, based_on=1, scores={"total": "twelve"})
    assert codes(no) == {"instruments.fault.number"}
    actions.save(by=cast.rosa, on=one, based_on=1, scores={"total": "41"})
    with pytest.raises(Unacceptable) as no:
        sign(cast.rosa, one)
    assert codes(no) == {"instruments.fault.range"}
    actions.save(by=cast.rosa, on=one, based_on=2, scores={"total": "18", "emotional": "4"})
    sign(cast.rosa, one)
    total, emotional = lookups.scores_of(cast.theo.pk)
    assert (total.total, total.band, total.positive, total.entered) == (18, "abnormal", True, True)
    assert (emotional.total, emotional.band) == (4, "")
    assert not Edition.objects.filter(form__key="sdq").exists(), "its items are nowhere here"


def test_a_mean_is_kept_to_its_places(cast):
    entered(cast, "dla-20", {"mean": "4.35"}, client=cast.ida, by=cast.ben)
    [score] = lookups.scores_of(cast.ida.pk)
    assert (score.total, score.band) == (Decimal("4.35"), "moderate")


def test_a_form_is_asked_again_and_again(cast):
    one = actions.ask(by=cast.imani, on=cast.theo, form="psc-17", respondent="parent", occasion="every", every_days=90)
    assert (one.every_days, one.title) == (90, "PSC-17")
    for wrong, code in (
        ({"occasion": "sometimes"}, "occasion"), ({"occasion": "every", "every_days": 0, "form": "sdq"}, "days"),
        ({"occasion": "every", "every_days": 90}, "asked"),
        ({"occasion": "intake", "respondent": "self"}, "respondent"),
    ):  # fmt: skip
        with pytest.raises(Unacceptable) as no:
            actions.ask(by=cast.imani, on=cast.theo, **{"form": "psc-17", "respondent": "parent", **wrong})
        assert codes(no) == {f"instruments.fault.{code}"}
    actions.stop(by=cast.imani, on=one.pk)
    with pytest.raises(Unacceptable):
        actions.stop(by=cast.imani, on=one.pk)
    with pytest.raises(Refused):
        actions.ask(by=cast.rosa, on=cast.theo, form="psc-17", respondent="parent", occasion="intake")


def test_a_set_is_taken_over_once(cast):
    assert actions.ask_set(by=cast.imani, on=cast.theo, key="child") == 3
    assert actions.ask_set(by=cast.imani, on=cast.theo, key="child") == 0
    assert set(Asking.objects.values_list("form", flat=True)) == {"psc-17", "sdq", "asq"}
    with pytest.raises(Unacceptable):
        actions.ask_set(by=cast.imani, on=cast.theo, key="nobody")


def test_taken_over_from_elsewhere_says_where(cast):
    one = begin(cast, taken_from="Riverside Clinic", taken_on=DAY - timedelta(days=400))
    assert lookups.answering(one.pk).taken_from == "Riverside Clinic"
