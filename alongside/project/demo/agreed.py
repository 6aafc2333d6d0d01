"""Who signed a demo client's treatment plan, and how it was looked over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alongside.people.contacts import contacts_of
from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.models import PlanVersion
from alongside.plans.rules.signing import Line
from alongside.project.demo.cast import House, Told


def agree(house: House, client: Client, told: Told) -> None:
    """What the file tells of signatures and of the last review of the treatment plan."""
    said = told.get("treatment", {})
    found = lookups.plan_in_force(client.pk, kind="treatment")
    if found is None or not ("signed" in said or "reviewed" in said):
        return
    version = PlanVersion.objects.get(pk=found.version_id)
    for row in said.get("signed", ()):
        _sign(house, client, version, row)
    for row in said.get("reviewed", ()):
        _review(house, client, version, row)


def _sign(house: House, client: Client, version: PlanVersion, row: Told) -> None:
    if "own" in row:
        who = replace(house[row["own"]], confirmed_at=datetime.now(UTC))
        plans.sign(by=who, on=version, base=version.digest)
        return
    said = {name: value for name, value in row.items() if name not in ("by", "contact", "try_in")}
    if "contact" in row:
        contacts = {line.name: line.id for line in contacts_of(client, house.today)}
        said |= {"contact_id": contacts[row["contact"]], "agreed": True}
    if "try_in" in row:
        said["try_on"] = house.today + timedelta(days=row["try_in"])
    plans.note_signature(by=house[row["by"]], on=version, base=version.digest, **said)


def _review(house: House, client: Client, version: PlanVersion, row: Told) -> None:
    """Objectives that the file does not name go on as they are."""
    changed = {one["objective"]: one for one in row.get("verdict", ())}
    lines = [
        Line(one.id, changed[one.text]["verdict"], changed[one.text]["reason"])
        if one.text in changed
        else Line(one.id, "continue")
        for one in lookups.objectives_of(client.pk)
        if one.version_id == version.pk
    ]
    plans.hold_review(
        by=house[row["by"]], on=version, lines=lines, cause=row["cause"], took_part=row["took_part"],
        decision="continue", remark=row["remark"], reviewed_on=house.weeks_ago(row["weeks"]),
        next_on=house.today + timedelta(days=row["next_in"]),
    )  # fmt: skip
