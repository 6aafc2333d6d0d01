"""Every shipped instrument keeps its own rules, and its worked examples come out."""

import json
from decimal import Decimal

import pytest

from alongside.instruments.instrument import ItemsNotAllowed, instruments, questionnaire, read
from alongside.instruments.rules.scoring import alerts, change, score
from alongside.questionnaires.checking import findings
from alongside.questionnaires.filling import filled
from alongside.questionnaires.reading import taken

ALL = list(instruments().values())
EXAMPLES = [(one, example) for one in ALL for example in one.about.get("example", ())]
named = pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)


def worth(given):
    return {link: Decimal(str(value)) for link, value in given.items()}


@pytest.mark.parametrize(("one", "example"), EXAMPLES, ids=lambda part: getattr(part, "key", ""))
def test_a_worked_example_comes_out(one, example):
    found = {each.scale: each for each in score(one.scales, worth(example["answers"]))}
    for scale in one.scales:
        if scale.key in example:
            assert found[scale.key].total == Decimal(str(example[scale.key])), example["source"]
    if "band" in example:
        assert found[one.scales[0].key].band == example["band"]


@named
def test_its_items_make_a_questionnaire_that_can_be_published(one):
    if not one.has_items:
        with pytest.raises(ItemsNotAllowed):
            questionnaire(one)
        return
    asked = taken(json.loads(json.dumps(questionnaire(one))))
    assert findings(asked) == []
    scored = {item.link_id: [option.score for option in item.options] for item in asked.every() if item.options}
    for scale in one.scales:
        lowest = sum(min(scored[item]) for item in scale.items)
        highest = sum(max(scored[item]) for item in scale.items)
        if scale.rule == "sum":
            assert (lowest, highest) == tuple(map(float, scale.range)), scale.key


@named
def test_its_bands_rise_within_its_range(one):
    for scale in one.scales:
        starts = [least for least, _ in scale.bands]
        assert starts == sorted(set(starts))
        assert not starts or starts[0] == scale.range[0] and starts[-1] <= scale.range[1]
        assert scale.screen is None or scale.range[0] < scale.screen <= scale.range[1]
        assert {item for _, items in scale.levels for item in items} <= set(scale.items)


@named
def test_it_names_its_source_and_its_terms(one):
    assert one.about["source"] and one.about["licence"]["words"] and one.about["effective_from"]


def test_a_licence_that_forbids_items_is_kept():
    about = {**instruments()["phq-9"].about, "licence": {"items": False, "words": "x"}}
    with pytest.raises(ValueError, match="licence"):
        read("phq-9", about)


def test_what_is_left_out_is_filled_for_a_trend_alone():
    one = instruments()["phq-9"]
    answers = worth({str(n): 1 for n in range(1, 10)})
    [whole] = score(one.scales, answers)
    assert (whole.total, whole.band, whole.positive, whole.firm) == (9, "mild", False, True)
    [short] = score(one.scales, {**answers, "1": None, "2": None})
    assert (short.total, short.band, short.firm, short.left_out) == (9, "", False, ("1", "2"))
    assert score(one.scales, {**answers, "1": None, "2": None, "3": None})[0].total is None
    assert score(one.scales, {**answers, "9": None})[0].total is None, "item 9 is never filled"
    assert score(one.scales, {})[0].total is None


def test_blanks_of_the_checklist_count_zero_until_there_are_four():
    one = instruments()["psc-17"]
    answers = worth({str(n): 2 for n in range(1, 18)})
    assert [each.total for each in score(one.scales, answers)] == [34, 10, 10, 14]
    three = {**answers, "1": None, "2": None, "6": None}
    assert [each.total for each in score(one.scales, three)] == [28, 6, 8, 14]
    four = {**three, "11": None}
    assert [each.total for each in score(one.scales, four)] == [None, None, None, None]


def test_one_answer_opens_a_path():
    one = instruments()["phq-9"]
    assert alerts(one.about["alert"], worth({"9": 1})) == [("suicide", "9")]
    assert alerts(one.about["alert"], worth({"9": 0})) == alerts(one.about["alert"], {}) == []


def test_a_change_is_more_than_chance_or_is_not():
    [scale] = instruments()["phq-9"].scales
    assert change(scale, Decimal(15), Decimal(10)) == "better"
    assert change(scale, Decimal(10), Decimal(15)) == "worse"
    assert change(scale, Decimal(15), Decimal(11)) == ""
    assert change(instruments()["gad-7"].scales[0], Decimal(15), Decimal(1)) == "unknown"


def test_a_device_and_the_server_agree_on_a_form_of_items():
    asked = taken(questionnaire(instruments()["phq-9"]))
    first = {"linkId": "1", "answer": [{"valueCoding": {"system": "http://loinc.org", "code": "LA6570-1"}}]}
    [part] = filled(asked, [{"linkId": "part-1", "item": [first]}], {}).response
    [answer] = part["item"][0]["answer"]
    assert answer["valueCoding"]["extension"][0]["valueDecimal"] == 2


def test_the_fifth_question_is_asked_after_a_yes_or_a_refusal():
    asked = taken(questionnaire(instruments()["asq"]))

    def off(code):
        coding = {"valueCoding": {"system": "urn:alongside:instrument:asq", "code": code}}
        nodes = [{"linkId": str(n), "answer": [coding if n == 2 else NO]} for n in range(1, 5)]
        return filled(asked, [{"linkId": "part-1", "item": nodes}], {}).off

    assert off("no") == {(("part-1", 0), ("5", 0))}
    assert off("yes") == off("refused") == set()


NO = {"valueCoding": {"system": "urn:alongside:instrument:asq", "code": "no"}}


def test_a_text_that_is_not_ours_to_show_is_entered_and_still_opens_its_path_where_it_was_asked():
    one = instruments()["phq-9m"]
    assert not one.has_items and "part" not in one.about
    assert alerts(one.about["alert"], worth({"12": 1})) == [("suicide", "12")]
