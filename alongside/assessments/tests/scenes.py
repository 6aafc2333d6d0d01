"""What the tests of this app begin with: a target of Theo's, visits with ABC records, an assessment, an analysis."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alongside.assessments import actions
from alongside.assessments.rules.decision import Decision
from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.behaviour.tests import scenes
from alongside.documents import lookups as documents
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.sessions import actions as sessions

ZONE = "America/New_York"
DECISION = Decision(
    ("escape",), "little sleep", "being asked to write", "Theo leaves the room", "the work ends", "moderate",
    "It came before writing and not before play; nobody followed him.",
)  # fmt: skip


def target(cast, name="Leaves the room", **values):
    return scenes.target(cast, "rate", name, **values)


def abc(cast, of, rows, *, days_ago=1, by=None):
    """A visit so many days ago with records: (occurred, antecedent, consequence, more)."""
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(days=days_ago)
    session = scenes.session(cast, began_at=began, by=by)
    seen = [
        Seen(
            uuid7(),
            of.pk,
            {"occurred": o, "antecedent": a, "consequence": c, **more},
            began + timedelta(minutes=n),
            "abc",
        )
        for n, (o, a, c, more) in enumerate(rows, 1)
    ]
    behaviour.record(by=by or cast.rosa, on=session.pk, observations=seen)
    sessions.end(by=by or cast.rosa, on=session.pk, ended_at=began + timedelta(hours=1))
    return session


def escape(cast, of, visits=3):
    """Records that speak of escape: it comes with demands and ends them; without it neither."""
    for n in range(visits):
        rows = [(True, "demand", "break", {"effect": "stopped", "setting_events": ["sleep"], "setting": "school"})] * 4
        rows += [(False, "attention_away", "ignored", {"setting": "school"})] * 3 + [(False, "demand", "none", {})]
        abc(cast, of, rows, days_ago=n + 1)


def opened(cast, *targets, by=None, **more):
    day = today(ZONE)
    values = {"began_on": day - timedelta(days=42), "until": day, **more}
    return actions.open_(by=by or cast.imani, on=cast.theo, targets=[one.pk for one in targets], **values)


def signed(cast, assessment, decision=DECISION, by=None):
    who = replace(by or cast.imani, confirmed_at=datetime.now(UTC))
    paper = documents.at_work(assessment.document_id)
    actions.save(by=who, on=assessment, decision=decision, based_on=paper.saved)
    return actions.sign(by=who, on=assessment, saved=paper.saved + 1)


def analysis(cast, kind="paired", names=("Trains", "Music", "Slime"), **more):
    values = {"title": "Snacks", **more}
    return actions.arrange(by=cast.imani, on=cast.theo, kind=kind, names=list(names), **values)


def enter(cast, on, details, by=None, **more):
    return actions.enter(by=by or cast.rosa, on=on, details=details, done_on=today(ZONE), **more)
