"""A client of the demo agency: the person, who is around them, and the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.foundation.policy import Actor
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans.lookups import targets_of
from alongside.plans.rules.texts import About, Crisis, Goal, Objective, Part, Stage, Step, Strategies, Target, Whole
from alongside.project.demo.people import SINCE, Cast

WEEKS = 12
SOURCE = "Paper plan, brought over at admission"
PARTS = {
    "teaching": "Practise while calm, twice each visit: show it once, do it together, then wait five seconds.",
    "reinforcement": "Every time in the first two weeks, then every second time while it holds.",
    "cautions": "The first days may bring more of it. That is expected, and no reason to give in or to give up.",
    "restrictive": "None. Nobody holds or blocks; keep roads and stairs in sight instead.",
    "measuring": "Each visit, as said under each target. A second person counts along in one visit of five.",
    "decisions": "Five visits without change: talk about it with the supervisor before changing anything.",
    "keeping": "Once it holds for three weeks, practise with another person and in another room.",
    "training": "Everybody beside the client reads this version and shows each step once.",
    "agreement": "Read together and agreed at the meeting; a copy went home.",
}


@dataclass(frozen=True)
class Known:
    """A client who was admitted: id, when the first session was, and the targets by key."""

    id: UUID
    first: datetime
    targets: Mapping[str, UUID]


def admit(cast: Cast, told: Mapping[str, Any]) -> Known:
    """Admit a client with everybody around them, and put the plan in force."""
    dev, ada = cast.actor("dev"), cast.actor("ada")
    given, family = told["name"]
    client = people.admit(
        by=dev, on=cast.agency, given=given, family=family, preferred=told.get("preferred", ""),
        pronouns=told["pronouns"], born=told["born"], language=told.get("language", "en"),
        identifier=f"H-{1000 + sum(map(ord, told['key']))}", programme=cast.programs[told["program"]],
        admitted_on=SINCE,
    ).pk  # fmt: skip
    for who in told["team"]:
        part = {"nadia": "nurse", "imani": "supervisor", "hana": "supervisor"}.get(who, "tss")
        people.place_on_team(by=dev, on=client, staff=cast.staff[who], part=part, began_on=SINCE)
    _around(cast, client, told)
    first = _first(told)
    begun = first - timedelta(hours=2)
    plans.take_over(by=ada, on=client, whole=_whole(told), source=SOURCE, begins_at=begun)
    return Known(client, first, {t["key"]: _id(client, t["name"]) for t in told["target"]})


def supervisor(cast: Cast, told: Mapping[str, Any]) -> Actor:
    return cast.actor("imani" if "imani" in told["team"] else "hana")


def _first(told: Mapping[str, Any]) -> datetime:
    """The first session: so many weeks ago, at the client's usual hour."""
    hour, minute = told["hours"]
    day = datetime.now(UTC).date() - timedelta(weeks=WEEKS)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("America/New_York"))


def _around(cast: Cast, client: UUID, told: Mapping[str, Any]) -> None:
    by = supervisor(cast, told)
    people.change(by=by, on=client, strengths=told["strengths"], matters=told["matters"], own_words=told["own_words"])
    for kind, text, icon in told["alerts"]:
        people.raise_alert(by=by, on=client, kind=kind, text=text, icon=icon, began_on=SINCE)
    denied = {given: (rights.split(), order) for given, rights, order in told.get("deny", [])}
    for given, family, relation, in_law, rights in told["contacts"]:
        contact = people.connect(
            by=by, on=client, given=given, family=family, relation=relation, in_law=in_law, began_on=SINCE
        )
        for right in rights.split():
            people.grant_right(by=by, on=contact, right=right, order="Intake agreement, 5 Jan 2026")
        for right in denied.get(given, ([], ""))[0]:
            people.deny_right(by=by, on=contact, right=right, order=denied[given][1])


def _id(client: UUID, name: str) -> UUID:
    return next(t.id for t in targets_of(client) if t.name == name)


def _whole(told: Mapping[str, Any]) -> Whole:
    """The behavior plan as it was kept on paper."""
    plan = told["plan"]
    review = date.today() + timedelta(days=120)
    return Whole(
        "behaviour",
        About(plan["summary"], review),
        (Part("why", plan["why"]), *(Part(key, text) for key, text in PARTS.items())),
        targets=tuple(_target(n, t) for n, t in enumerate(told["target"], 1)),
        strategies=Strategies(
            before=("Say what comes next, with a picture.", "Offer two ways to begin."),
            during=("Wait five seconds before helping.", "Point to the card without a word."),
            after=("Name what went well in one sentence.", "Write down what came before."),
        ),
        crisis=Crisis((
            Step("Keep two arm lengths away, and keep roads and stairs behind you.", "Everybody"),
            Step("One person speaks, in short sentences.", "TSS"),
            Step("Call the supervisor on duty.", "TSS"),
        )),
        card=CARD,
    )  # fmt: skip


def _target(number: int, told: Mapping[str, Any]) -> Target:
    settings: dict[str, Any] = {}
    if told["measure"] == "partial_interval":
        settings = {"interval_length": 15, "interval_count": 40}
    if told["measure"] in {"trial", "task_analysis"}:
        settings["prompts"] = ["independent", "gesture", "verbal", "model", "full physical"]
    settings |= {key: told[key] for key in ("steps", "anchors", "cue") if key in told}
    return Target(
        kind=told["kind"], name=told["name"], screen_name=told["screen"], measure=told["measure"],
        improvement=told["improvement"], settings=settings, pinned=number, definition=told["definition"],
        examples=told["examples"], non_examples=told["non_examples"], function=told.get("function", ""),
        baseline=told["phases"][0][2],
    )  # fmt: skip


CARD = (
    Stage(
        "calm", look=("Hands busy, looks around",), do=("Practise the card", "Let choose the order"),
        dont=("Add new demands",),
    ),
    Stage(
        "trigger", look=("Hums, covers ears", "Looks at the door"), do=("Show the card", "Halve the page"),
        dont=("Ask twice",), say=("You can take a break.",),
    ),
    Stage(
        "escalating", look=("Stands up, pushes things away",),
        do=("Step aside from the door", "Wait, 10 seconds"), dont=("Block the way", "Raise the voice"),
        say=("I am here.",),
    ),
    Stage(
        "crisis", look=("Runs, or hits",),
        do=("Keep the road behind you", "Clear the room", "Call the supervisor"), dont=("Hold", "Explain"),
    ),
    Stage(
        "recovery", look=("Breathes slower, sits",), do=("Offer water", "Wait before talking"), dont=("Ask why",),
        say=("Good that you are back.",),
    ),
)  # fmt: skip


def goal(told: Mapping[str, Any], targets: Mapping[str, UUID]) -> Goal:
    """The goal in the client's words with an objective for each target that has one."""
    due = date.today() + timedelta(days=90)
    found = tuple(
        Objective(t["objective"][0], targets[t["key"]], comparator=t["objective"][1], criterion=t["objective"][2],
                  baseline=t["phases"][0][2], due_on=due)
        for t in told["target"] if "objective" in t
    )  # fmt: skip
    return Goal(told["plan"]["goal"], True, found)
