"""What the demo's clients are taught: programs with their moves, techniques with what helped, tokens of past weeks."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans.lookups import menu_of
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead, targets_of
from alongside.sessions.lookups import Spent, of_client
from alongside.skills import actions as skills
from alongside.skills.rules import Rule, Step
from alongside.skills.rules.texts import Whole
from alongside.skills.standing import programs_of

INTO = timedelta(minutes=12)  # of the visit


def teach(house: House, client: Client, told: Told) -> None:
    """Everything that the file tells of skills, techniques and tokens."""
    targets, visits = targets_of(client.pk, told), [one for one in of_client(client.pk) if one.ended_at]
    by, worker = house[lead(told)], house[told["visits"]["who"]]
    visits = [one for one in visits if one.staff_id == worker.staff_id and one.taken_from]
    for row in told.get("skill", ()):
        _program(by, worker, client, targets[row["target"]], row, visits)
    for row in told.get("technique", ()):
        _technique(by, worker, client, row, visits)
    if "economy" in told:
        _tokens(worker, client, targets, told["economy"], visits)


def _program(by: Actor, worker: Actor, client: Client, target: UUID, row: Told, visits: Sequence[Spent]) -> None:
    texts = {name: row.get(name, "") for name in ("goal", "materials", "correction", "reinforcement", "chaining")}
    whole = Whole(
        rule=Rule(**row["rule"]), hierarchy=row["hierarchy"], seconds=tuple(row["seconds"]),
        teaching=tuple(row["teaching"]), steps=tuple(Step(**step) for step in row.get("steps", ())),
        weeks=tuple(row["probes"]), kinds=tuple(row["also"]), **texts,
    )  # fmt: skip
    made = skills.begin(by=by, on=target, domain=row["domain"], whole=whole, began_at=_ago(row["weeks"]))
    for move in row.get("move", ()):
        skills.move(
            by=by, on=made.pk, step=move.get("step"), reason=move["reason"], begins_at=_ago(move["weeks"])
        )  # fmt: skip
    for said in row.get("probe", ()):
        [program] = programs_of(client.pk, only=made.pk)
        first = next(probe for probe in program.probes if not probe.taken and probe.kind == "kept")
        there = _near(visits, said["weeks"])
        skills.probe(by=worker, on=there.id, probe_id=first.id, words=said["words"])


def _technique(by: Actor, worker: Actor, client: Client, row: Told, visits: Sequence[Spent]) -> None:
    skills.choose(by=by, on=client.pk, technique=row["key"], words=row["words"])
    for n, said in enumerate(row["uses"]):
        there = _near(visits, said["weeks"])
        how = {name: value for name, value in said.items() if name != "weeks"}
        skills.use_technique(
            by=worker, on=there.id, id=uuid5(there.id, f"{row['key']}/{n}"), technique=row["key"],
            at=there.began_at + INTO, **how,
        )  # fmt: skip


def _tokens(worker: Actor, client: Client, targets: dict[str, UUID], row: Told, visits: Sequence[Spent]) -> None:
    """Some tokens each visit for one target, and what they were exchanged for, the oldest visit first."""
    menu = {line.text: line for line in menu_of(client.pk)}
    lately = [one for one in visits if one.began_at > _ago(row["weeks"])][::-1]
    for n, there in enumerate(lately):
        behaviour.give_token(
            by=worker, on=there.id, id=uuid5(there.id, "economy"), count=row["each"], target_id=targets[row["target"]],
            at=there.began_at + INTO,
        )  # fmt: skip
        if wanted := menu.get(row["taken"][n % len(row["taken"])]):
            behaviour.exchange(
                by=worker, on=there.id, id=uuid5(there.id, "economy/taken"), reinforcer_id=wanted.id, cost=wanted.cost,
                at=there.began_at + 2 * INTO,
            )  # fmt: skip


def _ago(weeks: float) -> datetime:
    return datetime.now(UTC) - timedelta(weeks=weeks)


def _near(visits: Sequence[Spent], weeks: float) -> Spent:
    """The visit nearest to so many weeks ago."""
    return min(visits, key=lambda one: abs(one.began_at - _ago(weeks)))
