"""The clients of the demo: who they are, who is around them, who works with them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from alongside.foundation import reference
from alongside.people import actions as people
from alongside.people.models import Client
from alongside.project.demo import (
    agreed,
    answered,
    assessed,
    carried,
    history,
    outcomes,
    plans,
    recent,
    reporting,
    teaching,
)
from alongside.project.demo.cast import House, Told
from alongside.project.demo.steps import Steps

KINDS = ("behaviour", "treatment")


def admit_all(house: House, steps: Steps) -> None:
    """Every client of reference/demo/clients with all that is known of them."""
    for told in steps("Demo: clients, their plans and past weeks", list(everybody()), "clients"):
        client = _admit(house, told)
        _around(house, client, told)
        plans.put_in_force(house, client, told)
        history.take_over(house, client, told)
        assessed.assess(house, client, told)
        recent.live_through(house, client, told)
        teaching.teach(house, client, told)
        carried.score(house, client, told)
        agreed.agree(house, client, told)
        outcomes.look_back(house, client, told)
        reporting.report(house, client, told)
        answered.answer_all(house, client, told)


def everybody() -> Iterator[Told]:
    """What the files tell of each client; of a plan, what they share where a file says nothing of its own."""
    shared = reference.load("demo/common")
    for path in sorted((reference.FOLDER / "demo" / "clients").glob("*.toml")):
        told = reference.load(f"demo/clients/{path.stem}")
        yield {**told, **{kind: _together(shared[kind], told[kind]) for kind in KINDS if kind in told}}


def _together(shared: Told, own: Told) -> Told:
    """The client's own words in the place of shared ones, table by table."""
    tables = {name: {**table, **own.get(name, {})} for name, table in shared.items() if isinstance(table, dict)}
    return {**shared, **own, **tables}


def _admit(house: House, told: Told) -> Client:
    person = dict(told["person"])
    admitted = house.weeks_ago(person.pop("admitted"))
    born = born_on(house.today, person.pop("age"), person.pop("birthday"))
    first, *others = told["programs"]
    client = people.admit(
        by=house["dev"], on=house.agency, born=born, admitted_on=admitted, programme=house.programs[first], **person
    )
    for program in others:
        people.enrol(by=house["dev"], on=client.pk, programme=house.programs[program], began_on=admitted)
    people.change(by=house["amara"], on=client.pk, **told["care"])
    return client


def _around(house: House, client: Client, told: Told) -> None:
    dev, amara = house["dev"], house["amara"]
    for row in told["team"]:
        place = people.place_on_team(
            by=dev, on=client.pk, staff=house.staff[row["who"]], part=row["part"],
            began_on=house.weeks_ago(row["weeks"]),
        )  # fmt: skip
        if "left" in row:
            people.end_place(by=dev, on=place.pk, ended_on=house.weeks_ago(row["left"]))
    for alert in told.get("alert", ()):
        people.raise_alert(by=amara, on=client.pk, began_on=client.admitted_on, **alert)
    homes = {row["key"]: _home(house, client, row) for row in told.get("household", ())}
    for row in told.get("contact", ()):
        _contact(house, client, row, homes)


def _home(house: House, client: Client, row: Told) -> Any:
    residence = people.house(
        by=house["dev"], on=client.pk, name=row["name"], address=row.get("address", ""), share=row.get("share", ""),
        began_on=client.admitted_on,
    )  # fmt: skip
    return residence.household_id


def _contact(house: House, client: Client, row: Told, homes: dict[str, Any]) -> None:
    values = {name: value for name, value in row.items() if name not in ("rights", "household")}
    home = homes.get(row.get("household", ""))
    contact = people.connect(
        by=house["dev"], on=client.pk, household=home, began_on=client.admitted_on, **values
    )  # fmt: skip
    for right in row.get("rights", ()):
        decide = people.deny_right if right.get("denied") else people.grant_right
        decide(
            by=house["amara"], on=contact.pk, right=right["right"], order=right.get("order", ""),
            began_on=client.admitted_on,
        )  # fmt: skip


def born_on(day: date, age: int, birthday: str) -> date:
    """The birth date of somebody who is so old on a day, with this birthday (month-day)."""
    month, of_month = map(int, birthday.split("-"))
    had = (day.month, day.day) >= (month, of_month)
    return date(day.year - age - (not had), month, of_month)
