"""Notes that are drafted, saved and signed on devices."""

import hashlib
import secrets
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from alongside.foundation.tenancy import inside
from alongside.notes import facts
from alongside.notes.forms_in_use import edition
from alongside.notes.rules import editing
from alongside.notes.tests.scenes import OWN
from alongside.sessions.models import Session
from tests.field.device import id7, signature, written
from tests.field.model.beside import Beside
from tests.field.model.tablet import Tablet
from tests.field.model.work import SOME, Begun

WORDS = (
    "bus", "card", "glass", "paper", "river", "music", "lunch", "door", "stairs", "garden", "blue", "quiet", "early",
    "little", "careful", "cousin", "window", "puzzle", "rain", "corner", "apple", "slow", "bright", "kitchen", "ladder",
)  # fmt: skip


@dataclass
class Paper:
    """A note as devices know it: how often each believes it was saved, and what its text is then."""

    begun: Begun
    id: str
    body: dict[str, Any]
    document: str
    number: int = 1
    saved: dict[str, int] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def text(self, tablet: Tablet) -> dict[str, Any]:
        return self.texts.get(tablet.id, self.body)

    def digest(self, tablet: Tablet, edition: str) -> str:
        """What a signature on this device stands on (docs/field-protocol.md, section 6)."""
        body = self.text(tablet)
        cited = {id for said in body["sentences"] for one in said["evidence"] for id in one["ids"]}
        kind = "first" if self.number == 1 else "corrected"
        whole = {"document": self.document, "number": self.number, "kind": kind, "form": "progress_note",
                 "edition": edition, "body": body, "cited": sorted(cited)}  # fmt: skip
        return hashlib.sha256(rfc8785.dumps(whole)).hexdigest()


class Papers(Beside):
    """Work of the end of a visit."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[Paper] = []

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, other=st.booleans())
    def draft_a_note(self, pick: int, other: bool) -> None:
        """The device's draft is the server's own, once the visit is there: the same rules make both."""
        self._draft(self._session(pick), other)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, other=st.booleans(), words=st.sampled_from(["half pages", "a longer break", "the green card"]))
    def save_a_note(self, pick: int, other: bool, words: str) -> None:
        paper = self._paper(pick)
        if paper:
            self._save(paper, other, words)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, other=st.booleans(), wrongly=st.sampled_from(["", "", "", "digest", "key"]))
    def sign_a_note(self, pick: int, other: bool, wrongly: str) -> None:
        """Also with a digest of another text, or by another key: it is held, and nothing is signed."""
        paper = self._paper(pick)
        if paper:
            self._sign(paper, self._one_of(paper.begun, other), wrongly)

    def _paper(self, pick: int) -> Paper | None:
        if not self.papers:
            self._draft(self._session(pick), False)
        return self.papers[-1 - pick % len(self.papers)] if self.papers else None

    def _sign(self, paper: Paper, tablet: Tablet, wrongly: str = "") -> None:
        who, at = paper.begun.who, written(tablet.shown())
        digest = "0" * 64 if wrongly == "digest" else paper.digest(tablet, edition())
        key = ec.generate_private_key(ec.SECP256R1()) if wrongly == "key" else tablet.users[who].signing
        plain = {"purpose": "alongside-field/1 note", "agency": tablet.agency, "device": tablet.id,
                 "enrolment": tablet.users[who].enrolment, "note": paper.id, "session": paper.begun.id,
                 "digest": digest, "meaning": "authored", "signed_at": at}  # fmt: skip
        details = {"saved": paper.saved.get(tablet.id, 1), "digest": digest, "signed_at": at,
                   "signature": signature(key, plain)}  # fmt: skip
        made = tablet.make(who, "notes.sign/1", paper.id, details)
        if wrongly:
            self.history.write("forged", id=made["id"])
            self.history.fault("forged")

    def _save(self, paper: Paper, other: bool, words: str) -> None:
        tablet = self._one_of(paper.begun, other)
        body = deepcopy(paper.text(tablet))
        body["sentences"][-1]["text"] = f"Keep the card within reach in math, and ask about {words} at the next visit."
        based_on = paper.saved.get(tablet.id, 1)
        tablet.make(paper.begun.who, "notes.save/1", paper.id, {"based_on": based_on, "body": body})
        paper.saved[tablet.id], paper.texts[tablet.id] = based_on + 1, body
        if other:
            self.history.fault("two texts")

    def _draft(self, begun: Begun, other: bool) -> None:
        body = self._drafted(begun)
        if body is None:
            self._finish(begun)
            body = self._drafted(begun)
        if body is not None:
            paper = Paper(begun, id7(), body, id7())
            tablet = self._one_of(begun, other)
            details = {"document": paper.document, "body": body}
            tablet.make(begun.who, "notes.draft/1", begun.id, details, id=paper.id)
            self.papers.append(paper)

    def _finish(self, begun: Begun) -> None:
        """The visit ends, and all of it is handed in."""
        for count in (1, 2):
            self._record(begun, begun.tablet, begun.who, count=count)
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
            added = {**OWN, "objective": own(), "intervention": own(), "response": f"{own()} He came back. {own()}"}
            return editing.edited(drafted, texts={}, added=added, present="teacher", format=drafted["format"])


def own() -> str:
    """A sentence that no other note has."""
    return " ".join(secrets.choice(WORDS) for _ in range(30)).capitalize() + "."
