"""Somebody leaves while their work waits; a server comes back that knows less than the devices do."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from alongside.field.ending import end_with_work
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.workforce import actions as workforce
from alongside.workforce.models import Staff
from tests.cast import browser_of
from tests.field.model.faults import OF, Faults
from tests.field.model.history import History
from tests.field.model.tablet import Tablet


class Away(Faults):
    """What was recorded before somebody left, or under an enrolment that the server forgot, is kept all the same."""

    @precondition(lambda self: len(self.history.lines) > 80)
    @rule(who=st.sampled_from(["ben", "ben", "rosa"]), told=st.booleans(), unsigned=st.booleans())
    def somebody_leaves(self, who: str, told: bool, unsigned: bool) -> None:
        """`told`: the consequences of it for devices have been drawn already when they next hand in."""
        tablet = next(tablet for tablet in self.tablets if who in tablet.users)
        tablet.unlock(who, signed=not unsigned)
        mine = [begun for begun in self.sessions if begun.tablet is tablet and begun.who == who]
        self._record(mine[-1] if mine else self._start(tablet, who, OF[who]), tablet, who, count=1)
        cast = self.base.cast
        with inside(cast.agency):
            if Staff.objects.get(pk=cast.staff[who]).ended_on is not None:
                return
            workforce.end_staff(by=cast.ada, on=cast.staff[who], reason="Moved away")
            if told:
                end_with_work(Entry.objects.filter(verb="workforce.end_staff", outcome="done").latest("at"))
        self.left.add(who)
        self._hand_in(tablet)
        self.history.fault("left", who=who, told=told)

    @precondition(lambda self: not self.disk_was_put_back)
    @rule(whole=st.booleans(), count=st.integers(1, 4))
    def the_server_forgets_whoever_came_last(self, whole: bool, count: int) -> None:
        """Put back to before an enrolment was made, or a whole device."""
        self.server.back_up()
        tablet, who = self._newcomer(whole)
        begun = self._start(tablet, who, OF[who])
        for _ in range(count):
            self._record(begun, tablet, who, count=1)
        self._hand_in(tablet)
        self._record(begun, tablet, who, count=1)
        self.server.restore()
        self.server_was_put_back = True
        self.history.fault("restored")
        self._hand_in(tablet)

    def _newcomer(self, whole: bool) -> tuple[Tablet, str]:
        cast, phone = self.base.cast, next(tablet for tablet in self.tablets if tablet.name == "phone")
        free = [who for who in ("imani", "ben") if who not in phone.users and who not in self.left]
        if free and not whole and phone.token and not phone.unknown:
            phone.take_on(free[0], browser_of(cast, free[0]))
            return phone, free[0]
        staff = {who: str(id) for who, id in cast.staff.items()}
        made = Tablet(str(cast.agency), history=History(), staff=staff, name=f"new {len(self.tablets)}")
        made.history = self.history
        made.take_on("imani", browser_of(cast, "imani"))
        self.tablets.append(made)
        return made, "imani"
