"""Why the demo's clients do things: assessments opened, decided, signed; structured analyses entered."""

from datetime import timedelta

from alongside.assessments import actions
from alongside.assessments.actions import save
from alongside.assessments.models import Analysis
from alongside.assessments.rules.decision import Decision
from alongside.documents import lookups as documents
from alongside.people.models import Client
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead, targets_of


def assess(house: House, client: Client, told: Told) -> None:
    """What the file tells of it; nothing where it tells nothing."""
    targets = targets_of(client.pk, told)
    for row in told.get("assessment", ()):
        who = house[lead(told)]
        made = actions.open_(
            by=who, on=client.pk, targets=[targets[key] for key in row["targets"]], question=row["question"],
            began_on=house.weeks_ago(row["since"]), until=house.weeks_ago(row["until"]),
        )  # fmt: skip
        if "decision" in row:
            decision = Decision(**{**row["decision"], "functions": tuple(row["decision"]["functions"])})
            paper = documents.at_work(made.document_id)
            assert paper is not None
            saved = save(by=who, on=made, decision=decision, based_on=paper.saved)
            actions.sign(by=house[lead(told)], on=made, saved=saved.count)
    for row in told.get("analysis", ()):
        _analysis(house, client, told, row)


def _analysis(house: House, client: Client, told: Told, row: Told) -> None:
    who = house[lead(told)]
    made: Analysis = actions.arrange(
        by=who, on=client.pk, kind=row["kind"], title=row["title"], names=row["names"], control=row.get("control", ""),
        unit=row.get("unit", ""), target=targets_of(client.pk, told).get(row.get("target", "")),
    )  # fmt: skip
    first = house.weeks_ago(row["weeks"])
    worker = house[told["visits"]["who"]]
    for n, details in enumerate(row["entry"]):
        day = first + timedelta(days=n // row.get("a_day", len(row["entry"])))
        actions.enter(by=worker, on=made, details=details, done_on=day)
    if row.get("keep"):
        actions.keep(by=who, on=made)
