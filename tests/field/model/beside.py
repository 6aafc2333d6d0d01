"""What is recorded beside the targets: notices, tokens, help, techniques, probes, a crisis; words of somebody alone."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.field.device import written
from tests.field.model.tablet import Tablet
from tests.field.model.work import CLIENTS, SOME, Begun, Work

BESIDE = ("notice", "token", "exchange", "help", "technique", "crisis", "duress", "verify")


class Beside(Work):
    """Each on the device of the session or on another of its author."""

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, several=st.sets(st.sampled_from(BESIDE), min_size=3, max_size=5), other=st.booleans())
    def record_beside(self, pick: int, several: set[str], other: bool) -> None:
        begun = self._session(pick)
        for what in sorted(several):
            self._beside(begun, self._one_of(begun, other), what)

    def _beside(self, begun: Begun, tablet: Tablet, what: str) -> None:
        who, on = begun.who, begun.id
        at = written(tablet.shown())
        if what == "notice":
            tablet.make(who, "behaviour.notice/1", on, {"area": "sleep", "words": "Yawned all morning."})
        elif what == "token":
            tablet.make(who, "behaviour.give_token/1", on, {"count": 2})
        elif what == "exchange":
            said = {"reinforcer": self.base.reinforcers[begun.client], "cost": 5}
            tablet.make(who, "behaviour.exchange/1", on, said)
        elif what == "help":
            tablet.make(who, "living.help/1", on, {"activity": "dressing", "level": "gesture"})
        elif what == "technique":
            said = {"technique": "coping/box_breathing", "went": "helped", "felt_words": "like a balloon"}
            tablet.make(who, "skills.use_technique/1", on, said)
            tablet.make(who, "skills.probe/1", on, {"probe": self.base.probes[begun.client]})
        elif what == "duress":
            tablet.make(who, "safety.duress/1", on, {})
        elif what == "verify":
            tablet.make(who, "sessions.verify/1", on, {"moment": "begin", "how": "no_place"})
        else:
            crisis = tablet.make(who, "incidents.begin/1", self.base.client(begun.client), {"began_at": at})["id"]
            tablet.make(who, "incidents.mark/1", crisis, {"line": "called_911", "at": at})
            tablet.make(who, "incidents.close/1", crisis, {"closed_at": at})

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, hours=st.lists(st.sampled_from([1, 2, None]), max_size=3), other=st.booleans())
    def work_alone(self, pick: int, hours: list[int | None], other: bool) -> None:
        """A watch, and words about it; a second watch of the session is a word."""
        begun = self._session(pick)
        tablet = self._one_of(begun, other)
        for place, later in enumerate([1, *hours]):
            due = {} if later is None else {"due_at": written(tablet.shown() + timedelta(hours=later))}
            kind = "safety.watch/1" if place == 0 else "safety.check_in/1"
            tablet.make(begun.who, kind, begun.id, due)

    @rule(pick=SOME, clients=st.lists(st.sampled_from(CLIENTS), min_size=1, max_size=2), other=st.booleans())
    def a_crisis_of_nobody_yet(self, pick: int, clients: list[str], other: bool) -> None:
        """It began while locked. Whose it was is said later, perhaps twice and otherwise: the second is held."""
        tablet, who = self._somebody(pick)
        at = written(tablet.shown())
        crisis = tablet.make(who, "incidents.begin/1", tablet.staff[who], {"began_at": at})["id"]
        tablet.make(who, "incidents.mark/1", crisis, {"line": "told_guardian", "at": at})
        elsewhere = self._one_of(Begun(tablet, who, clients[0], crisis), other)
        for place, client in enumerate(clients):
            device = elsewhere if place else tablet
            device.make(who, "incidents.about/1", crisis, {"client": self.base.client(client)})
        if len(set(clients)) > 1:
            self.history.fault("two say whose")

    def _one_of(self, begun: Begun, other: bool) -> Tablet:
        theirs = [t for t in self.tablets if begun.who in t.users and t is not begun.tablet]
        return theirs[0] if other and theirs else begun.tablet
