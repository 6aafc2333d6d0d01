"""What is recorded beside the targets of a demo visit: what was different, tokens and what they bought, help given."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.foundation.policy import Actor
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
