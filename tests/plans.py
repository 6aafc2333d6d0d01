"""Plans of the cast, made by actions: a behavior plan and a treatment plan for Theo, complete and in force."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.models import Approval, PlanVersion, RestrictionLine
from alongside.plans.rules.texts import (
    STAGES,
    About,
    Crisis,
    Goal,
    Intervention,
    Interventions,
    Objective,
    Part,
    Restriction,
    Section,
    Stage,
    Step,
    Strategies,
    Target,
    Tried,
)  # fmt: skip

TODAY = datetime.now(UTC).date()
IN_THREE_MONTHS = TODAY + timedelta(days=90)
BASELINE = {"baseline_from": date(2026, 1, 5), "baseline_to": date(2026, 1, 16)}

HANDS = Target(
    kind="behaviour", name="Aggression", screen_name="Hands", measure="rate", improvement="decrease", pinned=1,
    definition="Hitting or pushing another person with an open or closed hand.",
    examples="Slaps a classmate's arm. Pushes an adult away with both hands.",
    non_examples="High fives. Bumping somebody in a crowded hallway.",
    function="escape", baseline=4.5, **BASELINE,
)  # fmt: skip
BREAKS = Target(
    kind="replacement", name="Asks for a break", measure="count", improvement="increase", pinned=2,
    function="escape",
    definition="Hands over or points to the break card, or says that he needs a break.",
    examples="Taps the card on the desk.", non_examples="Leaves the room without showing the card.",
)  # fmt: skip
BEHAVIOUR_PARTS = ("why", "setting_events", "teaching", "reinforcement", "cautions", "measuring", "observers")
BEHAVIOUR_PARTS += ("fidelity", "mastery", "decisions", "keeping", "training", "agreement")
TREATMENT_PARTS = ("strengths", "needs", "services", "family", "decisions", "leaving", "agreement")
STRATEGIES = Strategies(
    before=("Show the day in pictures.", "Offer two choices before each task."),
    during=("Hold up the break card and wait 10 seconds.",),
    after=("Praise the asking, not the calm.",),
)
CRISIS = Crisis((Step("Clear the room.", "Any staff"), Step("Call the supervisor.", "TSS")))

COST = Restriction(
    kind="response_cost", what="One token is taken back, with one sentence.", when="After a hit; not for other things.",
    why="Praise alone changed nothing in six weeks.",
    tried=(Tried("Praise and extra tokens", date(2026, 1, 5), date(2026, 2, 13), "4.5 hits an hour, as before"),),
    times_a_day=3, who="Rosa and Imani", training="Once with Imani, repeated every quarter",
    ends_when="The token is back in the jar.", fading="No hit for four weeks.", review_days=60,
)  # fmt: skip


def restricted(by: Any, version: PlanVersion, this: Restriction = COST) -> RestrictionLine:
    """The line of a restrictive procedure in a draft."""
    kept = plans.write(by=by, on=version, section=this)
    return RestrictionLine.objects.get(version_id=version.pk, restriction_id=kept.restriction_id)


def agreed(by: Any, line: RestrictionLine, *gates: str, until: date | None = None) -> list[Approval]:
    """Approvals of a procedure as it is worded, until a day: in ninety days unless said otherwise."""
    said = {"agreed_by": "June Bell", "capacity": "mother", "decided_on": TODAY - timedelta(days=3)}
    expires = until or TODAY + timedelta(days=90)
    return [plans.note_approval(by=by, on=line, gate=gate, expires_on=expires, **said) for gate in gates]


DONE = Interventions((Intervention("Practices staying in class", "TSS", 3, 90, "School", "1.1"),))


def card() -> list[Stage]:
    return [Stage(s, look=(f"Looks {s}",), do=(f"Do what helps when {s}",), dont=("Repeat it",)) for s in STAGES]


def behaviour_sections() -> list[Section]:
    parts = [Part(key, f"What the plan says about {key}.") for key in BEHAVIOUR_PARTS]
    return [About("First plan.", IN_THREE_MONTHS), *parts, HANDS, BREAKS, STRATEGIES, CRISIS, *card()]


def treatment_sections() -> list[Section]:
    parts = [Part(key, f"What the plan says about {key}.") for key in TREATMENT_PARTS]
    objective = Objective(
        "Stays in class for a whole lesson", unit="minutes", baseline=12, criterion=30, due_on=IN_THREE_MONTHS
    )
    goal = Goal("I want to stay with my class.", own_words=True, objectives=(objective,))
    return [About("First plan.", IN_THREE_MONTHS), *parts, DONE, goal]


def drafted(cast: Any, *, client: Any = None, kind: str = "behaviour", by: Any = None) -> PlanVersion:
    """A complete first draft by Imani, for Theo unless said otherwise."""
    by = by or cast.imani
    version = plans.begin(by=by, on=client or cast.theo, kind=kind)
    for section in behaviour_sections() if kind == "behaviour" else treatment_sections():
        plans.write(by=by, on=version, section=section)
    return PlanVersion.objects.select_related("plan").get(pk=version.pk)


def published(cast: Any, *, client: Any = None, kind: str = "behaviour", by: Any = None) -> PlanVersion:
    """A version in force, by Imani, for Theo unless said otherwise."""
    return plans.publish(by=by or cast.imani, on=drafted(cast, client=client, kind=kind, by=by))


def make_ready(version: PlanVersion | UUID, *, by: Any, who: Any) -> None:
    """Somebody of the team has read a version and was trained on it."""
    plans.acknowledge(by=who, on=version)
    plans.train(by=by, on=version, staff_id=who.staff_id, hows=["explained", "practised"], competent=True)


def target(cast: Any, *, measure: str = "rate", client: Any = None, by: Any = None, **said: Any) -> UUID:
    """A target of a client's behavior plan in force, measured as wanted; makes a next version where there is a plan."""
    by, client = by or cast.imani, client or cast.theo
    there = lookups.plan_in_force(client.pk, kind="behaviour")
    version = plans.draft(by=by, on=there.plan_id) if there else drafted(cast, client=client, by=by)
    if there:
        plans.write(by=by, on=version, section=About("Another target.", IN_THREE_MONTHS))
    wanted = {"name": f"Measured by {measure}", "screen_name": "", "pinned": 9, "settings": SETTINGS.get(measure, {})}
    made = plans.write(by=by, on=version, section=replace(HANDS, measure=measure, **{**wanted, **said}))
    plans.publish(by=by, on=version)
    return made.target_id


PROMPTS = ["independent", "gesture", "verbal", "model"]
INTERVALS = {"interval_length": 15, "interval_count": 40}
SETTINGS: dict[str, dict[str, Any]] = {
    "partial_interval": INTERVALS, "whole_interval": INTERVALS, "momentary": INTERVALS, "trial": {"prompts": PROMPTS},
    "trials_to_criterion": {"prompts": PROMPTS, "in_a_row": 3},
    "task_analysis": {"prompts": PROMPTS, "steps": ["Turns on the water", "Wets hands", "Takes soap"]},
    "magnitude": {"anchors": ["none", "mild", "some", "strong", "most"]},
    "rating": {"anchors": ["not at all", "half the time", "all the time"]}, "latency": {"cue": "An instruction"},
    "reported": {"unit": "words in a minute"},
}  # fmt: skip
