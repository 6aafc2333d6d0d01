"""Pages of the record as PDF."""

from datetime import timedelta

from alongside.chart.tests.scenes import FIRST, scene
from alongside.chart.tests.test_objectives import SAID, aimed, soon
from alongside.foundation.models import Entry
from alongside.outcomes import actions
from alongside.plans.models import OtherChange
from tests.papers import figures, read, text_of


def test_an_objective_is_printed_with_graph_verdict_trust_and_decisions(cast, at):
    objective = aimed(cast, scene(cast).target)
    OtherChange.objects.create(client=cast.theo, kind="move", label="Moved house", at=FIRST + timedelta(days=8))
    actions.decide(by=cast.imani, on=objective.pk, **SAID, look_again_on=soon())
    answer = at("rosa").get(f"/objectives/{objective.pk}/paper.pdf")
    assert answer.status_code == 200 and 'filename="objective.pdf"' in answer["Content-Disposition"]
    text = text_of(answer.content)
    for said in (
        "Theodore Bell", "“I stay with my class”", "Leaves the area: down from 6.2 to 2.2 per hour", "NAP",
        "Moved house", "Real change. Not yet proof that the plan did it.", "right on 82.2% of all", "SD (range)",
        "Tarlow 2017", "Nobody watched yet whether the plan is carried out.", "He asks more and leaves less", "Imani",
        "The numbers", "6.2, 5, 7.1", "Page 1 of",
    ):  # fmt: skip
        assert said in text, said
    [words] = figures(answer.content)
    assert "Baseline, 5 visits" in words or "Baseline" in words
    assert "Theodore" not in (read(answer.content).metadata.title or "")
    assert Entry.objects.filter(verb="chart.print_objective", subject_id=objective.pk, outcome="read").exists()


def test_what_is_not_measured_says_so(cast, at):
    bare = aimed(cast, kind="behaviour")
    made = at("imani").get(f"/objectives/{bare.pk}/paper.pdf").content
    assert "This objective is not measured." in text_of(made) and figures(made) == []


def test_a_target_without_visits_says_so(cast, at):
    objective = aimed(cast, scene(cast, {"Baseline": ()}).target)
    text = text_of(at("imani").get(f"/objectives/{objective.pk}/paper.pdf?axis=calendar").content)
    assert "Nothing was decided yet." in text and "This graph" not in text


def test_who_may_print_it(cast, at):
    path = f"/objectives/{aimed(cast, scene(cast).target).pk}/"
    assert [at(who).get(f"{path}paper.pdf").status_code for who in ("rosa", "amara", "ben", "dev")] == [
        200,
        200,
        403,
        403,
    ]
    assert "paper.pdf" in at("rosa").get(path).content.decode()
