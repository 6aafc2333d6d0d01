/* A server that was put back to a backup: how the device learns of it, and how what was lost arrives anew. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { openDevice } from "../../web/field/device.js";
import { makeDisk } from "./disk.mjs";
import { makeServer } from "./server.mjs";

const NAME = "alongside-field";
const PIN = "blue kettle 7";
const ON = "0192f0c1-3333-7000-8000-000000000002";

async function make() {
  const clock = { now: Date.UTC(2026, 10, 22, 15), tick: 0 };
  const disk = makeDisk();
  const server = await makeServer({ now: () => clock.now });
  const open = (other = {}) =>
    openDevice({
      indexedDB: disk, fetch: server.fetch, now: () => clock.now, tick: () => clock.tick, random: () => 0.5, locks: null,
      storage: null, channel: null, later: null, build: "test", ...other,
    });
  return { clock, disk, server, open, device: await open() };
}

const act = (n) => ({ kind: "behaviour.record/1", on: ON, details: { n } });
const handed = (server) => server.asked.filter(({ address }) => address === "/field/operations/");
const sorted = (server) => server.done().sort((one, other) => one - other);

async function recorded(device, ...numbers) {
  for (const n of numbers) await device.record(act(n));
}

/* Enrolled, `before` handed in, a backup made, `after` handed in, the backup put back. */
async function putBack({ epoch = "e1", keys = false, whole = false } = {}) {
  const made = await make();
  const empty = made.server.backup();
  const enrolment = await made.device.enrol({ pin: PIN, label: "Blue tablet" });
  await recorded(made.device, 1, 2);
  await made.device.handIn();
  const copy = whole ? empty : made.server.backup();
  await recorded(made.device, 3, 4);
  await made.device.handIn();
  await made.server.putBack(copy, { keys });
  made.server.epoch = epoch;
  return { ...made, enrolment };
}

test("the epoch stays the same: a lower turn says it, and what was lost arrives anew", async () => {
  const { device, server } = await putBack();
  assert.deepEqual(sorted(server), [1, 2]);
  await recorded(device, 5);
  await device.handIn();
  assert.deepEqual(sorted(server), [1, 2, 3, 4, 5]);
  assert.equal(device.status().unsent.count, 0);
});

test("answers are lost after it was put back: it says so until it is heard", async () => {
  const { device, server } = await putBack();
  await recorded(device, 5);
  server.fault = (address) => (address === "/field/operations/" ? "lost" : null);
  for (let time = 0; time < 5; time += 1) await device.handIn();
  server.fault = null;
  await device.handIn();
  assert.deepEqual(sorted(server), [1, 2, 3, 4, 5]);
});

test("nothing waits: it looks once when it opens, and then not again", async () => {
  const { server, open } = await putBack();
  const again = await open();
  const before = handed(server).length;
  for (let time = 0; time < 3; time += 1) await again.handIn();
  assert.deepEqual(sorted(server), [1, 2, 3, 4]);
  assert.equal(handed(server).length, before + 2, "one look, one batch");
  assert.deepEqual(handed(server)[before].body.operations, []);
});

test("a look that gets no answer is no trouble, and is made up for", async () => {
  const { server, open } = await putBack();
  server.online = false;
  const again = await open();
  await again.handIn();
  assert.deepEqual([again.status().unsent.problem, again.status().unsent.next_try], [null, null]);
  server.online = true;
  await again.handIn();
  assert.deepEqual(sorted(server), [1, 2, 3, 4]);
});

test("a device that keeps nothing asks nothing", async () => {
  const { device, server } = await make();
  await device.enrol({ pin: PIN, label: "" });
  const before = server.asked.length;
  await device.handIn();
  assert.equal(server.asked.length, before);
});

test("another epoch in the pack: what was taken goes into the queue", async () => {
  const { device, server, enrolment } = await putBack({ epoch: "e2" });
  server.turns.clear();
  for (const { device: id } of server.enrolments.values()) server.turns.set(id, 99); // as if only the epoch could tell
  await device.fetchPack();
  assert.equal(device.status().unsent.count, 4);
  await device.handIn();
  assert.deepEqual([sorted(server), device.status().unsent.count], [[1, 2, 3, 4], 0]);
  assert.ok(server.enrolments.has(enrolment));
});

for (const keys of [false, true]) {
  test(`before the device was enrolled${keys ? ", and the agency has another key" : ""}: whoever is unlocked and signed in is enrolled again`, async () => {
    const { device, server, enrolment, disk } = await putBack({ whole: true, keys });
    await recorded(device, 5);
    await device.handIn();
    assert.deepEqual([sorted(server), device.status().unsent.count, device.status().unsent.again], [[1, 2, 3, 4, 5], 0, null]);
    assert.deepEqual([...server.enrolments.keys()], [enrolment]);
    await recorded(device, 6);
    await device.handIn();
    assert.equal(server.done().length, 6);
    assert.equal(disk.rows(NAME, "sequences")[0].next, 7, "numbers go on");
  });
}

test("the whole device is not known, and nobody unlocks: nothing is called sent, and it does not ask again and again", async () => {
  const waits = [];
  const { server, open, enrolment } = await putBack({ whole: true });
  const again = await open({ later: (work, wait) => waits.push([work, wait]), never: () => {} });
  while (waits.length) {
    waits.shift()[0]();
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.deepEqual([again.status().unsent.count, again.status().unsent.again], [4, { code: "locked", who: "RD" }]);
  assert.equal(handed(server).filter(({ body }) => body.operations.length === 0).length, 1);
  await again.unlock({ enrolment, pin: PIN });
  await again.handIn();
  assert.deepEqual([sorted(server), again.status().unsent.count], [[1, 2, 3, 4], 0]);
});

test("only the enrolment is gone: the rest of the device flows, and hers when she has unlocked and signed in", async () => {
  const { device, server, open, clock } = await make();
  server.who = "ben";
  await device.enrol({ pin: PIN, label: "" });
  await recorded(device, 1);
  await device.handIn();
  const copy = server.backup();
  server.who = "rosa";
  const rosa = await device.enrol({ pin: PIN, label: "" });
  for (let n = 100; n < 350; n += 1) await device.record(act(n)); // more than one batch
  await server.putBack(copy);
  server.who = null;
  const again = await open();
  const [ben] = again.people().filter(({ initials }) => initials === "BO");
  await again.unlock({ enrolment: ben.enrolment, pin: PIN });
  await recorded(again, 2);
  for (let time = 0; time < 2; time += 1) await again.handIn();
  assert.deepEqual(sorted(server), [1, 2]);
  assert.deepEqual([again.status().unsent.count, again.status().unsent.again], [250, { code: "locked", who: "RD" }]);
  await again.unlock({ enrolment: rosa, pin: PIN });
  await again.handIn();
  assert.deepEqual([sorted(server), again.status().unsent.again], [[1, 2], { code: "not_signed_in", who: "RD" }]);
  server.who = "ben";
  clock.now += 11_000;
  await again.handIn();
  assert.equal(again.status().unsent.again.code, "somebody_else");
  server.who = "rosa";
  clock.now += 11_000;
  await again.handIn();
  assert.deepEqual([server.done().length, again.status().unsent.count, again.status().unsent.again], [252, 0, null]);
});

test("what was recorded while locked, and the server has another key now, is signed for and taken", async () => {
  const { server, open, enrolment } = await putBack({ whole: true, keys: true });
  const again = await open();
  await recorded(again, 5);
  await again.handIn();
  assert.deepEqual([again.status().unsent.again.code, server.done()], ["locked", []]);
  await again.unlock({ enrolment, pin: PIN });
  await again.handIn();
  assert.deepEqual(sorted(server), [1, 2, 3, 4, 5]);
});

test("a public key that was exchanged on the disk is not enrolled in her name", async () => {
  const { device, server, disk, open, enrolment } = await putBack({ whole: true });
  disk.spoil(NAME, "people", (row) => (row.keyring.signing_public = row.keyring.own_public));
  const again = await open();
  await again.unlock({ enrolment, pin: PIN });
  await again.handIn();
  assert.deepEqual([again.status().unsent.again.code, server.enrolments.size], ["refused", 0]);
  await device.close();
});

test("whoever leaves is left at the server too, when the device next hands in", async () => {
  const { device, server, open, disk } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await recorded(device, 1);
  await device.handIn();
  const copy = server.backup();
  server.online = false;
  await device.takeOff();
  await device.handIn();
  assert.deepEqual([server.left, device.people()], [[], []]);
  server.online = true;
  const again = await open();
  await again.handIn();
  assert.deepEqual(server.left, [enrolment]);
  const before = handed(server).length;
  await again.handIn();
  assert.equal(handed(server).length, before, "it is told of once");
  assert.equal(disk.rows(NAME, "people")[0].left.told, true);
  await server.putBack(copy);
  server.left = [];
  await (await open()).handIn();
  assert.deepEqual(server.left, [enrolment], "and again where the server forgot it");
});
