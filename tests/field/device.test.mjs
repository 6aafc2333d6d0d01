import assert from "node:assert/strict";
import { test } from "node:test";

import { openDevice } from "../../web/field/device.js";
import { UPGRADES } from "../../web/field/store/upgrades.js";
import { makeDisk } from "./disk.mjs";
import { makeServer } from "./server.mjs";

const NAME = "alongside-field";
const PIN = "blue kettle 7";
const ON = "0192f0c1-3333-7000-8000-000000000002";
const HOUR = 3_600_000;
const CLIENT = "Theo-Canary-Whitfield";

/* A device over a small disk and a small server, with a clock of its own. */
async function make(more = {}) {
  const clock = { now: Date.UTC(2026, 10, 22, 15), tick: 0 };
  const disk = makeDisk();
  const server = await makeServer({ now: () => clock.now });
  const open = (other = {}) =>
    openDevice({
      indexedDB: disk, fetch: server.fetch, now: () => clock.now, tick: () => clock.tick, random: () => 0.5, locks: null,
      storage: null, channel: null, later: null, build: "test", ...more, ...other,
    });
  return { clock, disk, server, open, device: await open() };
}

const act = (n, more = {}) => ({ kind: "behaviour.record/1", on: ON, details: { n, words: CLIENT }, ...more });
const code = (wanted) => (fault) => fault.code === wanted || assert.fail(`${fault.code ?? fault.stack}, not ${wanted}`);
const numbers = ({ operations }) => operations.map((one) => one.details.n);
const sequence = ({ operations }) => operations.map((one) => one.seq);

test("a shift without signal: recorded, closed, opened again, handed in once", async () => {
  const { device, server, open, disk, clock } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "Blue tablet" });
  server.online = false;
  for (let n = 1; n <= 30; n += 1) {
    clock.tick += 1000;
    const made = await device.record(act(n));
    assert.deepEqual([made.seq, made.tick, made.details.n], [n, (n - 1) * 1000, n]);
  }
  assert.equal(device.status().unsent.count, 30);
  const again = await open();
  assert.deepEqual([again.status().locked, again.status().unsent.count, again.pack], [true, 30, null]);
  await again.unlock({ enrolment, pin: PIN });
  assert.deepEqual(sequence(await again.operations()), Array.from({ length: 30 }, (_, place) => place + 1));
  await again.handIn();
  assert.equal(again.status().unsent.count, 30);
  server.online = true;
  await again.handIn();
  assert.deepEqual([again.status().unsent.count, server.done().length], [0, 30]);
  assert.deepEqual(numbers(await again.operations()), server.done(), "what was sent can still be read for a week");
  const before = server.asked.length;
  await again.handIn();
  assert.equal(server.asked.length, before, "nothing to send: nothing asked");
  assert.ok(disk.durability.every((one) => one === "strict"));
});

test("recording is no more work at a queue of 5,000 than at the start", async () => {
  const { device, disk } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  const asked = async () => {
    const before = [disk.requests, disk.transactions];
    await device.record(act(1));
    return [disk.requests - before[0], disk.transactions - before[1]];
  };
  await device.record(act(0));
  const first = await asked();
  const [row] = disk.rows(NAME, "outbox");
  const many = await new Promise((done) => {
    const request = disk.open(NAME, UPGRADES.length);
    request.onsuccess = () => done(request.result);
  });
  await new Promise((done) => {
    const tx = many.transaction(["outbox", "sequences"], "readwrite", { durability: "strict" });
    for (let seq = 3; seq <= 5002; seq += 1) tx.objectStore("outbox").put({ ...row, seq });
    tx.objectStore("sequences").put({ enrolment, next: 3, seen: 0 });
    tx.oncomplete = done;
  });
  await device.record(act(5)).catch(() => null);
  await new Promise((done) => {
    const tx = many.transaction(["sequences"], "readwrite", { durability: "strict" });
    tx.objectStore("sequences").put({ enrolment, next: 5003, seen: 0 });
    tx.oncomplete = done;
  });
  await device.record(act(6));
  const last = await asked();
  assert.ok(disk.rows(NAME, "outbox").length > 5000);
  assert.deepEqual(last, first);
  assert.ok(last[0] <= 5 && last[1] === 1, `${last}`);
});

test("many taps at once keep their order without a gap, also from two tabs", async () => {
  const { device, open } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  const other = await open();
  await other.unlock({ enrolment, pin: PIN });
  const taps = Array.from({ length: 40 }, (_, n) => (n % 2 ? other : device).record(act(n)));
  await Promise.all(taps);
  const kept = await device.operations();
  assert.deepEqual(sequence(kept), Array.from({ length: 40 }, (_, place) => place + 1));
  assert.deepEqual(new Set(numbers(kept)).size, 40);
  const even = numbers(kept).filter((n) => n % 2 === 0);
  assert.deepEqual(even, [...even].sort((one, two) => one - two));
});

/* The browser's locks: one after the other, each given the lock. */
function makeLocks() {
  let line = Promise.resolve();
  return { request: (name, work) => (line = line.then(() => work({ name, mode: "exclusive" }))) };
}

for (const [how, locks] of [["by locks", makeLocks()], ["by a row", null]]) {
  test(`two tabs hand in once, ${how}`, () => twoTabs(locks));
}

async function twoTabs(locks) {
  const { device, open, server } = await make({ locks });
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  const other = await open();
  await other.unlock({ enrolment, pin: PIN });
  for (let n = 0; n < 6; n += 1) await (n % 2 ? other : device).record(act(n));
  await Promise.all([device.handIn(), other.handIn()]);
  const sent = server.asked.filter(({ address }) => address === "/field/operations/").flatMap(({ body }) => body.operations);
  assert.equal(sent.length, 6);
  assert.equal(server.done().length, 6);
}

test("the answer is lost: the same goes again, and counts once", async () => {
  const { device, server, clock } = await make();
  await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  server.fault = (address) => (address === "/field/operations/" ? "lost" : null);
  await device.handIn();
  const { unsent } = device.status();
  assert.deepEqual([unsent.count, unsent.problem], [1, "lost"]);
  assert.equal(Date.parse(unsent.next_try), clock.now + 1000);
  server.fault = null;
  await device.handIn();
  assert.deepEqual([device.status().unsent.count, server.done()], [0, [1]]);
});

for (const [name, broken, problem] of [
  ["a captive portal", { status: 200, headers: { "content-type": "text/html" } }, "not_ours"],
  ["an unknown device", { status: 401 }, "unknown_device"],
  ["an app that is too old", { status: 426 }, "old_app"],
  ["a batch that is too much, down to one", { status: 413 }, "too_much"],
  ["a broken server", { status: 500 }, "lost"],
  ["a busy server", { status: 503, headers: { "retry-after": "120" } }, "busy"],
]) {
  test(`${name} costs nothing`, async () => {
    const { device, server } = await make();
    await device.enrol({ pin: PIN, label: "" });
    for (let n = 0; n < 5; n += 1) await device.record(act(n));
    server.fault = (address) => (address === "/field/operations/" ? broken : null);
    await device.handIn();
    assert.deepEqual([device.status().unsent.count, device.status().unsent.problem], [5, problem]);
    if (problem === "busy") {
      const before = server.asked.length;
      await device.handIn();
      assert.equal(server.asked.length, before, "it is left alone for as long as it says");
      return;
    }
    server.fault = null;
    await device.handIn();
    assert.deepEqual([device.status().unsent.count, server.done().length], [0, 5]);
  });
}

test("a shared tablet: what Rosa recorded is handed in by Ben's session, hers, and unreadable to him", async () => {
  const { device, server, disk } = await make();
  const rosa = await device.enrol({ pin: PIN, label: "" });
  server.online = false;
  for (let n = 1; n <= 20; n += 1) await device.record(act(n));
  device.lock();
  server.online = true;
  server.who = "ben";
  server.fault = (address) => (address === "/field/operations/" ? { status: 500 } : null);
  const ben = await device.enrol({ pin: "green ladder 4", label: "" });
  await device.record(act(100));
  assert.deepEqual(numbers(await device.operations()), [100]);
  assert.deepEqual(device.people().map(({ initials }) => initials).sort(), ["BO", "RD"]);
  server.fault = null;
  await device.handIn();
  assert.equal(server.done().length, 21);
  const authors = [...server.taken.values()].map(({ author, operation }) => [author, operation.details.n]);
  assert.ok(authors.every(([author, n]) => author === (n === 100 ? "ben" : "rosa")));
  device.lock();
  await device.unlock({ enrolment: rosa, pin: PIN });
  assert.equal((await device.operations()).operations.length, 20);
  await assert.rejects(device.unlock({ enrolment: ben, pin: PIN }), code("pin_wrong"));
  assert.ok(!JSON.stringify(disk.rows(NAME, "outbox")).includes(CLIENT));
});

test("locked: it records sealed, signed by the key in memory", async () => {
  const { device, server } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  await device.keep("timers", { running: [1] });
  device.lock();
  await device.record(act(2));
  await device.keep("timers", { running: [1, 2] });
  await assert.rejects(device.operations(), code("locked"));
  await assert.rejects(device.kept("timers"), code("locked"));
  assert.equal(device.status().who, null);
  await device.handIn();
  assert.deepEqual(server.done(), [1, 2]);
  await device.unlock({ enrolment, pin: PIN });
  assert.deepEqual(numbers(await device.operations()), [1, 2]);
  assert.deepEqual(await device.kept("timers"), { running: [1, 2] });
  await device.keep("timers", undefined);
  assert.equal(await device.kept("timers"), undefined);
});

test("locked after a restart: it records unsigned, the server holds it, and unlocking sets it free", async () => {
  const { device, server, open } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  const again = await open();
  await again.record(act(2));
  await again.keep("crisis", { begun: true });
  await again.handIn();
  assert.deepEqual(server.done(), [1]);
  assert.deepEqual(again.status().held.map(({ reasons }) => reasons[0].code), ["unattested"]);
  await again.unlock({ enrolment, pin: PIN });
  assert.deepEqual(await again.kept("crisis"), { begun: true });
  assert.deepEqual(numbers(await again.operations()), [1, 2]);
  await again.handIn();
  assert.deepEqual(server.done(), [1, 2]);
  assert.deepEqual(again.status().held, []);
  const before = server.asked.length;
  await again.handIn();
  assert.equal(server.asked.length, before);
});

test("ten wrong PINs: nothing is read, everything arrives", async () => {
  const { device, server, open, clock } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  const again = await open();
  for (let count = 1; count <= 10; count += 1) {
    await assert.rejects(again.unlock({ enrolment, pin: "wrong kettle" }), (fault) => {
      assert.equal(fault.code, count < 10 ? "pin_wrong" : "pin_spent");
      assert.equal(fault.values.tries, 10 - count);
      return true;
    });
    if (count === 5) await assert.rejects(again.unlock({ enrolment, pin: PIN }), code("pin_wait"));
    clock.now += 15 * 60_000;
  }
  await assert.rejects(again.unlock({ enrolment, pin: PIN }), code("pin_spent"));
  await assert.rejects((await open()).unlock({ enrolment, pin: PIN }), code("pin_spent"));
  await again.record(act(2));
  await again.handIn();
  assert.deepEqual([again.status().unsent.count, server.taken.size], [0, 2]);
});

test("a right PIN forgets the wrong ones", async () => {
  const { device } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  for (let round = 0; round < 3; round += 1) {
    await assert.rejects(device.unlock({ enrolment, pin: "wrong kettle" }), (fault) => fault.values.tries === 9);
    await device.unlock({ enrolment, pin: PIN });
  }
});

test("the pack opens until its lease is over, and a clock turned back does not open it", async () => {
  const { device, server, open, clock } = await make();
  server.sections = [{ kind: "client/1", client: ON, body: { name: CLIENT } }];
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.fetchPack();
  assert.equal(device.pack.sections[0].body.name, CLIENT);
  device.lock();
  assert.equal(device.pack, null);
  const again = await open();
  await again.unlock({ enrolment, pin: PIN });
  clock.now += 72 * HOUR - 1;
  assert.equal(again.pack.sections.length, 1);
  clock.now += 1;
  assert.equal(again.pack, null);
  assert.equal(again.status().lease.over, true);
  await again.record(act(1));
  clock.now -= 70 * HOUR;
  assert.equal(again.pack, null);
  const third = await open();
  await third.unlock({ enrolment, pin: PIN });
  assert.equal(third.pack, null, "the latest clock is remembered over a restart");
  assert.equal((await third.record(act(2))).seq, 2);
  await third.fetchPack();
  assert.equal(third.pack.sections.length, 1, "the server's clock mends it");
});

test("a pack of somebody else, or of nobody, is not taken", async () => {
  const { device, server } = await make();
  await device.enrol({ pin: PIN, label: "" });
  server.who = "ben";
  await assert.rejects(device.fetchPack(), code("somebody_else"));
  server.who = "rosa";
  server.sections = [];
  server.fault = (address) =>
    address === "/field/pack/" && { status: 302, headers: { location: "/accounts/login/" } };
  await assert.rejects(device.fetchPack(), code("not_signed_in"));
  server.fault = null;
  const { fetch } = server;
  const forged = await make({
    fetch: async (address, how) => {
      const answer = await fetch(address, how);
      if (address !== "/field/pack/") return answer;
      const pack = await answer.json();
      return Response.json({ ...pack, expires_at: "2099-01-01T00:00:00.000Z" });
    },
  });
  await forged.device.enrol({ pin: PIN, label: "" });
  await assert.rejects(forged.device.fetchPack(), code("pack_unproved"));
  assert.equal(forged.device.pack, null);
});

test("a full disk: nothing is half written, it is told, and the next number is not lost", async () => {
  const { device, disk } = await make();
  await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  disk.full = true;
  await assert.rejects(device.record(act(2)), code("disk_full"));
  assert.deepEqual([device.status().disk.full, device.status().unsent.count], [true, 1]);
  assert.equal(disk.rows(NAME, "sequences")[0].next, 2);
  disk.full = false;
  assert.equal((await device.record(act(3))).seq, 2);
  assert.equal(device.status().disk.full, false);
});

test("a lost connection is opened again, and what was on its way is written once", async () => {
  const { device, disk } = await make();
  await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  for (const connection of disk.connections) connection.end();
  await device.record(act(2));
  disk.cut = 1;
  await device.record(act(3));
  assert.deepEqual(numbers(await device.operations()), [1, 2, 3]);
  assert.deepEqual(sequence(await device.operations()), [1, 2, 3]);
});

test("storage that the browser threw away is told, and enrolling begins anew", async () => {
  const { device, disk } = await make();
  await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  disk.clear();
  await assert.rejects(device.record(act(2)), code("storage_cleared"));
  await device.enrol({ pin: PIN, label: "" });
  assert.equal((await device.record(act(3))).seq, 1);
});

test("a flipped bit is found by its author, and held by the server; the rest flows", async () => {
  const { device, server, disk } = await make();
  await device.enrol({ pin: PIN, label: "" });
  for (let n = 1; n <= 3; n += 1) await device.record(act(n));
  disk.spoil(NAME, "outbox", (row) => row.seq === 2 && (row.sealed[5] ^= 1));
  const { operations, damaged } = await device.operations();
  assert.deepEqual([operations.map(({ seq }) => seq), damaged], [[1, 3], [2]]);
  await device.handIn();
  assert.deepEqual(server.done(), [1, 3]);
  assert.deepEqual(device.status().held.map(({ reasons }) => reasons[0].code), ["unreadable"]);
});

test("an order to wipe destroys what could be read; what waits is handed in", async () => {
  const { device, server, open, clock } = await make();
  server.sections = [{ kind: "client/1", client: ON, body: { name: CLIENT } }];
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.fetchPack();
  await device.keep("timers", 1);
  for (let n = 1; n <= 3; n += 1) await device.record(act(n));
  server.orders = [{ order: "wipe", enrolment }];
  server.fault = (address, body) => (address === "/field/operations/" && body.operations.length > 1 ? { status: 413 } : null);
  await device.handIn();
  assert.equal(server.done().length, 3);
  assert.deepEqual([device.status().locked, device.pack, device.people()], [true, null, []]);
  await assert.rejects(device.unlock({ enrolment, pin: PIN }), code("wiped"));
  await assert.rejects(device.record(act(4, { enrolment })), code("wiped"));
  await assert.rejects((await open()).unlock({ enrolment, pin: PIN }), code("wiped"));
  clock.now += HOUR;
});

test("a wiped enrolment still hands in what it recorded before", async () => {
  const { device, server } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  await device.wipe(enrolment);
  assert.equal(device.status().unsent.count, 1);
  await device.handIn();
  assert.deepEqual(server.done(), [1]);
});

test("a server that was put back gets again what it lost", async () => {
  const { device, server, open } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  for (let n = 1; n <= 4; n += 1) await device.record(act(n));
  await device.handIn();
  for (const [id, { operation }] of server.taken) if (operation.seq > 2) server.taken.delete(id);
  server.epoch = "e2";
  const again = await open();
  await again.unlock({ enrolment, pin: PIN });
  await again.record(act(5));
  await again.handIn();
  assert.deepEqual(server.done().sort(), [1, 2, 3, 4, 5]);
  assert.equal(again.status().unsent.count, 0);
});

test("a device that was put back from a copy: what it sends again is known, and its numbers go on from the server's", async () => {
  const { device, server, disk } = await make();
  await device.enrol({ pin: PIN, label: "" });
  for (let n = 1; n <= 5; n += 1) await device.record(act(n));
  const copy = structuredClone(disk.rows(NAME, "outbox"));
  await device.handIn();
  const base = await new Promise((done) => {
    const request = disk.open(NAME, UPGRADES.length);
    request.onsuccess = () => done(request.result);
  });
  await new Promise((done) => {
    const tx = base.transaction(["outbox", "sequences"], "readwrite", { durability: "strict" });
    for (const row of copy.slice(0, 3)) tx.objectStore("outbox").put(row);
    tx.objectStore("sequences").put({ enrolment: copy[0].enrolment, next: 4, seen: 0 });
    tx.oncomplete = done;
  });
  await device.handIn();
  assert.deepEqual([device.status().unsent.count, server.taken.size], [0, 5]);
  assert.equal((await device.record(act(6))).seq, 6);
  await device.handIn();
  assert.deepEqual(server.done(), [1, 2, 3, 4, 5, 6]);
});

test("what was carried out a week ago is forgotten here, what waits never", async () => {
  const { device, server, open, clock, disk } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  await device.record(act(1));
  await device.handIn();
  server.online = false;
  await device.record(act(2));
  clock.now += 8 * 24 * HOUR;
  const again = await open();
  await again.unlock({ enrolment, pin: PIN });
  assert.deepEqual(numbers(await again.operations()), [2]);
  clock.now += 60 * 24 * HOUR;
  await again.unlock({ enrolment, pin: PIN });
  server.online = true;
  await again.handIn();
  assert.deepEqual(server.done(), [1, 2]);
  assert.ok(disk.rows(NAME, "keys").length >= 1);
});

test("a signature needs the PIN anew, and says whose it is", async () => {
  const { device } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  const asked = { purpose: "alongside-field/1 note", note: ON, meaning: "authored" };
  await assert.rejects(device.sign({ ...asked, pin: "wrong kettle" }), code("pin_wrong"));
  const { statement, signature } = await device.sign({ ...asked, pin: PIN });
  assert.deepEqual([statement.enrolment, statement.note, "pin" in statement], [enrolment, ON, false]);
  assert.match(signature, /^[\w-]{86}$/);
  device.lock();
  await assert.rejects(device.sign({ ...asked, pin: PIN }), code("locked"));
});

test("a new version of the database takes the queue along; the tab that is in the way makes room", async () => {
  const { device, open, server } = await make();
  const enrolment = await device.enrol({ pin: PIN, label: "" });
  for (let n = 1; n <= 50; n += 1) await device.record(act(n));
  const newer = await open({ upgrades: [...UPGRADES, (database) => database.createObjectStore("more", { keyPath: "id" })] });
  assert.equal(device.status().app, "closed");
  await assert.rejects(device.record(act(51)), code("newer_app"));
  await newer.unlock({ enrolment, pin: PIN });
  await newer.handIn();
  assert.equal(server.done().length, 50);
});

test("what cannot be written as JSON, or is far too much, is refused before it has a number", async () => {
  const { device } = await make();
  await device.enrol({ pin: PIN, label: "" });
  await assert.rejects(device.record(act(1, { details: { a: undefined } })), code("not_json"));
  await assert.rejects(device.record(act(1, { details: { a: "\ud800" } })), code("not_json"));
  const noise = Array.from({ length: 700_000 }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join("");
  await assert.rejects(device.record(act(1, { details: { noise } })), code("too_large"));
  assert.equal((await device.record(act(1))).seq, 1);
});

test("enrolling needs somebody who is signed in, and a PIN worth the name", async () => {
  const { device, server } = await make();
  await assert.rejects(device.enrol({ pin: "1234", label: "" }), code("pin_weak"));
  server.who = null;
  await assert.rejects(device.enrol({ pin: PIN, label: "" }), code("not_signed_in"));
  server.online = false;
  await assert.rejects(device.enrol({ pin: PIN, label: "" }), code("no_signal"));
  await assert.rejects(device.record(act(1)), code("not_enrolled"));
});

test("pages hear each change, and a device hands in by itself after recording", async () => {
  const timers = [];
  const { device, server } = await make({ later: (work, wait) => timers.push({ work, wait }), never: () => timers.pop() });
  const heard = [];
  const stop = device.subscribe((status) => heard.push(status.unsent.count));
  await device.enrol({ pin: PIN, label: "" });
  timers.length = 0;
  await device.record(act(1));
  assert.ok(heard.includes(1));
  assert.deepEqual(timers.map(({ wait }) => wait), [0]);
  timers.pop().work();
  while (device.status().unsent.count) await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual([device.status().unsent.count, server.done()], [0, [1]]);
  await device.handIn();
  assert.deepEqual(timers, [], "nothing to send: no timer");
  stop();
});
