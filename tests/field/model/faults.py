"""What goes wrong on the way: the rows of the fault matrix that a model can bring about, each counted as it fires."""

import json
from datetime import timedelta
from typing import Any

from django.test import Client as Browser
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.cast import browser_of, sign_in
from tests.field.device import id7, now, written
from tests.field.model import versions
from tests.field.model.papers import Papers
from tests.field.model.server import dies_after
from tests.field.model.tablet import Answer, Row, Sent, Tablet
from tests.field.model.work import SOME

PORTAL = Answer(200, "text/html", "<html><title>Welcome to Hotel Wi-Fi</title></html>")
REDIRECT = Answer(302, "text/html", "")
FALSE_JSON = Answer(200, "application/json", '{"receipts": "none of this"}')
TURNS = {"-3 years": timedelta(days=-1095), "+10 years": timedelta(days=3650), "right": timedelta(),
         "+7 minutes": timedelta(minutes=7), "-20 minutes": timedelta(minutes=-20)}  # fmt: skip


FEWEST = 3
OF = {"rosa": "theo", "ben": "ida", "imani": "lucia"}


class Faults(Papers):
    """Lines that are cut, servers that die, clocks that are turned."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[Tablet, Sent]] = []
        self.disks: dict[str, Any] = {}
        self.disk_was_put_back = self.server_was_put_back = False
        self.left: set[str] = set()

    @rule(pick=SOME, most=st.sampled_from([1, 3, 200]))
    def hand_in(self, pick: int, most: int) -> None:
        self._hand_in(self._busy(pick), most)

    @rule(pick=SOME, times=st.sampled_from([2, 2, 5]))
    def delivered_again(self, pick: int, times: int) -> None:
        tablet = self._busy(pick)
        sent = self._request(tablet, 200)
        if sent.rows:
            answers = [self.server.take(tablet, sent) for _ in range(times)]
            self.history.fault("F02", times=times)
            tablet.hear(sent, answers[-1])

    @precondition(lambda self: self.sent)
    @rule(pick=SOME)
    def an_old_request_comes_again(self, pick: int) -> None:
        tablet, sent = self.sent[-1 - pick % len(self.sent)]
        self.server.take(tablet, sent)
        self.history.fault("F02", old=True)

    @rule(pick=SOME)
    def batches_change_places(self, pick: int) -> None:
        tablet = self._busy(pick)
        rows = tablet.batch()
        if len(rows) > 1:
            first, second = self._of(tablet, rows[: len(rows) // 2]), self._of(tablet, rows[len(rows) // 2 :])
            for sent in (second, first):
                tablet.hear(sent, self.server.take(tablet, sent))
            self.history.fault("F03")

    @rule(pick=SOME, leave=st.integers(1, 3))
    def one_is_missing(self, pick: int, leave: int) -> None:
        tablet = self._busy(pick)
        rows = tablet.batch()
        if len(rows) > leave:
            sent = self._of(tablet, rows[leave:])
            tablet.hear(sent, self.server.take(tablet, sent))
            self.history.fault("F04")

    @rule(pick=SOME)
    def the_answer_is_lost(self, pick: int) -> None:
        tablet = self._busy(pick)
        sent = self._request(tablet, 200)
        if sent.rows:
            self.server.take(tablet, sent)
            tablet.hear(sent, None)
            self.history.fault("F05")

    @rule(pick=SOME)
    def the_request_is_lost(self, pick: int) -> None:
        tablet = self._busy(pick)
        tablet.hear(self._request(tablet, 200), None)
        self.history.fault("F06")

    @rule(pick=SOME, statements=st.integers(1, 30))
    def the_server_dies(self, pick: int, statements: int) -> None:
        tablet = self._busy(pick)
        sent = self._request(tablet, 200)
        if sent.rows:
            with dies_after(statements) as died:
                answer = self.server.take(tablet, sent)
            if died:
                self.history.fault("F08", over=died[0])
            tablet.hear(sent, None if died else answer)

    @rule(pick=SOME, tabs=st.integers(2, 3))
    def tabs_hand_in_at_once(self, pick: int, tabs: int) -> None:
        tablet = self._busy(pick)
        several = [self._request(tablet, most) for most in (200, 2, 200)[:tabs]]
        if several[0].rows:
            for sent, answer in zip(several, self.server.at_once(tablet, several), strict=True):
                tablet.hear(sent, answer)
            self.history.fault("F09")

    @rule(pick=SOME, said=st.sampled_from([PORTAL, REDIRECT, FALSE_JSON]))
    def a_portal_answers(self, pick: int, said: Answer) -> None:
        tablet = self._busy(pick)
        before = len(tablet.queue)
        assert not tablet.hear(self._request(tablet, 200), said) and len(tablet.queue) == before
        self.history.fault("F11")

    @rule(pick=SOME, turn=st.sampled_from(sorted(TURNS)))
    def the_clock_is_turned(self, pick: int, turn: str) -> None:
        self._tablet(pick).off = TURNS[turn]
        self.history.fault("F12", turn=turn)

    @precondition(lambda self: self.sessions)
    @rule(pick=SOME, how=st.sampled_from(["count", "member", "details", "on", "kind"]))
    def a_poisoned_one(self, pick: int, how: str) -> None:
        begun = self._session(pick)
        bad = {"target": self.base.targets[begun.client], "details": {"count": -1}, "happened_at": written(now())}
        details = {"member": {**bad, "more": 1}, "details": {}}.get(how, bad)
        kind = "behaviour.guess/1" if how == "kind" else "behaviour.record/1"
        begun.tablet.make(begun.who, kind, id7() if how == "on" else begun.id, details)
        self.history.fault("F14", how=how)

    @precondition(lambda self: self.seen)
    @rule(pick=SOME)
    def an_id_is_used_again(self, pick: int) -> None:
        begun, id = self.seen[-1 - pick % len(self.seen)]
        details = {"target": self.base.targets[begun.client], "details": {"count": 9},
                   "happened_at": written(begun.tablet.shown())}  # fmt: skip
        begun.tablet.make(begun.who, "behaviour.record/1", begun.id, details, id=id)
        self.history.fault("other body")

    @rule(order=st.lists(st.sampled_from(["rosa", "ben"]), min_size=3, max_size=3))
    def users_change(self, order: list[str]) -> None:
        shared = self.tablets[0]
        for who in order:
            shared.unlock(who)
            mine = [begun for begun in self.sessions if begun.who == who and begun.tablet is shared]
            self._record(mine[-1] if mine else self._start(shared, who, OF[who]), shared, who, count=1)
        if len(set(order)) > 1:
            self.history.fault("F16")

    @rule(pick=SOME)
    def recorded_while_locked(self, pick: int) -> None:
        tablet, who = self._somebody(pick)
        tablet.unlock(who, signed=False)
        mine = [begun for begun in self.sessions if begun.tablet is tablet and begun.who == who]
        self._record(mine[-1] if mine else self._start(tablet, who, OF[who]), tablet, who, count=1)
        if pick % 2:
            self._hand_in(tablet)
        self.history.fault("locked")

    @rule(pick=SOME)
    def its_author_signs(self, pick: int) -> None:
        unsigned = {key.enrolment for tablet in self.tablets for key in tablet.keys if key.signature is None}
        owing = [(t, who) for t in self.tablets for who, user in t.users.items() if user.enrolment in unsigned]
        tablet, who = owing[pick % len(owing)] if owing else self._somebody(pick)
        if tablet.attest(who):
            self.history.fault("signed later")

    @precondition(lambda self: not versions.newest() or self.version == 1)
    @rule(what=st.sampled_from(["server", "device"]))
    def upgraded(self, what: str) -> None:
        if what == "server":
            versions.upgrade()
        else:
            self.version = 2
        self.history.fault("F20", of=what)

    @rule(pick=SOME)
    def the_profile_is_copied(self, pick: int) -> None:
        tablet = self._tablet(pick)
        self.disks[tablet.id] = tablet.disk()

    @precondition(lambda self: not self.server_was_put_back)
    @rule(pick=SOME)
    def the_profile_is_put_back(self, pick: int) -> None:
        tablet = self._busy(pick)
        old = self.disks.get(tablet.id) or tablet.disk()
        self._hand_in(tablet)
        tablet.put_back(old)
        self.disk_was_put_back = True
        self.history.fault("F28")

    @rule()
    def the_server_is_copied(self) -> None:
        self.server.back_up()

    @precondition(lambda self: self.server.dump and not self.disk_was_put_back)
    @rule()
    def the_server_is_put_back(self) -> None:
        self.server.restore()
        self.server_was_put_back = True
        self.history.fault("restored")

    @rule(who=st.sampled_from(["imani", "ben"]))
    def somebody_new_takes_the_phone(self, who: str) -> None:
        phone = next(tablet for tablet in self.tablets if tablet.name == "phone")
        if who not in phone.users and who not in self.left and not phone.unknown and phone.token:
            phone.take_on(who, browser_of(self.base.cast, who))
            self.history.fault("enrolled")

    def _tablet(self, pick: int) -> Tablet:
        return self.tablets[pick % len(self.tablets)]

    def _busy(self, pick: int) -> Tablet:
        """A device with something to hand in: what goes wrong with nothing on the way shows nothing."""
        tablet = self._tablet(pick)
        who = list(tablet.users)[pick % len(tablet.users)]
        if len(tablet.queue) < FEWEST:
            mine = [begun for begun in self.sessions if begun.tablet is tablet and begun.who == who]
            begun = mine[-1] if mine else self._start(tablet, who, OF[who])
            for count in (1, 2):
                self._record(begun, tablet, who, count=count)
        return tablet

    def _request(self, tablet: Tablet, most: int) -> Sent:
        return self._of(tablet, tablet.batch(most))

    def _of(self, tablet: Tablet, rows: list[Row]) -> Sent:
        sent = tablet.request(rows)
        if rows:
            self.sent.append((tablet, sent))
        return sent

    def _hand_in(self, tablet: Tablet, most: int = 200) -> bool:
        sent = self._request(tablet, most)
        answer = self.server.take(tablet, sent)
        heard = tablet.hear(sent, answer)
        known = json.loads(answer.text)["next"] if heard and answer else {}
        for who, user in tablet.users.items():
            if tablet.unknown or (heard and user.enrolment not in known):
                self._come_again(tablet, who)
            elif heard:
                tablet.strangers.discard(who)
        return heard

    def _come_again(self, tablet: Tablet, who: str) -> None:
        """Whoever the server forgot enrols with the same ids; whoever left cannot."""
        whole = tablet.unknown
        if tablet.take_on_again(who, signed_in(self.base.cast, who, anew=who in self.left)):
            tablet.strangers.discard(who)
            self.history.fault("device gone" if whole else "enrolment gone")
        else:
            tablet.strangers.add(who)


def signed_in(cast: Any, who: str, *, anew: bool) -> Browser:
    """A browser of somebody whose sessions may have ended with their work."""
    if anew:
        cast.sessions[who] = sign_in(cast, who)
    return browser_of(cast, who)
