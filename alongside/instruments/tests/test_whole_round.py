"""Every form in the folder of published questionnaires, on its whole way.

Brought in by the command, published where nothing keeps it from that, answered alike by Python and by the device,
signed, printed, exported, and read again the same.
"""

import json
import subprocess
from pathlib import Path

import pytest

from alongside.documents import actions as documents
from alongside.documents import queries as forms
from alongside.documents.models import Edition
from alongside.foundation.errors import Unacceptable
from alongside.instruments import actions, queries
from alongside.instruments.editions import asked_of
from alongside.instruments.papers import context, filled_in
from alongside.instruments.tests.generated import answers
from alongside.instruments.tests.scenes import DAY, sign
from alongside.interchange.command import main
from alongside.questionnaires.answering import missing
from alongside.questionnaires.carried import as_json
from alongside.questionnaires.responding import answers_of
from tests.field.node import node
from tests.papers import text_of

ROOT = Path(__file__).parents[4] / "shared" / "data" / "fhir" / "questionnaires"
OURS = Path(__file__).parents[3] / "tests" / "data" / "questionnaires"
DEVICE = Path(__file__).parents[3] / "tests" / "field" / "fill_here.mjs"
WITHOUT = "the published questionnaires stand beside the repository where they are"
REFUSED = {
    "hl7_qr_bluebook.json": "The file is a QuestionnaireResponse, not a Questionnaire.",
    "uwcirg_GAD-7.json": "The file is no JSON:",
}
BLOCKED = {
    "lforms_Argonaut-questionnaire-questionnaire-example-asq3.json": "It says option, which FHIR R4 does not have",
    "uwcirg_CIRG-CNICS-AUDIT.json": "Its expression calls iif, which does not exist,",
}
"""Who is not honored, each with the reason by which it is named; every other file goes the whole round."""


def brought_in(cast, paths, capsys):
    """By the command, all at once. What was refused, as it was said, by file."""
    who = ["--agency", "Harbor Family Services", "--as", cast.imani.name]
    main(["questionnaire", *map(str, paths), *who])
    return dict(line.split(": ", 1) for line in capsys.readouterr().err.strip().splitlines())


def published(cast, edition):
    documents.approve(by=cast.imani, on=edition.pk)
    documents.approve(by=cast.quinn, on=edition.pk)
    return edition


def on_the_device(cases):
    """What the device finds of every case: one run for all of them."""
    run = subprocess.run([node(), str(DEVICE)], input=json.dumps(cases), capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def plain(found):
    return json.loads(json.dumps(found))


def signed(cast, edition, given):
    one = actions.begin(by=cast.rosa, on=cast.theo, edition=edition.pk, respondent="self", taken_on=DAY)
    actions.save(by=cast.rosa, on=one, based_on=1, answers=given)
    sign(cast.rosa, one)
    return one


def comes_back(cast, edition, one):
    """The response, read again: the same answers here, and taken in elsewhere as others would."""
    asked, resource = asked_of(edition.pk), plain(queries.export(by=cast.rosa, on=one.pk))
    again = signed(cast, edition, answers_of(asked, resource))
    assert plain(queries.export(by=cast.rosa, on=again.pk))["item"] == resource["item"]
    if asked.url:
        assert resource["questionnaire"] == asked.canonical
        body = json.dumps(resource).encode()
        taken = actions.take_in(by=cast.imani, on=cast.theo, body=body, respondent="self")
        assert plain(queries.export(by=cast.imani, on=taken.pk))["item"] == resource["item"]
        assert queries.file(by=cast.imani, on=taken.pk)[1] == body


def goes_round(cast, rosa, edition, source, there):
    """Yields what the device is asked, and goes on when `there` holds what it found."""
    asked = asked_of(edition.pk)
    given = {last: answers(asked, last=last) for last in (False, True)}
    found = {last: filled_in(asked, nodes, cast.theo) for last, nodes in given.items()}
    yield {
        f"{source.name} {last}": {"asked": as_json(asked), "answers": nodes, "context": context(asked, cast.theo)}
        for last, nodes in given.items()
    }
    for last, nodes in given.items():
        device = there[f"{source.name} {last}"]
        assert device["unsound"] == [] and device["settled"] is found[last].settled is True, source.name
        assert device["response"] == plain(found[last].response), source.name
        assert device["missing"] == plain([vars(one) for one in missing(asked, found[last])]) == [], source.name
        one = signed(cast, edition, nodes)
        comes_back(cast, edition, one)
    printed = text_of(rosa.get(f"/answers/{one.pk}/paper.pdf").content)
    assert "Fingerprint" in printed and " ".join((one.title or "Form").split()) in printed, source.name
    assert forms.file(by=cast.imani, on=edition.pk)[1] == source.read_bytes() == bytes(edition.body)


def whole_round(cast, at, paths):
    """All of them, with one run of the device."""
    by_name = {edition.file_name: edition for edition in Edition.objects.exclude(source="shipped")}
    rosa, there = at("rosa"), {}
    rounds = [goes_round(cast, rosa, published(cast, by_name[path.name]), path, there) for path in paths]
    cases = {name: case for one in rounds for name, case in next(one).items()}
    there |= on_the_device(plain(cases))
    for one in rounds:
        assert next(one, "done") == "done"


@pytest.mark.skipif(not ROOT.exists(), reason=WITHOUT)
def test_every_valid_form_comes_back_the_same(cast, at, capsys):
    paths = sorted(ROOT.glob("*.json"))
    said = brought_in(cast, paths, capsys)
    assert set(said) == set(REFUSED) and all(said[name].startswith(why) for name, why in REFUSED.items())
    for edition in Edition.objects.filter(file_name__in=BLOCKED):
        told = " ".join(one.says for one in forms.edition(by=cast.imani, on=edition.pk).blocking)
        assert BLOCKED[edition.file_name] in told
        with pytest.raises(Unacceptable):
            documents.approve(by=cast.imani, on=edition.pk)
    valid = [path for path in paths if path.name not in {**REFUSED, **BLOCKED}]
    assert len(valid) >= 9
    whole_round(cast, at, valid)


def test_forms_of_every_type_come_back_the_same(cast, at, capsys):
    paths = [path for path in sorted(OURS.glob("*.json")) if path.stem in ("every_type", "household")]
    assert brought_in(cast, paths, capsys) == {}
    whole_round(cast, at, paths)
