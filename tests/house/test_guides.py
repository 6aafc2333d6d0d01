"""The guides stay true: their pictures and ways are there, and their numbers are those that the product computes."""

import csv
import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from alongside.assessments import actions as assessments
from alongside.assessments.known import known
from alongside.assessments.rules.decision import Decision
from alongside.assessments.rules.evidence import Record
from alongside.assessments.rules.sequences import sequences
from alongside.assessments.tests.scenes import signed
from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.fidelity import asking
from alongside.foundation.ids import uuid7
from alongside.interchange.command import main
from alongside.measure.command import main as measure
from alongside.people.models import Client, Enrolment
from alongside.plans import reading
from alongside.plans.lookups import targets_of
from alongside.sessions import actions as sessions
from docs.guides import why

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
WHY = (ROOT / "docs" / "guides" / "knowing-why.md").read_text(encoding="utf-8")
VERDICTS = {
    "Brooke": [1, 1], "Gary": [1, 1], "Maggie": [None] * 3, "Christy": [None, 0], "Rick": [0, 0], "Riley": [0, 0],
}  # fmt: skip
SAID = {
    (1, 1): "change, change", (None, None, None): "cannot be said, three times", (None, 0): "cannot be said, none",
    (0, 0): "none, none",
}  # fmt: skip
STREAMS = ROOT / "tests" / "data" / "sequences"


@pytest.mark.parametrize("guide", [*GUIDES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_every_picture_and_way_of_a_guide_is_there(guide):
    ways = re.findall(r'\]\(([^)#:]+)\)|src="([^"]+)"', guide.read_text(encoding="utf-8"))
    assert [one or other for one, other in ways if not (guide.parent / (one or other)).exists()] == []


def test_every_guide_is_found_from_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = {path.name for path in GUIDES if path.name in readme}
    assert {path.name for path in GUIDES} - found == {"field.md"}, "field.md is named by tss.md"


def named(*words):
    """These words stand in the guide."""
    assert [one for one in words if one not in WHY] == []


def page(browser, address):
    return " ".join(unescape(re.sub("<[^>]+>", " ", browser.get(address).content.decode())).split())


@pytest.fixture
def published(cast, tmp_path):
    """Riley and Brooke, brought in as the guide brings the case in."""
    told = (ROOT / why.FILE).read_text(encoding="utf-8").splitlines()
    two = tmp_path / "Romaniuk.csv"
    two.write_text("\n".join([told[0], *(line for line in told if line.split(",")[1] in ("Riley", "Brooke"))]) + "\n")
    words = [str(two) if word == why.FILE else word for word in why.bring_in()[1:]]
    assert main([*words, "--team", "Rosa Delgado"]) == 0
    return {name: Client.objects.get(identifier=f"ROMANIUK/{name}".upper()) for name in ("Riley", "Brooke")}


def visited(cast, client, target, value):
    """Rosa's visit, with what the study reports of that session."""
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    programme = Enrolment.objects.get(client=client).programme_id
    one = sessions.start(by=cast.rosa, on=client, id=uuid7(), began_at=began, programme_id=programme)
    behaviour.record(by=cast.rosa, on=one.pk, observations=[Seen(uuid7(), target, {"value": value}, began)])
    sessions.end(by=cast.rosa, on=one.pk, ended_at=began + timedelta(minutes=1), early_reason="For the test.")
    behaviour.settle(by=cast.rosa, on=one.pk)


def test_the_case_as_the_guide_tells_it(cast, at, published):
    riley, (target,) = published["Riley"], targets_of(published["Riley"].pk)
    the_draft(cast, riley, target)
    visited(cast, riley, target.id, float(why.LAST))
    shown = page(at("imani"), f"/behaviors/{target.id}/")
    said = ("down from 80 to 11", "Real change. Not yet proof that the plan did it.", "8 of 8 visits", "59%", "80%")
    said += ("right on 82.2% of all", "said change in 6.9%")
    named(*said)
    assert [one for one in said if one not in shown] == []

    other = "down from 97.09 to 1"
    named(other)
    assert other in page(at("imani"), f"/behaviors/{targets_of(published['Brooke'].pk)[0].id}/")


def the_draft(cast, riley, target):
    """Decided and drafted as the guide does it, with the numbers that it names."""
    first = why.first_day()
    asked = assessments.open_(
        by=cast.imani, on=riley, targets=[target.id], question=why.QUESTION, began_on=first,
        until=first + timedelta(days=why.BASELINE - 1),
    )  # fmt: skip
    words = {"setting_event": "", "behavior": "Problem behavior", **why.DECISION}
    signed(cast, asked, Decision(("attention",), confidence="moderate", **words))
    draft = assessments.begin_plan(by=cast.imani, on=asked, template=why.TEMPLATE)
    [less, *_] = reading.goals(draft.pk)[0].objectives
    assert (less.baseline, less.criterion) == (72.67, 18.2)
    steps = [step for step in asking.steps_of(draft.pk) if step.moment != "crisis"]
    assert (len(steps), f"{(len(steps) - 1) / len(steps):.0%}") == (18, "94%")
    named("72.67", "18.2", "18 steps", "94%")


def test_the_verdicts_of_the_command_are_those_of_the_guide(capsys):
    assert measure([str(ROOT / why.FILE), "--format", "json"]) == 0
    found = {}
    for row in json.loads(capsys.readouterr().out):
        if (row["metric"], row["variant"]) == ("NAP", "SE=unbiased") or row["metric"] == "verdict":
            found.setdefault((row["series"], row["metric"]), []).append(row["value"])
    for who, verdicts in VERDICTS.items():
        assert found[who, "verdict"] == verdicts
        named(f"| {who} | {SAID[tuple(verdicts)]} | {', '.join(f'{nap:.2f}' for nap in found[who, 'NAP'])} |")


def test_a_published_stream_has_its_published_numbers():
    """What the evidence page does with records in order, done with the codes of Wampold & Margolin 1982."""
    codes = [line.strip() for line in (STREAMS / "data_Wampold_1982.csv").read_text().splitlines()[1:]]
    monday = datetime(2026, 1, 5, 9)
    records = [
        Record(monday, 1, True, 1, {"antecedent": before, "consequence": after})
        for before, after in zip(codes, codes[1:], strict=False)
    ]
    found = {(pair.given, pair.target): pair for pair in sequences(records, known()).through}
    assert (len(codes), len(found)) == (200, 36)
    for metric, name in (
        ("probs", "probability"),
        ("expfreqs", "expected"),
        ("adjres", "residual"),
        ("YulesQ", "yules_q"),
    ):
        for key, value in expected(metric).items():
            assert getattr(found[key], name) == pytest.approx(value, abs=1e-6), (metric, key)
    one = found["1", "4"]
    assert (one.count, one.given_n, one.target_n, one.n) == (20, 60, 50, 199)
    named("20 of 60", "50 of 199", f"{one.residual:.2f}")


def expected(metric):
    with (STREAMS / "lagsequential_expected.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["given"].removeprefix(" Code "), row["target"].removeprefix(" Code ")): float(row["value"])
            for row in csv.DictReader(file)
            if (row["dataset"], row["metric"], row["lag"]) == ("data_Wampold_1982", metric, "1")
        }
