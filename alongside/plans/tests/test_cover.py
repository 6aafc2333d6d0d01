"""The rules of a cover brief: the plan's own words, little enough for two minutes, and three questions."""

import pytest

from alongside.people import actions as people
from alongside.plans import covering
from alongside.plans.rules.cover import MOST_WORDS, Known, brief, questions
from alongside.plans.rules.texts import Crisis, Stage, Step, Strategies
from tests import plans as planned

CARD = (
    Stage("calm", look=("Hums",), do=("Offer two choices",), dont=("Rush him",)),
    Stage("trigger", look=("Covers his ears",), do=("Hold up the break card",), dont=("Repeat it",)),
    Stage("escalating", look=("Paces",), do=("Step back",), dont=("Block the door",)),
)
WHOLE = Known(
    given="Theo", alerts=("Runs toward roads",), own_words="Don't talk a lot.", matters="Trains.",
    why="To escape noise.", worked_on=("Hands",), strategies=Strategies(before=("Show the day in pictures.",)),
    crisis=Crisis((Step("Clear the room.", "Any staff"), Step("Call the supervisor."))), card=CARD,
)  # fmt: skip


def test_a_brief_says_first_what_must_be_known_first_and_only_the_plans_words():
    told = brief(WHOLE)
    assert [one.code.removeprefix("plans.cover.") for one in told] == [
        "alerts", "own_words", "first_signs", "then_do", "then_dont", "crisis", "before", "matters", "worked_on",
        "calm", "why",
    ]  # fmt: skip
    assert told[0].lines == ("Runs toward roads",)
    assert told[5].lines == ("Clear the room.", "Call the supervisor.")


def test_nothing_known_is_nothing_said_and_nothing_asked():
    assert brief(Known("Theo")) == () and questions(Known("Theo")) == ()


def test_a_long_plan_still_takes_two_minutes():
    long = Known("Theo", alerts=("word " * 150,), own_words="word " * 240, why="word " * 20, matters="word " * 5)
    told = brief(long)
    assert sum(len(line.split()) for one in told for line in one.lines) <= MOST_WORDS
    assert [one.code.rpartition(".")[2] for one in told] == ["alerts", "own_words", "matters"]


def test_three_questions_each_with_one_right_line_of_the_plan():
    asked = questions(WHOLE)
    assert [one.code.rpartition(".")[2] for one in asked] == ["first_sign", "helps", "crisis"]
    assert [one.choices[one.answer] for one in asked] == ["Covers his ears", "Step back", "Clear the room."]
    assert all(len(set(one.choices)) == len(one.choices) >= 2 for one in asked)
    assert asked == questions(WHOLE)


@pytest.mark.parametrize("known", [Known("Theo", card=CARD[1:2]), Known("Theo", crisis=Crisis((Step("One."),)))])
def test_a_question_with_nothing_to_choose_from_is_not_asked(known):
    assert not [one for one in questions(known) if len(one.choices) < 2]


def test_it_reads_as_sentences():
    said = covering.brief(WHOLE)
    assert said[0] == "Know first: Runs toward roads."
    assert said[5] == "In a crisis, in this order: Clear the room; Call the supervisor."
    assert covering.questions(WHOLE)[0].question == "Which is a first sign that it gets harder for Theo?"


def test_the_page_tells_the_brief_and_asks(cast, at, django_assert_max_num_queries):
    address, rosa = f"/clients/{cast.theo.pk}/cover/", at("rosa")
    assert "No behavior plan is in force" in rosa.get(address).content.decode()
    planned.published(cast)
    people.raise_alert(by=cast.imani, on=cast.theo.pk, kind="danger", text="Runs toward roads")
    with django_assert_max_num_queries(22):
        page = rosa.get(address).content.decode()
    assert "Know first: Runs toward roads." in page and "In a crisis, in this order: Clear the room" in page
    assert page.count("<details>") == 3 and "<title>New to this client" in page
    assert f'href="{address}"' in rosa.get(f"/clients/{cast.theo.pk}/plan-card/").content.decode()


def test_who_reads_it(cast, at):
    for who, status in (("imani", 200), ("ben", 403), ("dev", 403), ("quinn", 200)):
        assert at(who).get(f"/clients/{cast.theo.pk}/cover/").status_code == status
    assert at("rosa").get(f"/clients/{cast.omar.pk}/cover/").status_code == 404
