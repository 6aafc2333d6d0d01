"""What people do on their devices, as rules of a state machine. Nothing goes wrong here; that is faults.py."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.field.device import User, written
from tests.field.model.base import CLIENTS
from tests.field.model.history import History
from tests.field.model.tablet import Tablet

SOME = st.integers(0, 7)
WHO = {"shared": ("rosa", "ben"), "desk": ("imani",), "phone": ("rosa",)}
NIGHTS = ["", "", "", "autumn", "spring", "midnight"]
HANDOVER = "A colleague takes over in the middle"


@dataclass
class Begun:
    """A session as its author's device knows it."""

    tablet: Tablet
    who: str
    client: str
    id: str
    zone: str = "America/New_York"
    began: str = ""


@dataclass
class Arena:
    """What stays the same for all runs: the server, the base database, and devices that were enrolled in it."""

    server: Any
    base: Any
    tablets: dict[str, Tablet]
    dumped: Any


class Work(RuleBasedStateMachine):
    """`arena` is set by whoever runs it."""

    arena: Arena

    def __init__(self) -> None:
        super().__init__()
        self.history = History()
        self.server, self.base = self.arena.server, self.arena.base
        self.server.begin()
        self.tablets = [fresh(tablet, self.history) for tablet in self.arena.tablets.values()]
        self.sessions: list[Begun] = []
        self.seen: list[tuple[Begun, str]] = []
        self.version = 1

    @rule(pick=SOME, client=st.sampled_from(CLIENTS), night=st.sampled_from(NIGHTS))
    def start(self, pick: int, client: str, night: str) -> None:
        tablet, who = self._somebody(pick)
        self._start(tablet, who, client, night)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, count=st.integers(1, 3), many=st.integers(1, 4))
    def record(self, pick: int, count: int, many: int) -> None:
        begun = self._session(pick)
        for _ in range(many):
            self._record(begun, begun.tablet, begun.who, count=count)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME)
    def observe_second(self, pick: int) -> None:
        desk = next(tablet for tablet in self.tablets if tablet.name == "desk")
        self._record(self._session(pick), desk, "imani", count=1, second=True)

    @precondition(lambda self: any(begun.who == "rosa" for begun in self.sessions))
    @rule(pick=SOME)
    def record_on_another_device(self, pick: int) -> None:
        mine = [begun for begun in self.sessions if begun.who == "rosa"]
        begun = mine[pick % len(mine)]
        other = next(t for t in self.tablets if "rosa" in t.users and t is not begun.tablet)
        self._record(begun, other, "rosa", count=1)

    @precondition(lambda self: self.seen)
    @rule(pick=SOME, count=st.integers(0, 5), again=st.booleans())
    def correct(self, pick: int, count: int, again: bool) -> None:
        begun, id = self.seen[-1 - pick % len(self.seen)]
        details = {"details": {"count": count}, "reason": "Counted once too often"}
        made = begun.tablet.make(begun.who, "behaviour.correct/1", id, details)
        if again:
            self.seen.append((begun, made["id"]))

    @precondition(lambda self: self.seen)
    @rule(pick=SOME)
    def retract(self, pick: int) -> None:
        begun, id = self.seen[-1 - pick % len(self.seen)]
        begun.tablet.make(begun.who, "behaviour.retract/1", id, {"reason": "Tapped by mistake"})

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, what=st.sampled_from(["strategy", "deviation", "presence"]))
    def say_more(self, pick: int, what: str) -> None:
        begun = self._session(pick)
        tablet, who = begun.tablet, begun.who
        if what == "strategy":
            details = {"strategy": self.base.strategies[begun.client], "at": written(tablet.shown())}
            tablet.make(who, "behaviour.use_strategy/1", begun.id, details)
        elif what == "deviation":
            details = {"what": "No pictures", "reason": "Left at school"}
            tablet.make(who, "behaviour.deviate/1", begun.id, details)
        else:
            tablet.make(who, "sessions.note_presence/1", begun.id, {"who": "June", "took_part": True})

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME)
    def end(self, pick: int) -> None:
        begun = self._session(pick)
        begun.tablet.make(begun.who, "sessions.end/1", begun.id, {"ended_at": written(begun.tablet.shown())})

    def _start(self, tablet: Tablet, who: str, client: str, night: str = "") -> Begun:
        began = MOMENTS[night][0] if night else written(tablet.shown())
        details = {"programme": str(self.base.cast.programme.pk), "zone": "America/New_York", "began_at": began,
                   "overlap_reason": HANDOVER}  # fmt: skip
        made = tablet.make(who, "sessions.start/1", self.base.client(client), details)
        self.sessions.append(Begun(tablet, who, client, made["id"], began=began))
        if night:
            self.history.fault("F13", night=night)
            tablet.make(who, "sessions.end/1", made["id"], {"ended_at": MOMENTS[night][1]})
        return self.sessions[-1]

    def _record(self, begun: Begun, tablet: Tablet, who: str, *, count: int, second: bool = False) -> None:
        happened = begun.began if begun.began.startswith("2025-") else written(tablet.shown())
        details = {"target": self.base.targets[begun.client], "details": {"count": count}, "happened_at": happened}
        details |= {"second": True} if second else {}
        made = tablet.make(who, f"behaviour.record/{self.version}", begun.id, details)
        if not second:
            self.seen.append((replace(begun, tablet=tablet, who=who), made["id"]))

    def _session(self, pick: int) -> Begun:
        return self.sessions[-1 - pick % len(self.sessions)]

    def _somebody(self, pick: int) -> tuple[Tablet, str]:
        everybody = [(tablet, who) for tablet in self.tablets for who in tablet.users]
        return everybody[pick % len(everybody)]


MOMENTS = {  # an hour that comes twice, one that there is not, and the turn of a day
    "autumn": ("2025-11-02T01:30:00.000-04:00", "2025-11-02T01:30:00.000-05:00"),
    "spring": ("2026-03-08T01:30:00.000-05:00", "2026-03-08T03:30:00.000-04:00"),
    "midnight": ("2026-06-10T23:59:00.000-04:00", "2026-06-11T00:01:00.000-04:00"),
}


def fresh(tablet: Tablet, history: History) -> Tablet:
    """The device as it was when the base was made, with a history of its own."""
    users: dict[str, User] = {who: replace(user) for who, user in tablet.users.items()}
    copy = Tablet(
        tablet.agency, id=tablet.id, token=tablet.token, users=users, history=history, staff=tablet.staff,
        name=tablet.name, off=timedelta(),
    )  # fmt: skip
    for who, user in users.items():
        history.write("enrolled", device=copy.id, enrolment=user.enrolment, who=who, staff=copy.staff[who])
    return copy
