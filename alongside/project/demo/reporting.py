"""Reports of the demo's clients: signed and sent, or still a draft; and what allows sending them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alongside.consents import actions as consents
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans.lookups import targets_of
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead
from alongside.reports import actions as reports
from alongside.reports.grounds import grounds


def report(house: House, client: Client, told: Told) -> None:
    """Every release and report that the file tells of, by the client's supervisor."""
    by = house[lead(told)] if "report" in told or "release" in told else None
    for row in told.get("release", ()):
        assert by is not None
        said = {name: row[name] for name in ("what", "reader", "recipient", "by_whom", "words")}
        first, last = house.weeks_ago(row["weeks"]), house.today + timedelta(weeks=row["more_weeks"])
        made = consents.record(by=by, on=client.pk, given=True, way="paper", decided_on=first, until=last, **said)
        if "taken_back" in row:
            consents.end(by=by, on=made.pk, reason=row["taken_back"])
    for row in told.get("report", ()):
        assert by is not None
        _report(house, by, client, row)


def _report(house: House, by: Actor, client: Client, row: Told) -> None:
    about = [target.id for target in targets_of(client.pk) if not row.get("about") or target.name in row["about"]]
    for target in about if row["reader"] == "school" else ():
        plans.mark_school(by=by, on=target, concerns=True)
    made = reports.draft(
        by=by, on=client.pk, reader=row["reader"], addressee=row["addressee"], language=row.get("language", "en"),
        first_day=house.weeks_ago(row["weeks"]), last_day=house.today,
        objectives=about,
    )  # fmt: skip
    if "way" in row:
        reports.sign(by=replace(by, confirmed_at=datetime.now(UTC)), on=made, saved=1)
        [first, *_] = grounds(client.pk, row["reader"], on=house.today)
        recipient = first.recipient or row["addressee"]
        reports.send(by=by, on=made.pk, ground=first.key, recipient=recipient, way=row["way"])
