"""People who come to the demo agency: who waits, whose intake is under way, whose is finished."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.consents import actions as consents
from alongside.documents import lookups as papers
from alongside.foundation import reference
from alongside.foundation.policy import Actor
from alongside.instruments import actions as instruments
from alongside.instruments.actions import save as keep
from alongside.instruments.models import Answering
from alongside.intake import actions as intake
from alongside.intake.models import Intake
from alongside.people import actions as people
from alongside.people.models import Contact
from alongside.project.demo.cast import House, Told
from alongside.project.demo.clients import born_on
from alongside.project.demo.steps import Steps
from alongside.questionnaires.filling import Node
from alongside.questionnaires.items import Item, Option
from alongside.questionnaires.values import MEMBERS


def take_in(house: House, steps: Steps) -> None:
    """Everybody of reference/demo/coming.toml, by those who would do it."""
    for told in steps("Demo: people who come", reference.load("demo/coming")["referral"], "people"):
        said = {name: value for name, value in told.items() if name not in ("age", "birthday", "days", "intake")}
        born = born_on(house.today, told["age"], told["birthday"])
        row = intake.refer(by=house["dev"], on=house.agency, born=born, received_on=_ago(house, told), **said)
        if "intake" in told:
            _begin(house, row.pk, told["intake"])


def _begin(house: House, referral: UUID, told: Told) -> None:
    begun = intake.begin(
        by=house["dev"], on=referral, identifier=told["identifier"], programme=house.programs[told["program"]],
        lead=house.staff[told["lead"]], began_on=_ago(house, told),
    )  # fmt: skip
    for row in told["team"]:
        people.place_on_team(
            by=house["dev"], on=begun.client_id, staff=house.staff[row["who"]], part=row["part"],
            began_on=_ago(house, row),
        )  # fmt: skip
    lead = house[told["lead"]]
    people.place_on_team(
        by=house["dev"], on=begun.client_id, staff=lead.staff_id, part="supervisor", began_on=_ago(house, told)
    )
    for row in told["consents"]:
        _consent(house, lead, begun, row)
    seen = intake.observe(by=lead, on=begun.pk, taken_on=_ago(house, told))
    _answer(lead, seen.answering_id, told["answers"], sign="summary" in told)
    if "summary" in told:
        intake.draw(by=lead, on=begun.pk, names=told["draw"])
        _ask(lead, begun, told["asked"])
        _sum_up(house, lead, begun, dict(told["summary"]))


def _consent(house: House, by: Actor, begun: Intake, row: Told) -> None:
    contact = Contact.objects.get(client=begun.client_id).pk if row.get("contact") else None
    consents.record(
        by=by, on=begun.client_id, what=row["what"], given=not row.get("refused"), way=row["way"], contact=contact,
        decided_on=_ago(house, row), words=row.get("words", ""), reader=row.get("reader", ""),
        recipient=row.get("recipient", ""),
        until=house.today + timedelta(weeks=row["weeks"]) if "weeks" in row else None,
    )  # fmt: skip


def _ask(by: Actor, begun: Intake, told: Told) -> None:
    """A form that is asked at the intake, and answered."""
    instruments.ask(by=by, on=begun.client_id, form=told["form"], respondent=told["respondent"], occasion="intake")
    made = instruments.begin(
        by=by, on=begun.client_id, form=told["form"], respondent=told["respondent"], answered_by=told["by"],
        taken_on=begun.began_on,
    )  # fmt: skip
    _answer(by, made.pk, {str(n): one for n, one in enumerate(told["answers"], 1)}, sign=True)


def _sum_up(house: House, by: Actor, begun: Intake, told: Told) -> None:
    readers = told.pop("read")
    saved = intake.summarize(by=by, on=begun.pk, **told)
    sent = intake.sign(by=replace(by, confirmed_at=datetime.now(UTC)), on=begun.pk, saved=saved)
    for row in readers:
        intake.acknowledge(by=house[row["who"]], on=sent.pk, remark=row["remark"])


def _answer(by: Actor, answering: UUID, said: Mapping[str, Any], *, sign: bool) -> None:
    row = Answering.objects.get(pk=answering)
    asked = papers.read_edition(row.edition_id)
    paper = papers.at_work(row.document_id)
    assert paper is not None, "it was begun just now"
    kept = keep(by=by, on=row.pk, based_on=paper.saved, answers=list(_nodes(asked.items, said)))
    if sign:
        instruments.sign(by=by, on=row.pk, saved=kept.count)


def _nodes(items: tuple[Item, ...], said: Mapping[str, Any]) -> Iterator[Node]:
    """Answers by link id, as FHIR writes them; of a choice its code, or its score."""
    for item in items:
        below = list(_nodes(item.items, said))
        if item.type == "group" and below:
            yield {"linkId": item.link_id, "item": below}
        elif item.link_id in said:
            yield {"linkId": item.link_id, "answer": [_value(item, said[item.link_id])]}


def _value(item: Item, given: Any) -> Node:
    if item.options:
        return dict(next(option.value for option in item.options if given in _names(option)))
    return {MEMBERS[item.type]: given}


def _names(option: Option) -> tuple[Any, ...]:
    return option.value["valueCoding"]["code"], option.score


def _ago(house: House, row: Told) -> Any:
    return house.today - timedelta(days=row["days"])
