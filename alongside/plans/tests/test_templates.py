"""Plan templates: one for each function and age, each written for its cell; and the draft that comes of one."""

import re
from datetime import date
from itertools import combinations, product

import pytest

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.reference import FOLDER, load
from alongside.plans import actions as plans
from alongside.plans import known, lookups, reading, shelf
from alongside.plans.lookups import AssessmentFacts
from alongside.plans.models import PlanVersion
from alongside.plans.rules import faults_of, templates, texts
from alongside.plans.rules.publishing import missing
from tests import plans as planned

FUNCTIONS = ("attention", "tangible", "escape", "automatic")
KEYS = [f"{function}-{band}" for function, band in product(FUNCTIONS, known.plans()["band"])]
TODAY = planned.TODAY
FACTS = AssessmentFacts(
    behavior="Leaves the area", function="escape", definition="Both feet outside.", examples="Walks out.",
    non_examples="Goes with the class.", measure="rate", baseline=6.2, baseline_from=date(2026, 1, 5),
    baseline_to=date(2026, 1, 16), antecedent="a sheet with more than ten problems.", consequence="the sheet is gone",
    setting_event="less than seven hours of sleep", summary="When work is long, he leaves, and the work is gone.",
    reinforcer="the train book", calm_place="the bean bags", source="Functional assessment of 20 November 2026",
)  # fmt: skip


def body(key):
    return load(f"plan_templates/{key}")


def read(key):
    return templates.read(key, "1", body(key))


def lines(key):
    """The lines of a template without case, marks and gaps."""
    said = (text for place, text in templates.lines_of(read(key)))
    return {" ".join(re.sub(r"\{\w+\}|[^\w ]", " ", text.casefold()).split()) for text in said}


def test_there_is_one_for_each_function_and_age():
    files = sorted(path.stem for path in (FOLDER / "plan_templates").glob("*.toml"))
    assert files == sorted(KEYS) and len(files) >= 20


def test_no_two_share_more_than_half_their_lines():
    """Of the shorter of the two, on lines without case, marks and gaps. The worst pair is printed."""
    of = {key: lines(key) for key in KEYS}
    shared = {
        pair: len(of[pair[0]] & of[pair[1]]) / min(len(of[name]) for name in pair) for pair in combinations(KEYS, 2)
    }
    worst = max(shared, key=shared.__getitem__)
    print(f"worst pair: {worst[0]} and {worst[1]} share {shared[worst]:.1%}")
    assert shared[worst] <= 0.5
    assert len(shared) == len(KEYS) * (len(KEYS) - 1) // 2


@pytest.mark.parametrize("key", KEYS)
def test_each_is_whole_and_sound(key):
    this, said = read(key), body(key)
    assert (this.function, this.band) == tuple(key.split("-")) and this.source and this.about and said["edition"]
    assert [part.key for part in this.parts] == [
        k for k in known.asked_parts("behaviour") if k not in ("agreement", "more")
    ]
    assert all(len(part.text.split("\n")) >= (1 if part.key == "observers" else 2) for part in this.parts)
    assert min(len(getattr(this.strategies, moment)) for moment in ("before", "during", "after")) >= 3
    assert "{" not in this.about + this.replacement.name  # these are read as they stand
    assert len(this.crisis.steps) >= 4 and all(step.who for step in this.crisis.steps)
    assert [stage.stage for stage in this.card] == list(texts.STAGES)
    assert all(stage.look and stage.do and stage.dont for stage in this.card)
    assert any(stage.say for stage in this.card)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_filled_may_stand_in_a_plan(key):
    """With the longest names that a target may have, too."""
    long = "x" * 80
    facts = AssessmentFacts(
        long, key.split("-")[0], reinforcer=long, calm_place=long, antecedent=long * 5, consequence=long
    )
    given = {"parts": known.part_keys("behaviour"), "settings": known.settings(), "measures": known.measures(),
             "functions": known.plans()["functions"]}  # fmt: skip
    for section in (
        *templates.sections(read(key), facts, name=long),
        templates.replacement(read(key), facts, name="A"),
    ):
        assert faults_of(section, **given) == [], section.place


@pytest.mark.parametrize("key", KEYS)
def test_gaps_are_known_and_short_lines_hold_short_ones(key):
    for place, text in templates.lines_of(read(key)):
        assert set(re.findall(r"\{(\w+)\}", text)) <= set(templates.GAPS), text
        if not place.startswith(("part-", "replacement", "goal")):
            assert not {"antecedent", "consequence", "setting_event"} & set(re.findall(r"\{(\w+)\}", text)), text
            assert "{behavior}" not in text or not place.startswith("card-")


def test_facts_fill_the_gaps_and_what_is_not_known_stays_one():
    sections = templates.sections(read("escape-middle_childhood"), FACTS, name="Theo")
    assert [gap for section in sections for gap in templates.gaps(section)] == []
    why = next(s.text for s in sections if s.place == "part-why")
    assert why.startswith("When work is long, he leaves") and "a sheet with more than ten problems." in why
    bare = templates.sections(read("escape-middle_childhood"), None, name="Theo")
    assert {"behavior", "antecedent", "consequence", "setting_event", "reinforcer"} <= {
        gap for section in bare for gap in templates.gaps(section)
    }
    assert templates.split("A {behavior}, b {nothing}") == [("A ", "behavior"), (", b {nothing}", "")]


def test_a_gap_keeps_a_plan_from_being_published():
    whole = texts.Whole("behaviour", parts=(texts.Part("why", "Before: {antecedent}."),))
    faults = missing(whole, knowledge=known.plans(), settings=known.settings(), today=TODAY)
    assert ("plans.missing.gap.antecedent", "part-why") in {(fault.code, fault.place) for fault in faults}


def whole_of(version):
    return reading.whole(PlanVersion.objects.select_related("plan").get(pk=version.pk))


def test_a_draft_comes_of_an_assessment(cast):
    version = plans.skeleton(by=cast.imani, on=cast.theo, template="escape-middle_childhood", facts=FACTS)
    whole = whole_of(version)
    less, more = whole.targets
    assert (less.name, less.function, less.baseline, less.kind) == ("Leaves the area", "escape", 6.2, "behaviour")
    assert (more.name, more.function, more.kind) == ("Asks for a break", "escape", "replacement")
    [goal] = whole.goals
    assert goal.objectives[0].criterion == pytest.approx(1.2) and goal.objectives[0].comparator == "<="
    assert goal.objectives[1].target_id == more.target_id
    left = missing(whole, knowledge=known.plans(), settings=known.settings(), today=TODAY)
    assert {fault.code.removeprefix("plans.missing.") for fault in left} == {
        "summary", "review", "part", "objective_baseline", "objective_criterion", "objective_due",
    }  # fmt: skip
    assert {fault.place for fault in left if fault.code == "plans.missing.part"} == {"part-agreement"}


@pytest.mark.parametrize("key", KEYS)
def test_every_template_makes_a_draft_without_an_assessment_that_says_so(cast, key):
    version = plans.skeleton(by=cast.imani, on=cast.theo, template=key)
    whole = whole_of(version)
    assert "only assumed here" in whole.part("why").text.split("\n")[0]
    assert [target.kind for target in whole.targets] == ["replacement"]


def test_a_plan_in_force_goes_on_under_its_own_targets(cast):
    planned.published(cast)
    before = {t.name: t.id for t in lookups.targets_of(cast.theo.pk)}
    facts = AssessmentFacts("Aggression", "escape", measure="rate", baseline=3.0, target_id=before["Aggression"])
    version = plans.skeleton(by=cast.imani, on=cast.theo, template="escape-middle_childhood", facts=facts)
    hands, breaks = whole_of(version).targets
    assert (hands.target_id, hands.baseline, hands.definition) == (before["Aggression"], 3.0, planned.HANDS.definition)
    assert breaks.target_id == before["Asks for a break"]
    with pytest.raises(Unacceptable) as no:
        plans.skeleton(by=cast.imani, on=cast.theo, template="escape-middle_childhood", facts=facts)
    assert no.value.faults[0].code == "plans.fault.drafted"


def test_an_empty_draft_is_taken(cast):
    begun = plans.begin(by=cast.imani, on=cast.theo, kind="behaviour")
    assert plans.skeleton(by=cast.imani, on=cast.theo, template="attention-adult").pk == begun.pk


def test_what_is_not_there_and_who_may_not(cast):
    with pytest.raises(Unacceptable):
        plans.skeleton(by=cast.imani, on=cast.theo, template="escape-nobody")
    for who in (cast.rosa, cast.hana, cast.amara):
        with pytest.raises(Refused):
            plans.skeleton(by=who, on=cast.theo, template="attention-adult")


@pytest.mark.parametrize(
    ("age", "band"),
    [(1, ""), (2, "early_childhood"), (5, "early_childhood"), (6, "middle_childhood"), (12, "adolescent"),
     (17, "adolescent"),
     (18, "adult"), (64, "adult"), (65, "elder"), (99, "elder"), (None, "")],
)  # fmt: skip
def test_the_band_of_an_age(age, band):
    assert lookups.band_of(age) == band


def test_the_shelf_in_two_statements(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        found = lookups.plan_templates(on=TODAY)
    assert sorted(t.key for t in found) == sorted(KEYS)
    assert lookups.template_for("escape", 9, on=TODAY).key == "escape-middle_childhood"
    assert lookups.template_for("pain", 9, on=TODAY) is None
    assert shelf.template("escape-adult", on=date(2026, 10, 31)) is None
    assert shelf.template("escape-adult", on=TODAY, edition="7") is None


def test_the_library_is_read_by_all_who_work_with_clients(cast, at):
    whole = at("rosa").get("/library/plans/").content.decode()
    assert whole.count("/library/plans/") >= len(KEYS) and "Elders, 65 and over" in whole
    some = at("rosa").get("/library/plans/?function=escape&band=elder").content.decode()
    assert "/library/plans/escape-elder/" in some and "/library/plans/escape-adult/" not in some
    assert at("rosa").get("/library/plans/?function=%3Cb%3E&band=nobody").status_code == 200
    one = at("rosa").get("/library/plans/escape-elder/").content.decode()
    assert "Shows stop or later" in one and "</span>what comes before</mark>" in one and "{antecedent}" not in one
    assert at("rosa").get("/library/plans/escape-elder/?edition=1").status_code == 200
    assert at("rosa").get("/library/plans/escape-elder/?edition=99").status_code == 404
    assert at("rosa").get("/library/plans/escape-nobody/").status_code == 404
    assert at("ada").get("/library/plans/").status_code == 403


def test_a_draft_begins_on_a_page(cast, at):
    page = f"/clients/{cast.theo.pk}/plans/templates/"
    assert at("rosa").get(page).status_code == 403
    assert "The function is assumed." in at("imani").get(page).content.decode()
    assert at("imani").post(page, {"client": cast.theo.pk, "template": "escape-nobody"}).status_code == 422
    made = at("imani").post(page, {"client": cast.theo.pk, "template": "escape-middle_childhood"})
    assert made.status_code == 303 and made["Location"].endswith("/sections/part-why/")
    publication = at("imani").get(made["Location"].replace("sections/part-why", "publication")).content.decode()
    assert "</span>what comes before</mark>" in publication and "{antecedent}" not in publication
    again = at("imani").post(page, {"client": cast.theo.pk, "template": "escape-adult"})
    assert again.status_code == 422 and "begun a draft" in again.content.decode()
