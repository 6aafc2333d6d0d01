"""From a tap to the disk on the device, with thousands waiting; and how large a pack and a day's work are."""

import gzip
import json
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median, quantiles
from typing import Any

import alongside.project.urls  # noqa: F401  (every room says its rules)
from alongside.field.packing import queries
from alongside.foundation.ids import uuid7
from alongside.foundation.tenancy import inside
from alongside.workforce import lookups
from bench.kept import ROOT
from bench.place import Place
from bench.profile import Profile, profile
from bench.table import Result

WAITING, TAPS = 5_000, 200
MOST_MS, MOST_PACK, MOST_SEALED = 50, 300, 200  # kB of 1,000 bytes
CLIENTS, VISITS, OBSERVATIONS = 8, 8, 600
DRAFTED = ROOT / "tests" / "vectors" / "drafting" / "everything.json"
RECORD = """window.recorded = (n) => device.record({kind: "behaviour.record/1", on: "0192f0c1-3333-7000-8000-000000000002",
  details: {target: "0192f0c1-3333-7000-8000-000000000003", details: {count: 1}, happened_at: new Date().toISOString()}})"""
# Filling need not be on the disk at once; what is measured is.
FILL = """async (many) => { const own = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode) { return own.call(this, stores, mode, {durability: "relaxed"}); };
  for (let n = 0; n < many; n += 1) await recorded(n);
  IDBDatabase.prototype.transaction = own;
  return device.status().unsent.count; }"""
TAP = """async (many) => { const spent = [];
  for (let n = 0; n < many; n += 1) {
    const began = performance.now();
    await recorded(n);
    spent.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 30));
  }
  return spent; }"""
DAY = """async (operations) => { for (const one of operations) await device.record(one);
  await device.handIn(); return device.status().unsent.count; }"""


def results(place: Place) -> Iterator[Result]:
    yield _pack(place)
    with profile() as tablet:
        if tablet is None:
            return
        yield from _day(tablet)
        yield from _taps(tablet, place.times(WAITING), place.times(TAPS))


def _taps(tablet: Profile, waiting: int, taps: int) -> Iterator[Result]:
    tablet.server(online=False)
    tablet.run(RECORD)
    few = tablet.run(TAP, taps)
    there = tablet.run(FILL, waiting - taps)
    many = tablet.run(TAP, taps)
    remark = f"median; {median(few):.1f} ms with fewer than {taps} waiting"
    yield Result(f"tap to disk, {there:,} waiting", median(many), limit=MOST_MS, remark=remark)
    yield Result("the slowest of twenty", quantiles(many, n=20)[-1], limit=MOST_MS)


def _day(tablet: Profile) -> Iterator[Result]:
    """A day's work sealed: the sealed bytes alone, and every request as it goes over the line."""
    sent: list[str] = []
    tablet.page.on("request", lambda asked: sent.append((asked.post_data or "") if "operations" in asked.url else ""))
    left = tablet.run(DAY, list(_operations()))
    if left:
        raise RuntimeError(f"{left} operations were not handed in")
    sealed = [len(one["sealed"]) * 3 / 4 for body in filter(None, sent) for one in json.loads(body)["operations"]]
    what = f"sealed: {VISITS} visits, {OBSERVATIONS} observations, {VISITS} notes"
    remark = f"{len(sealed)} operations; {sum(map(len, sent)) / 1000:.0f} kB of JSON as handed in"
    yield Result(what, sum(sealed) / 1000, unit="kB", limit=MOST_SEALED, remark=remark)


def _operations() -> Iterator[dict[str, Any]]:
    """A day: each visit with the observations of a drafted vector, over and over, and that vector's note, signed."""
    vector = json.loads(DRAFTED.read_text(encoding="utf-8"))
    one = {operation["kind"]: operation["details"] for operation in vector["operations"]}
    seen = [act["details"] for act in vector["operations"] if act["kind"] == "behaviour.record/1"]
    for _ in range(VISITS):
        session, note = str(uuid7()), str(uuid7())
        client = str(uuid7())
        yield {"id": session, "kind": "sessions.start/1", "on": client, "details": one["sessions.start/1"]}
        for details in islice(cycle(seen), OBSERVATIONS // VISITS):
            yield {"kind": "behaviour.record/1", "on": session, "details": details}
        yield {"kind": "sessions.end/1", "on": session, "details": one["sessions.end/1"]}
        drafted = {"document": str(uuid7()), "body": vector["body"]}
        yield {"id": note, "kind": "notes.draft/1", "on": session, "details": drafted}
        signed = {"saved": 1, "digest": vector["digest"], "signed_at": vector["now"], "signature": "A" * 86}
        yield {"kind": "notes.sign/1", "on": note, "details": signed}


def _pack(place: Place) -> Result:
    """The pack of somebody with ten clients, those of eight and what belongs to nobody, compressed as the door does."""
    world = place.large
    with place.at(world.database), inside(world.agency):
        actor = lookups.actor(world.ids["tss"])
        assert actor is not None
        pack = queries.pack(by=actor, on=actor.staff_id)
    clients = list(dict.fromkeys(one["client"] for one in pack["sections"] if one["client"]))[:CLIENTS]
    pack["sections"] = [one for one in pack["sections"] if one["client"] in (None, *clients)]
    plain = json.dumps(pack, ensure_ascii=False, separators=(",", ":")).encode()
    remark = f"{len(plain) / 1000:.0f} kB as they are"
    size = len(gzip.compress(plain, 6)) / 1000
    return Result(f"pack of {len(clients)} clients", size, unit="kB", limit=MOST_PACK, remark=remark)
