"""What was answered about a demo client: instruments in time, what is asked of them, what an answer opened."""

import json
from typing import Any
from uuid import UUID

from alongside.documents import lookups as documents
from alongside.foundation.policy import Actor
from alongside.instruments import actions as instruments
from alongside.instruments import lookups
from alongside.instruments.actions import save as save_answers
from alongside.instruments.editions import asked_of, begun
from alongside.instruments.instrument import LOCAL
from alongside.people.models import Client
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead
from alongside.questionnaires.items import Item
from alongside.questionnaires.values import chosen

Nodes = list[dict[str, Any]]


def answer_all(house: House, client: Client, told: Told) -> None:
    """Each as the file tells it, the oldest first; then what is asked again, and by whom."""
    for row in told.get("answered", ()):
        _answer(house, client, told, row)
    for row in told.get("asks", ()):
        said = {name: value for name, value in row.items() if name not in ("who", "weeks")}
        staff = house.staff[row["who"]] if "who" in row else None
        began = house.weeks_ago(row.get("weeks", 0))
        instruments.ask(by=house[lead(told)], on=client.pk, staff=staff, began_on=began, **said)


def _answer(house: House, client: Client, told: Told, row: Told) -> None:
    if "elsewhere" in row:
        _from_elsewhere(house, client, house[lead(told)], row)
        return
    by = house[row.get("who", told["team"][0]["who"])]
    about = {name: row[name] for name in ("form", "respondent", "answered_by", "taken_from") if name in row}
    made = instruments.begin(by=by, on=client.pk, taken_on=house.weeks_ago(row["weeks"]), **about)
    typed = {"scores": row["scores"]} if "scores" in row else {"answers": _nodes(made.edition_id, row["worth"])}
    save_answers(by=by, on=made, based_on=1, **typed)
    if row.get("draft"):
        return
    paper = documents.at_work(made.document_id)
    assert paper is not None, "it was begun just now"
    instruments.sign(by=by, on=made.pk, saved=paper.saved)
    if "done" in row:
        for alarm in lookups.alarms_in(made.pk):
            instruments.look_after(by=house[lead(told)], on=alarm.id, words=row["done"])


def _from_elsewhere(house: House, client: Client, by: Actor, row: Told) -> None:
    """A file that another practice sent, taken in as it came."""
    at = f"{house.weeks_ago(row['weeks'])}T09:20:00-05:00"
    resource = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "authored": at,
        "questionnaire": f"{LOCAL}{row['form']}", "author": {"display": row["elsewhere"]},
        "item": _nodes(begun(row["form"]).edition, row["worth"]),
    }  # fmt: skip
    said = {"respondent": row["respondent"], "file_name": f"{row['form']}.json"}
    instruments.take_in(by=by, on=client.pk, body=json.dumps(resource, indent=2).encode(), **said)


def _nodes(edition: UUID | None, worth: str) -> Nodes:
    """What each question's answer is worth, a digit each in the order of the form; `-` leaves one out."""
    assert edition is not None, "results are entered without items"
    digits = iter(worth)
    found: Nodes = []
    for part in asked_of(edition).items:
        below = [_one(item, digit) for item, digit in zip(part.items, digits, strict=False) if digit != "-"]
        found += [{"linkId": part.link_id, "item": below}] if below else []
    return found


def _one(item: Item, digit: str) -> dict[str, Any]:
    """A choice by its score; one without scores by its place."""
    scored = [option for option in item.options if option.score == int(digit)]
    option = scored[0] if scored else item.options[int(digit)]
    return {"linkId": item.link_id, "answer": [dict(chosen(option))]}
