"""What is recorded beside the targets of a demo visit: what was different, tokens, help given, a crisis."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.foundation.policy import Actor
from alongside.incidents import actions as incidents
from alongside.living import actions as living
from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans.lookups import menu_of
from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead

APART = timedelta(minutes=6)


def put_on_the_menu(house: House, client: Client, told: Told) -> None:
    """What the client works for, as the file tells it."""
    for row in told.get("reinforcer", ()):
        plans.offer(by=house[lead(told)], on=client.pk, **row)


def record(by: Actor, session: UUID, client_id: UUID, began: datetime, row: Told) -> None:
    """A few minutes apart, from the beginning of the visit."""
    at = began + APART
    for n, said in enumerate(row.get("noticed", ())):
        behaviour.notice(by=by, on=session, id=uuid5(session, f"noticed/{n}"), at=at, **said)
    for n, said in enumerate(row.get("helped", ())):
        living.help(by=by, on=session, id=uuid5(session, f"helped/{n}"), at=at + n * APART / 2, **said)
    if tokens := row.get("tokens"):
        behaviour.give_token(by=by, on=session, id=uuid5(session, "tokens"), count=tokens, at=at + APART)
    wanted = next((line for line in menu_of(client_id) if line.text == row.get("exchanged")), None)
    if wanted:
        bought = {"reinforcer_id": wanted.id, "cost": wanted.cost, "at": at + 2 * APART}
        behaviour.exchange(by=by, on=session, id=uuid5(session, "exchanged"), **bought)
    if told := row.get("crisis"):
        _crisis(by, session, client_id, began, told)


def _crisis(by: Actor, session: UUID, client_id: UUID, began: datetime, told: Told) -> None:
    """Its steps and its end, each so many minutes after the visit began."""

    def after(minutes: int) -> datetime:
        return began + timedelta(minutes=minutes)

    here = uuid5(session, "crisis")
    first = min(step["after"] for step in told["step"])
    crisis = incidents.begin(by=by, on=client_id, id=here, began_at=after(first), session_id=session)
    for n, step in enumerate(told["step"]):
        said = {"line": step["line"], "words": step.get("words", ""), "at": after(step["after"])}
        incidents.mark(by=by, on=crisis, id=uuid5(here, f"step/{n}"), **said)
    incidents.close(by=by, on=crisis, closed_at=after(told["over"]))
