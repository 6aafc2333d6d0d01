"""What the tests of this app begin with: targets of Theo's, past visits with what was seen, a program."""

from datetime import UTC, datetime, timedelta

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.foundation.ids import uuid7
from alongside.plans.models import Target
from alongside.sessions import actions as sessions
from alongside.sessions.elsewhere import Elsewhere
from alongside.skills import actions as skills
from alongside.skills.rules import Rule, Step
from alongside.skills.rules.texts import Whole

PROMPTS = ["independent", "gesture", "verbal"]
NOW = datetime.now(UTC).replace(microsecond=0)
LONG_AGO = NOW - timedelta(days=90)


def target(cast, measure="trial", **values):
    settings = {
        "trial": {"prompts": PROMPTS},
        "task_analysis": {"prompts": PROMPTS, "steps": ["Wets", "Soaps", "Rinses"]},
    }
    values = {"kind": "skill", "improvement": "increase", "name": "Greets", "began_at": LONG_AGO, **values}
    return Target.objects.create(client=cast.theo, measure=measure, settings=settings.get(measure, {}), **values)


def visit(cast, days_ago, who="rosa", place="Room 1"):
    """A visit that was, kept elsewhere until now."""
    began = NOW - timedelta(days=days_ago)
    one = Elsewhere(
        id=uuid7(), staff_id=cast.staff[who], programme_id=cast.programme.pk, began_at=began,
        ended_at=began + timedelta(hours=1), zone="America/New_York", site_id=cast.site.pk, place=place,
    )  # fmt: skip
    sessions.take_over(by=cast.ada, on=cast.theo.pk, sessions=[one], source="Paper")
    return one


def saw(cast, visit, target, *details):
    seen = [
        Seen(uuid7(), target.pk, one, visit.began_at + timedelta(minutes=n), "") for n, one in enumerate(details, 1)
    ]
    behaviour.take_over(by=cast.ada, on=cast.theo.pk, seen={visit.id: seen})


def trials(cast, target, days_ago, good, of=10, who="rosa", place="Room 1", prompt="gesture"):
    """So many trials without help, the others with some."""
    one = visit(cast, days_ago, who, place)
    helped = {"outcome": "prompted", "prompt": prompt}
    saw(cast, one, target, *[{"outcome": "correct"}] * good, *[helped] * (of - good))
    return one


def whole(**changed):
    rule = Rule(">=", 80, sessions=3, of=3, staff=1, settings=1, least=5, back_at=0)
    said = {
        "rule": rule, "hierarchy": "least_to_most", "seconds": (4,), "teaching": ("Wait.", "Help."),
        "steps": (Step("An adult"), Step("A classmate")), "weeks": (1, 2), "kinds": ("staff",),
    }  # fmt: skip
    return Whole(**{**said, **changed})


def program(cast, target=None, by=None, began_at=LONG_AGO, **changed):
    return skills.begin(
        by=by or cast.imani, on=(target or globals()["target"](cast)).pk, domain="social", whole=whole(**changed),
        began_at=began_at,
    )  # fmt: skip
