"""Notes that are drafted and saved on devices, and what is recorded beside the targets."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from alongside.foundation.tenancy import inside
from alongside.notes import facts
from alongside.notes.rules import editing
from alongside.notes.tests.scenes import OWN
from alongside.sessions.models import Session
from tests.field.device import id7, written
from tests.field.model.tablet import Tablet
from tests.field.model.work import SOME, Begun, Work

BESIDE = ("notice", "token", "help", "crisis", "duress", "verify")


@dataclass
class Paper:
    """A note as devices know it; `saved` is how often each of them believes it was saved."""

    begun: Begun
    id: str
    body: dict[str, Any]
    saved: dict[str, int] = field(default_factory=dict)


class Papers(Work):
    """Work of the end of a visit."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[Paper] = []

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, what=st.sampled_from(BESIDE))
    def record_beside(self, pick: int, what: str) -> None:
        begun = self._session(pick)
        tablet, who, on = begun.tablet, begun.who, begun.id
        at = written(tablet.shown())
        if what == "notice":
            tablet.make(who, "behaviour.notice/1", on, {"area": "sleep", "words": "Yawned all morning."})
        elif what == "token":
            tablet.make(who, "behaviour.give_token/1", on, {"count": 2})
        elif what == "help":
            tablet.make(who, "living.help/1", on, {"activity": "dressing", "level": "gesture"})
        elif what == "duress":
            tablet.make(who, "safety.duress/1", on, {})
        elif what == "verify":
            tablet.make(who, "sessions.verify/1", on, {"moment": "begin", "how": "no_place"})
        else:
            crisis = tablet.make(who, "incidents.begin/1", self.base.client(begun.client), {"began_at": at})["id"]
            tablet.make(who, "incidents.mark/1", crisis, {"line": "called_911", "at": at})
            tablet.make(who, "incidents.close/1", crisis, {"closed_at": at})

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, other=st.booleans())
    def draft_a_note(self, pick: int, other: bool) -> None:
        """The device's draft is the server's own, once the visit is there: the same rules make both."""
        self._draft(self._session(pick), other)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, other=st.booleans(), words=st.sampled_from(["half pages", "a longer break", "the green card"]))
    def save_a_note(self, pick: int, other: bool, words: str) -> None:
        if not self.papers:
            self._draft(self._session(pick), False)
        if not self.papers:
            return
        paper = self.papers[-1 - pick % len(self.papers)]
        tablet = self._one_of(paper.begun, other)
        body = deepcopy(paper.body)
        body["sentences"][-1]["text"] = f"Keep the card within reach in math, and ask about {words} at the next visit."
        based_on = paper.saved.get(tablet.id, 1)
        tablet.make(paper.begun.who, "notes.save/1", paper.id, {"based_on": based_on, "body": body})
        paper.saved[tablet.id] = based_on + 1
        if other:
            self.history.fault("two texts")

    def _draft(self, begun: Begun, other: bool) -> None:
        body = self._drafted(begun)
        if body is None:
            self._finish(begun)
            body = self._drafted(begun)
        if body is not None:
            paper = Paper(begun, id7(), body)
            tablet = self._one_of(begun, other)
            details = {"document": id7(), "body": body}
            tablet.make(begun.who, "notes.draft/1", begun.id, details, id=paper.id)
            self.papers.append(paper)

    def _finish(self, begun: Begun) -> None:
        """The visit ends, and all of it is handed in."""
        begun.tablet.make(begun.who, "sessions.end/1", begun.id, {"ended_at": written(begun.tablet.shown())})
        sent = begun.tablet.request(begun.tablet.batch())
        begun.tablet.hear(sent, self.server.take(begun.tablet, sent))

    def _drafted(self, begun: Begun) -> dict[str, Any] | None:
        with inside(self.base.cast.agency):
            there = Session.objects.filter(pk=begun.id).exists()
            found = facts.gathered(begun.id) if there else None
            if found is None:
                return None
            drafted = facts.body(found)
            return editing.edited(drafted, texts={}, added=OWN, present="teacher", format=drafted["format"])

    def _one_of(self, begun: Begun, other: bool) -> Tablet:
        theirs = [t for t in self.tablets if begun.who in t.users and t is not begun.tablet]
        return theirs[0] if other and theirs else begun.tablet
