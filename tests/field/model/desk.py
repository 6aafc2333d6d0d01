"""What people do at desks meanwhile: teams change, devices are reported lost, what was held is decided about."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from alongside.documents.lookups import newest
from alongside.field import actions as field
from alongside.field.models import Hold
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.tenancy import inside
from alongside.notes import actions as notes
from alongside.notes.tests.scenes import confirmed
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from tests.field.model.away import Away
from tests.field.model.faults import OF
from tests.field.model.papers import Paper
from tests.field.model.work import CLIENTS, SOME

SUPERVISORS = {"rosa": "imani", "ben": "hana"}
WAYS = ("applied", "corrected", "set_aside")


class Desk(Away):
    """The agency goes on while devices are away."""

    @rule(who=st.sampled_from(["rosa", "rosa", "ben"]), client=st.sampled_from(CLIENTS))
    def a_team_changes(self, who: str, client: str) -> None:
        cast = self.base.cast
        with inside(cast.agency):
            at = {"client": self.base.client(client), "staff": cast.staff[who], "ended_on": None}
            place = TeamPlace.objects.filter(**at).first()
            if place:
                people.end_place(by=cast.dev, on=place)
            elif who not in self.left:
                people.place_on_team(by=cast.dev, on=at["client"], staff=at["staff"])
        self.history.fault("F15", who=who, client=client)

    @rule(pick=SOME, who=st.sampled_from(["rosa", "ben"]), way=st.sampled_from(WAYS))
    def what_is_held_is_decided(self, pick: int, who: str, way: str) -> None:
        cast, by = self.base.cast, SUPERVISORS[who]
        tablet = next(tablet for tablet in self.tablets if who in tablet.users)
        mine = [begun for begun in self.sessions if begun.tablet is tablet and begun.who == who]
        begun = mine[-1] if mine else self._start(tablet, who, OF[who])
        if way == "applied":  # recorded while locked: somebody vouches for it, and its author signs later
            tablet.unlock(who, signed=False)
        self._record(begun, tablet, who, count=-1 if way == "corrected" else 1)
        self._hand_in(tablet)
        try:
            with inside(cast.agency):
                held = list(Hold.objects.filter(staff=cast.staff[who], settled_at=None, outcome="held").order_by("seq"))
                if held:
                    self._decide(getattr(cast, by), held[-1 - pick % min(2, len(held))], way)
        except (Unacceptable, Refused, NotHere):
            return
        if held:
            self.history.fault(f"decided: {way}", by=by)

    @rule(who=st.sampled_from(["rosa", "ben"]), way=st.sampled_from(["added to", "given back"]))
    def a_signed_note_goes_on(self, who: str, way: str) -> None:
        """Its author adds to it; or it is given back, taken up again, and saved and signed on the device once more."""
        tablet = next(tablet for tablet in self.tablets if who in tablet.users)
        self._draft(self._start(tablet, who, OF[who]), False)
        if not self.papers or self.papers[-1].begun is not self.sessions[-1]:
            return
        paper = self.papers[-1]
        self._sign(paper, paper.begun.tablet)
        self._hand_in(paper.begun.tablet)
        try:
            with inside(self.base.cast.agency):
                self._amend(paper, way)
        except (Unacceptable, Refused, NotHere):
            return
        self.history.fault(f"note {way}")
        if way == "given back":
            self._save(paper, False, "the bus")
            self._sign(paper, paper.begun.tablet)

    @precondition(lambda self: len(self.history.lines) > 60)
    @rule()
    def the_phone_is_reported_lost(self) -> None:
        phone = next(tablet for tablet in self.tablets if tablet.name == "phone")
        try:
            with inside(self.base.cast.agency):
                field.lose(by=self.base.cast.imani, on=phone.id)
        except (NotHere, Refused):  # the server was put back to when it did not know the device; its people left
            return
        self.history.fault("lost")

    def _amend(self, paper: Paper, way: str) -> None:
        cast, who = self.base.cast, paper.begun.who
        author, supervisor = confirmed(getattr(cast, who)), confirmed(getattr(cast, SUPERVISORS[who]))
        if way == "added to":
            notes.add(by=author, on=paper.id, text="He also read a page.", reason="It came to me on the way")
            paper.number += 1
            return
        there = newest(paper.document)
        notes.give_back(by=supervisor, on=paper.id, digest=there.digest if there else "", reason="Say more of the bus")
        notes.correct(by=author, on=paper.id)
        paper.number, paper.saved, paper.texts = there.number + 1 if there else 1, {}, {}
        paper.body = dict(there.body) if there else paper.body

    def _decide(self, by: object, hold: Hold, way: str) -> None:
        if way == "applied":
            field.apply(by=by, on=hold)
        elif way == "set_aside":
            field.set_aside(by=by, on=hold, reason="Recorded twice by mistake")
        else:
            said = dict((hold.body or {}).get("details") or {})
            if "details" in said:
                said["details"] = {"count": 2}
            field.correct(by=by, on=hold, details=said, reason="She told me what it was")
