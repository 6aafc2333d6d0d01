"""Family reads it: every sentence for them is plain, in English and in Spanish."""

import re
import tomllib
from pathlib import Path

import pytest

from alongside.reports.tests.readable import ease, grade

HERE = Path(__file__).resolve().parent.parent / "messages"
HARD = "The multidisciplinary administration subsequently recommended comprehensive reconsideration of interventions."
FILLED = {
    "name": "Theo", "value": "6", "by": "4", "unit": "times", "count": "9", "first": "2 Mar 2026", "last": "9 Mar 2026",
    "alarms": "7", "misses": "24", "share": "60", "text": "Leaves less.", "what": "go on as it is", 
    "days": "9 Mar 2026",    "day": "9 Mar 2026", "kept": "14", "hours": "14", "off": "1", "signs": "",
}  # fmt: skip


def sentences(path):
    told = tomllib.loads(path.read_text(encoding="utf-8"))["family"]
    for code, said in told.items():
        for text in said.values() if isinstance(said, dict) else (said,):
            yield code, re.sub(r"\{(\w+)\}", lambda place: FILLED[place[1]], text)


def test_what_is_hard_is_found_hard():
    assert grade(HARD) > 20 and grade("We saw it at one visit.") < 3
    assert ease("La administración multidisciplinaria recomendó consideraciones posteriores.") < 40


def test_the_english_report_for_family_reads_at_sixth_grade_or_below():
    told = list(sentences(HERE / "en.toml"))
    assert grade(" ".join(text for _, text in told)) <= 5
    assert [(code, round(grade(text), 1)) for code, text in told if grade(text) > 8] == []


def test_the_spanish_report_for_family_is_fairly_easy():
    told = list(sentences(HERE / "papers" / "es.toml"))
    assert ease(" ".join(text for _, text in told)) >= 65
    assert [(code, round(ease(text))) for code, text in told if ease(text) < 50] == []


@pytest.mark.parametrize("language", ["papers/es.toml"])
def test_each_sentence_for_family_is_said_in_each_language(language):
    assert {code for code, _ in sentences(HERE / "en.toml")} == {code for code, _ in sentences(HERE / language)}
