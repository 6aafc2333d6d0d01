"""How the demo's plans are carried out: checks of past visits, as the files tell."""

from uuid import uuid5

from alongside.fidelity import actions as fidelity
from alongside.fidelity import asking
from alongside.people.models import Client
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead
from alongside.sessions.lookups import of_client
from alongside.sessions.models import Session


def score(house: House, client: Client, told: Told) -> None:
    """Each check of the file: how many visits ago, and which steps (from 1) were missed. No crisis came up in any."""
    rows = told.get("fidelity", ())
    if not rows:
        return
    sessions = of_client(client.pk, most=max(row["ago"] for row in rows))
    for row in rows:
        session = Session.objects.get(pk=sessions[row["ago"] - 1].id)
        version = asking.version_of(session)
        assert version is not None
        results = {
            step.key: "na" if step.moment == "crisis" else "no" if n in row.get("missed", ()) else "yes"
            for n, step in enumerate(asking.steps_of(version), 1)
        }  # fmt: skip
        kind = row.get("kind", "observer")
        fidelity.check(
            by=house[lead(told) if kind == "observer" else told["visits"]["who"]], on=session, kind=kind,
            id=uuid5(session.pk, f"fidelity/{kind}"), results=results, who=row.get("who", ""),
            remark=row.get("remark", ""),
        )  # fmt: skip
