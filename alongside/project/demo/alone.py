"""Working alone in a demo visit: how long somebody is out and that they were safe; a quiet signal that was answered."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from alongside.project.demo.cast import House, Told
from alongside.project.demo.plans import lead
from alongside.safety import actions as safety
from alongside.safety.models import Duress

SPARE = timedelta(minutes=15)  # after the planned end


def look_after(house: House, told: Told, session: UUID, began: datetime, ended: datetime, row: Told) -> None:
    """By whoever makes the visit; who leads answers."""
    who = told["visits"]["who"]
    by = house[who]
    if row.get("watched"):
        watch = safety.watch(by=by, on=session, id=uuid5(session, "watch"), due_at=ended + SPARE, at=began)
        safety.check_in(by=by, on=watch, id=uuid5(session, "safe"), at=ended)
    if signal := row.get("signal"):
        at = began + timedelta(minutes=signal["after"])
        tapped: Duress = safety.duress(
            by=by, on=house.staff[who], id=uuid5(session, "signal"), session_id=session, at=at
        )
        safety.answer(by=house[lead(told)], on=tapped, words=signal["answer"])
