"""The whole machine: work and faults, and at the end the checker, before and after everything has settled."""

import json
import tempfile
from pathlib import Path

from tests.cast import sign_in
from tests.field.model import versions
from tests.field.model.checker import KINDS, check
from tests.field.model.desk import Desk
from tests.field.model.tablet import Row, Tablet

ROUNDS = 6


class Broken(AssertionError):
    """The checker found something."""


class Model(Desk):
    """`totals` counts the faults of all runs, and what became of the operations."""

    totals: dict[str, int]
    found: list[str]
    first: int

    def __init__(self) -> None:
        super().__init__()
        versions.begin()

    def teardown(self) -> None:
        try:
            self._look(drained=False)
            self._settle()
            self._look(drained=True)
        finally:
            versions.end()
            self.server.end()
            self._welcome()
            self.totals["examples"] = self.totals.get("examples", 0) + 1
            if self.totals["examples"] % 100 == 0:
                print(f"\n{self.totals['examples']} examples so far", flush=True)
            for code, n in self.history.counts.items():
                self.totals[code] = self.totals.get(code, 0) + n

    def _settle(self) -> None:
        """The line is good, everybody unlocks, the server is new: what waits goes."""
        versions.upgrade()
        for tablet in self.tablets:
            for who in tablet.users:
                tablet.attest(who)
        for _ in range(ROUNDS):
            for tablet in self.tablets:
                self._hand_in(tablet)
            if not any(_left_on(tablet) or tablet.unknown for tablet in self.tablets):
                break
        for tablet in self.tablets:  # what came from one may let another's go on
            self._hand_in(tablet)
        left = {tablet.name: len(_left_on(tablet)) for tablet in self.tablets if _left_on(tablet)}
        forgotten = {who for tablet in self.tablets for who in tablet.strangers} - self.left
        if left or forgotten:
            raise Broken(f"the queue does not empty: {left} {forgotten}")

    def _welcome(self) -> None:
        """Whoever left works here again in the next run, and signs in anew."""
        for who in self.left:
            self.base.cast.sessions[who] = sign_in(self.base.cast, who)

    def _look(self, *, drained: bool) -> None:
        queues = [[row.id, row.envelope["sealed"]] for tablet in self.tablets for row in tablet.queue]
        back = [[r.id, r.envelope["sealed"]] for t in self.tablets if t.epoch != self.server.epoch for r in t.taken]
        self.history.write("kept", queues=queues, to_take_back=back, drained=drained)
        dump = self.arena.dumped()
        lines = [*self.history.lines, {"what": "dump", "tables": dump}]
        found = check(json.loads(json.dumps(lines)))
        for what, n in found.counts.items() if drained else ():
            name = what if what.startswith("done ") else f"operations {what}"
            self.totals[name] = self.totals.get(name, 0) + n
        if not found.clean:
            self.found.extend(kind for kind in KINDS if getattr(found, kind))
            type(self).first = self.first or self.totals.get("examples", 0) + 1
            path = Path(tempfile.gettempdir()) / f"field-history-{'after' if drained else 'before'}.jsonl"
            self.history.save(path, dump)
            raise Broken(f"{found.told()}\nhistory: {path}")


def _left_on(tablet: Tablet) -> list[Row]:
    """What should be gone: not of somebody whom the server forgot, and who left, so that they cannot enrol again."""
    return [row for row in tablet.queue if row.who not in tablet.strangers]
