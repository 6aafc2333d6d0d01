"""A brief for somebody who never met the client, from the plan in force."""

from dataclasses import dataclass

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.people.lookups import banner
from alongside.people.models import Client
from alongside.plans import covering, reading
from alongside.plans.lookups import pinned_targets, plan_in_force
from alongside.plans.rules.cover import Known


@dataclass(frozen=True)
class Cover:
    """What to read in two minutes, and questions that show it was understood."""

    brief: tuple[str, ...]
    questions: tuple[covering.Asked, ...]


@query("plans.see_cover", on="people.Client")
def cover(*, by: Actor, on: Client) -> Cover | None:
    """The brief of the behavior plan in force, or None. At most eight statements, and asking."""
    version = plan_in_force(on.pk, kind="behaviour")
    if version is None:
        return None
    shown, id = banner(on.pk), version.version_id
    known = Known(
        given=shown.given, alerts=tuple(alert.text for alert in shown.alerts), own_words=on.own_words,
        matters=on.matters, why=next((part.text for part in reading.parts(id) if part.key == "why"), ""),
        worked_on=tuple(target.shown for target in pinned_targets(on.pk)), strategies=reading.strategies(id),
        crisis=reading.crisis(id), card=reading.card(id),
    )  # fmt: skip
    return Cover(covering.brief(known), covering.questions(known))
