"""`alongside import questionnaire FILE`: what would come in, what is refused by name, and what came in."""

import json
from pathlib import Path

from alongside.documents import lookups
from alongside.documents.models import Edition
from alongside.foundation.models import Entry
from alongside.interchange.command import main

EVERY = Path(__file__).parents[3] / "tests/data/questionnaires/every_type.json"
HARBOR = ["--agency", "Harbor Family Services"]


def run(capsys, *words):
    status = main(["questionnaire", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out, said.err


def file(folder, name, text):
    path = folder / name
    path.write_text(text if isinstance(text, str) else json.dumps(text))
    return path


def blocked(folder):
    return file(folder, "blocked.json", {**json.loads(EVERY.read_text()), "url": "urn:b", "implicitRules": "urn:rules"})


def test_a_check_shows_what_it_asks_and_writes_nothing(cast, capsys):
    status, out, err = run(capsys, EVERY, "--check")
    assert (status, err) == (0, "") and not Edition.objects.exists()
    assert "questions" in out and "( ) Yes" in out and "has to be answered" in out and "rights:" in out


def test_a_check_says_by_its_status_what_it_found(cast, capsys, tmp_path):
    status, out, _ = run(capsys, blocked(tmp_path), "--check")
    assert status == 1 and "blocks: It follows rules that are not known here." in out
    status, _, err = run(capsys, EVERY, file(tmp_path, "x.json", "{"), "--check")
    assert status == 2 and err == "x.json: The file is no JSON: see line 1, column 2.\n"
    status, _, err = run(capsys, file(tmp_path, "r.json", {"resourceType": "QuestionnaireResponse"}), "--check")
    assert status == 2 and "is a QuestionnaireResponse, not a Questionnaire" in err


def test_a_file_comes_in_once_byte_for_byte_and_unpublished(cast, capsys, tmp_path):
    status, out, _ = run(capsys, EVERY, *HARBOR, "--kind", "survey")
    [made] = Edition.objects.all()
    assert status == 0 and "Two people agree" in out
    assert (lookups.edition_bytes(made.pk), made.file_name) == (EVERY.read_bytes(), "every_type.json")
    assert lookups.edition_of(made.form.key) is None
    assert Entry.objects.filter(verb="documents.bring_in", subject_id=made.pk).exists()
    status, _, err = run(capsys, EVERY, *HARBOR)
    assert status == 2 and "here already" in err and "nothing came in" in err
    status, out, err = run(capsys, EVERY, blocked(tmp_path), *HARBOR)
    assert status == 1 and "cannot be published" in out and Edition.objects.count() == 2


def test_nothing_is_done_for_whoever_may_not_or_without_a_file(cast, capsys, tmp_path):
    status, _, err = run(capsys, EVERY, *HARBOR, "--as", "Rosa Delgado")
    assert status == 2 and err.startswith("alongside import: ")
    status, _, err = run(capsys, tmp_path / "none.json", "--check")
    assert status == 2 and "cannot be read" in err
    assert not Edition.objects.exists()


def test_what_a_form_says_draws_nothing_on_a_terminal(cast, capsys, tmp_path):
    form = {"resourceType": "Questionnaire", "title": "a\x1b[2Jb", "item": [{"linkId": "1", "type": "string"}]}
    _, out, _ = run(capsys, file(tmp_path, "t.json", form), "--check")
    assert "\x1b" not in out
