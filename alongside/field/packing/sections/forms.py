"""Forms that may be answered without signal: `questions/1` once, and `forms/1` of each client with what is due."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from alongside.documents.lookups import EditionLine, published_editions, read_line
from alongside.field.packing.caseload import Caseload
from alongside.foundation import reference
from alongside.instruments.critical import carried_critical
from alongside.instruments.dues import dues_of
from alongside.instruments.following import agreed
from alongside.instruments.rules.following import in_force
from alongside.instruments.worth import carried, instrument_of
from alongside.people.models import Client
from alongside.questionnaires.carried import as_json
from alongside.questionnaires.items import Item, Questionnaire

AHEAD = timedelta(days=30)
MOST, MOST_QUESTIONS = 24, 60  # forms, and questions of one: a device keeps what is asked beside a client


def questions(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """Every published form that is small enough, as it is computed, scored and signed with; what follows an answer that
    opens a path. Two statements, and one a form and process."""
    if clients:
        yield None, {"forms": [_form(line) for line in load.once(_lines)], "paths": list(_paths(load))}


def forms(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """What is due of each client now and in the next days. Four statements."""
    until, known = load.day + AHEAD, {line.key for line in load.once(_lines)}
    for client, dues in dues_of([client.pk for client in clients]).items():
        near = [due for due in dues if due.form in known and due.due_on is not None and due.due_on <= until]
        yield client, {
            "due": [{"form": due.form, "respondent": due.respondent, "due_on": due.due_on} for due in near]
        }  # fmt: skip


def _paths(load: Caseload) -> Iterator[dict[str, Any]]:
    """Each path with the product's steps by key, and with this agency's own words where they are in force."""
    words = agreed(load.by.zone)
    for path in reference.load("instrument_paths")["path"]:
        own = in_force(words, path["key"], load.day)
        mine = {"must": own.must, "grave_must": own.grave_must, "numbers": own.numbers} if own else {}
        yield {**path, **({"own": mine} if mine else {})}


def _lines(load: Caseload) -> list[EditionLine]:
    """What is published here: a shipped instrument from when somebody asked for it first."""
    small = (line for line in published_editions() if _size(line) <= MOST_QUESTIONS)
    return list(islice(small, MOST))


def _size(line: EditionLine) -> int:
    return sum(item.is_asked for item in read_line(line).every())


def _form(line: EditionLine) -> dict[str, Any]:
    asked = read_line(line)
    whole, known = as_json(asked), instrument_of(asked)
    return {
        "edition": line.id, "form": line.key, "title": line.title, "respondents": list(line.respondents),
        "youngest": line.youngest, "oldest": line.oldest, "number": line.number, "label": line.label,
        "sha256": line.sha256, "canonical": asked.canonical, "instrument": carried(known) if known else None,
        "critical": carried_critical(asked),
        "context": {"patient": {"resourceType": "Patient"}} if "patient" in asked.launch else {},
        "asked": whole if _looks(asked) else {**whole, "source": {}},
    }  # fmt: skip


def _looks(asked: Questionnaire) -> bool:
    """Whether an expression may look at the resource itself; else it need not go along."""
    return bool(asked.variables) or any(_computes(item) for item in asked.every())


def _computes(item: Item) -> bool:
    return bool(item.enabled_by or item.calculated or item.initially or item.variables)
