/* Both clocks at each contact: kept with the keys, handed in with what was recorded under them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { readingsOf, withReading } from "../../web/field/core/clocks.js";
import { openDevice } from "../../web/field/device.js";
import { makeDisk } from "./disk.mjs";
import { makeServer } from "./server.mjs";

const PIN = "blue kettle 7";
const ON = "0192f0c1-3333-7000-8000-000000000002";
const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 15);
const iso = (at) => new Date(at).toISOString();

/* A device with a wall clock and a monotonic one, and a server with the right time. */
async function make() {
  const clock = { now: START, tick: 0 };
  const disk = makeDisk();
  const server = await makeServer({ now: () => clock.now });
  const open = () =>
    openDevice({
      indexedDB: disk, fetch: server.fetch, now: () => clock.now, tick: () => clock.tick, random: () => 0.5, locks: null,
      storage: null, channel: null, later: null, build: "test",
    });
  const pass = (ms) => Object.assign(clock, { now: clock.now + ms, tick: clock.tick + ms });
  const turn = (ms) => Object.assign(clock, { now: clock.now + ms }) && (server.ahead -= ms); // the server's stays as it is
  const device = await open();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  return { clock, disk, server, open, device, enrolment, pass, turn };
}

const act = (n) => ({ kind: "behaviour.record/1", on: ON, details: { n } });
const handed = ({ asked }) => asked.filter(({ address }) => address === "/field/operations/").at(-1).body;

test("without a contact before there is the reading of the hand-in alone", async () => {
  const { device, server, pass, clock } = await make();
  pass(1000);
  await device.record(act(1));
  pass(2000);
  await device.handIn();
  const { keys, clocks, now } = handed(server);
  assert.deepEqual(clocks, [{ key: keys[0].id, tick: 2000, at: now, server: null }]);
  assert.equal(now, iso(clock.now));
});

test("each contact is a reading of the keys in memory, at its tick", async () => {
  const { device, server, pass } = await make();
  await device.record(act(1));
  pass(HOUR);
  await device.handIn();
  pass(HOUR);
  await device.record(act(2));
  await device.handIn();
  assert.deepEqual(handed(server).clocks.map(({ tick, at, server: said }) => [tick, at, said]), [
    [HOUR, iso(START + HOUR), iso(START + HOUR)], [2 * HOUR, iso(START + 2 * HOUR), null],
  ]);
});

test("wrong under one key and put right before handing in: the ticks and the contact before say so", async () => {
  const { device, server, pass, turn } = await make();
  await device.record(act(0));
  await device.handIn(); // the clock was right
  turn(2 * HOUR);
  pass(HOUR);
  const made = await device.record(act(1));
  turn(-2 * HOUR);
  pass(60_000);
  await device.handIn();
  const [before, after] = handed(server).clocks;
  assert.deepEqual([before.at, before.server], [iso(START), iso(START)]);
  const moved = (one) => Date.parse(made.at) - Date.parse(one.at) - (made.tick - one.tick);
  assert.deepEqual([moved(before), moved(after)], [2 * HOUR, 2 * HOUR], "ahead by two hours, seen from both sides");
});

test("a key made after the app was opened again knows the last contact of before", async () => {
  const { device, server, pass, turn, open, enrolment } = await make();
  turn(-3 * HOUR);
  await device.record(act(0));
  await device.handIn();
  await device.close();
  pass(HOUR);
  const again = await open();
  await again.unlock({ enrolment, pin: PIN });
  await again.record(act(1));
  await again.close();
  turn(3 * HOUR);
  const last = await open();
  await last.fetchPack().catch(() => null); // locked: no contact
  await last.handIn();
  const { keys, clocks } = handed(server);
  const [only] = clocks;
  assert.deepEqual(clocks.length, 1);
  assert.deepEqual([only.key, only.tick, only.at, only.server], [keys[0].id, null, iso(START - 3 * HOUR), iso(START)]);
});

test("a pack is a contact too, and what it says is kept for the key that is made next", async () => {
  const { device, server, turn, pass } = await make();
  turn(HOUR);
  await device.fetchPack();
  pass(1000);
  await device.record(act(1));
  await device.handIn();
  const [first] = handed(server).clocks;
  assert.deepEqual([first.tick, first.at, first.server], [null, iso(START + HOUR), iso(START)]);
});

test("a server that says no time, or nonsense, gives no reading", async () => {
  for (const now of [undefined, 7, "soon"]) {
    const { device, server, disk } = await make();
    const whole = server.fetch;
    await device.record(act(1));
    server.fault = (address, body) => (address === "/field/operations/" ? { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ protocol: 1, now, receipts: [], next: { [body.keys[0].enrolment]: 1 }, orders: [] }) } : null);
    await device.handIn();
    assert.ok(whole && !disk.rows("alongside-field", "device").some(({ name }) => name === "contact"));
  }
});

test("the first reading and the newest ones stay; more than can be handed in is left out", () => {
  let readings = [{ tick: null, at: "a", server: "b" }];
  for (let tick = 1; tick <= 20; tick += 1) readings = withReading(readings, { tick, at: "a", server: "b" });
  assert.deepEqual(readings.map(({ tick }) => tick), [null, 16, 17, 18, 19, 20]);
  const keys = Array.from({ length: 90 }, (_, n) => ({ id: `k${n}`, readings }));
  assert.equal(readingsOf(keys, { now: START, ticks: () => 5 }).length, 200);
  assert.deepEqual(readingsOf([{ id: "k" }], { now: START, ticks: () => null }), []);
});
