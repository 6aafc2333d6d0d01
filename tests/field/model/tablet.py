"""A device with a queue: keeps what it made until a receipt comes, and a week longer (docs/field-protocol.md, 4)."""

import json
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.field.device import Device, OutboxKey, User, digest, now, packed, unpacked, written
from tests.field.model.history import History


@dataclass
class Row:
    """A sealed operation on disk."""

    who: str
    id: str
    seq: int
    key: str
    envelope: dict[str, Any]


@dataclass
class Answer:
    """What came back over the line."""

    status: int
    type: str
    text: str

    @property
    def body(self) -> Any:
        try:
            return json.loads(self.text)
        except ValueError:
            return None


@dataclass
class Sent:
    """A request as it went out."""

    rows: list[Row]
    body: str
    signed: set[str]


@dataclass
class Disk:
    """What a backup of the whole profile holds."""

    queue: list[Row]
    taken: list[Row]
    users: dict[str, User]
    keys: list[OutboxKey]
    epoch: str | None
    token: str | None


@dataclass
class Tablet(Device):
    """`queue` is what waits, `taken` what has a receipt. `off` is how wrong its clock is."""

    history: History = field(default_factory=History)
    staff: dict[str, str] = field(default_factory=dict)
    name: str = ""
    off: timedelta = timedelta()
    queue: list[Row] = field(default_factory=list)
    taken: list[Row] = field(default_factory=list)
    epoch: str | None = None
    unknown: bool = False
    strangers: set[str] = field(default_factory=set)
    wiped: set[str] = field(default_factory=set)
    owed: set[str] = field(default_factory=set)
    born: dict[str, float] = field(default_factory=dict)
    wrong: dict[str, float] = field(default_factory=dict)

    def take_on(self, who: str, browser: Any) -> None:
        """Somebody enrols on it."""
        self.enrol(who, browser)
        told = {"device": self.id, "enrolment": self.users[who].enrolment}
        self.history.write("enrolled", **told, who=who, staff=self.staff[who])

    def take_on_again(self, who: str, browser: Any) -> bool:
        """The same enrolment once more, after the server forgot it; whether it was taken."""
        user = self.users[who]
        point = user.signing.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        body = {"protocol": 1, "device": self.id, "enrolment": user.enrolment, "label": "Blue tablet",
                "public_key": packed(point), "token": self.token}  # fmt: skip
        answer = browser.post("/field/enrolments/", json.dumps(body), content_type="application/json")
        if answer.status_code != 200:
            return False
        found = answer.json()
        self.token, user.server_key = found["token"], unpacked(found["server_key"]["public"])
        self.unknown = False
        return True

    def shown(self) -> datetime:
        """The moment by its own clock."""
        return now() + self.off

    def unlock(self, who: str, *, signed: bool = True) -> OutboxKey:
        key = super().unlock(who, signed=False)
        key.made_at = self.shown()
        self.born[key.id], self.wrong[key.id] = time.monotonic(), self.off.total_seconds()
        if signed:
            self.sign(who, key)
        return key

    def attest(self, who: str) -> int:
        """The author, not told to be forgotten, unlocks and signs for what was recorded while locked; how many keys."""
        if self.users[who].enrolment in self.wiped:
            return 0
        mine = [key for key in self.keys if key.enrolment == self.users[who].enrolment and key.signature is None]
        for key in mine:
            self.sign(who, key)
            self.owed.add(key.id)
        return len(mine)

    def make(self, who: str, kind: str, on: Any, details: dict[str, Any], **given: Any) -> dict[str, Any]:
        """Somebody does something: sealed, in the queue, and written into the history."""
        key = self.users[who].key or self.unlock(who)
        tick = round((time.monotonic() - self.born[key.id]) * 1000)
        made = self.operation(who, kind, on, details, **{"at": written(self.shown()), "tick": tick, **given})
        self.queue.append(Row(who, made["id"], made["seq"], key.id, self.seal(who, made, key=key)))
        self.history.write(
            "made", device=self.id, enrolment=self.users[who].enrolment, staff=self.staff[who], who=who, key=key.id,
            digest=digest(made), operation=made, really_at=written(now()), off_s=self.off.total_seconds(),
            key_off_s=self.wrong[key.id], sealed=self.queue[-1].envelope["sealed"],
        )  # fmt: skip
        return made

    def batch(self, most: int = 200) -> list[Row]:
        """The next operations: everybody's, in the order of each."""
        order = {user.enrolment: place for place, user in enumerate(self.users.values())}
        whose = {key.id: key.enrolment for key in self.keys}
        return sorted(self.queue, key=lambda row: (order[whose[row.key]], row.seq))[:most]

    def request(self, rows: list[Row]) -> Sent:
        """What goes over the line: the operations, with the keys that they need and those newly signed."""
        needed = {row.key for row in rows} | self.owed
        keys = [key for key in self.keys if key.id in needed]
        body = self.body(*[row.envelope for row in rows], keys=keys, now=written(self.shown()))
        self.history.write(
            "sent", device=self.id, ids=[[row.id, row.seq] for row in rows], off_s=self.off.total_seconds()
        )
        return Sent(rows, json.dumps(body), set(self.owed))

    def hear(self, sent: Sent, answer: Answer | None) -> bool:
        """Do what the contract says about an answer (section 4); whether it was one of the protocol's with receipts."""
        self.history.write("heard", device=self.id, status=answer.status if answer else None)
        if answer is not None and answer.status == 401:
            self.unknown = True
        body = answer.body if answer else None
        if answer is None or answer.status != 200 or answer.type != "application/json":
            return False
        if not isinstance(body, dict) or body.get("protocol") != 1:
            return False
        self._settle(sent.rows, body["receipts"])
        self.wiped |= {order["enrolment"] for order in body["orders"]}
        if self.epoch is not None and self.epoch != body["epoch"]:
            self._take_back(sent.rows)
        self.epoch = body["epoch"]
        self.owed -= sent.signed
        return True

    def disk(self) -> Disk:
        """A copy of the whole profile."""
        users = {who: replace(user) for who, user in self.users.items()}
        return Disk(list(self.queue), list(self.taken), users, list(self.keys), self.epoch, self.token)

    def put_back(self, old: Disk) -> None:
        """An older copy takes the place of the profile. What was made since and not sent went with the disk."""
        there = {row.id for row in (*old.queue, *old.taken)}
        gone = [row.id for row in (*self.queue, *self.taken) if row.id not in there]
        self.history.write("gone", device=self.id, ids=gone)
        self.queue, self.taken, self.keys = list(old.queue), list(old.taken), list(old.keys)
        self.users, self.epoch, self.token = {w: replace(user) for w, user in old.users.items()}, old.epoch, old.token
        for user in self.users.values():
            user.key = None

    def _settle(self, rows: list[Row], receipts: list[dict[str, Any]]) -> None:
        sent = {row.id: row for row in rows}
        for receipt in receipts:
            row = sent.pop(receipt["id"], None)
            said = {name: receipt[name] for name in ("id", "outcome", "digest", "reasons")}
            self.history.write("receipt", device=self.id, asked=row is not None, **said)
            if row is not None and row in self.queue:
                self.queue.remove(row)
                self.taken.append(row)

    def _take_back(self, just: list[Row]) -> None:
        again = [row for row in self.taken if row not in just]
        self.taken = [row for row in self.taken if row in just]
        self.queue = again + self.queue
        self.history.write("taken_back", device=self.id, ids=[row.id for row in again])
