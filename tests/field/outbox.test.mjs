import assert from "node:assert/strict";
import { test } from "node:test";

import { secondsOf } from "../../web/field/core/answers.js";
import { empty, maySend, pause, step } from "../../web/field/core/outbox.js";
import { uuid7 } from "../../web/field/core/uuid7.js";

const json = "application/json; charset=utf-8";
const receipts = (ids, more = {}) => ({
  status: 200, type: json, retryAfter: null,
  body: { protocol: 1, epoch: "e1", receipts: ids.map((id) => ({ id, outcome: "done", digest: "00", reasons: [] })), ...more },
});
const plain = (status, retryAfter = null) => ({ status, type: "text/html", body: null, retryAfter });

/* A generator with a seed, so that a failure can be had again (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sent(count, state = empty) {
  const batch = Array.from({ length: count }, () => ({ id: uuid7(0) }));
  const loaded = step(state, { type: "loaded", unsent: count }).state;
  return { batch, state: step(loaded, { type: "sending", batch }).state };
}

const answered = (state, answer, random = 0.5) => step(state, { type: "answered", answer, now: 1000, random });

test("only what is in the answer leaves the queue", () => {
  const { batch, state } = sent(3);
  const after = answered(state, receipts([batch[1].id, uuid7(0)]));
  assert.deepEqual(after.settled.map(({ id }) => id), [batch[1].id]);
  assert.equal(after.state.unsent, 2);
  assert.equal(after.state.failures, 0);
});

test("a receipt that comes twice counts once", () => {
  const { batch, state } = sent(2);
  const after = answered(state, receipts([batch[0].id, batch[0].id]));
  assert.deepEqual([after.settled.length, after.state.unsent], [1, 1]);
});

for (const [name, answer, problem] of [
  ["no answer", null, "lost"],
  ["a captive portal", { status: 200, type: "text/html", body: null, retryAfter: null }, "not_ours"],
  ["JSON of somebody else", { status: 200, type: json, body: { ok: true }, retryAfter: null }, "not_ours"],
  ["another protocol", { status: 200, type: json, body: { protocol: 2, receipts: [] }, retryAfter: null }, "not_ours"],
  ["a redirect", plain(302), "lost"],
  ["a broken server", plain(500), "lost"],
  ["an unknown device", plain(401), "unknown_device"],
  ["an old app", plain(426), "old_app"],
  ["an answer without any of our receipts", receipts([]), "no_receipts"],
]) {
  test(`${name} ends no wait`, () => {
    const { state } = sent(2);
    const after = answered(state, answer);
    assert.deepEqual([after.settled, after.state.unsent, after.state.problem], [[], 2, problem]);
    assert.equal(after.state.sending, null);
    assert.ok(!maySend(after.state, 1000) && maySend(after.state, after.state.until));
  });
}

for (const status of [400, 413]) {
  test(`${status} halves the batch, and a batch of one is told`, () => {
    let state = sent(7).state;
    assert.equal((state = answered(state, plain(status)).state).limit, 3);
    assert.ok(maySend(state, 1000), "the smaller batch goes at once");
    state = answered(sent(1, state).state, plain(status)).state;
    assert.equal(state.problem, status === 400 ? "unreadable" : "too_much");
    assert.ok(!maySend(state, 1000));
  });
}

test("the batch grows again when it goes well", () => {
  const { batch, state } = sent(4, { ...empty, limit: 4 });
  assert.equal(answered(state, receipts(batch.map(({ id }) => id))).state.limit, 8);
});

test("a busy server is left alone for as long as it says", () => {
  const { state } = sent(1);
  assert.equal(answered(state, plain(503, 90)).state.until, 91_000);
  assert.equal(answered(state, plain(429, 0)).state.problem, "busy");
  assert.equal(answered(state, plain(503)).state.problem, "lost");
  assert.equal(secondsOf("120", 0), 120);
  assert.equal(secondsOf("Thu, 01 Jan 1970 00:01:00 GMT", 0), 60);
  assert.equal(secondsOf("soon", 0), null);
});

test("waits double to five minutes, each by chance a half to one and a half", () => {
  assert.deepEqual([1, 2, 3, 9, 10, 40].map((failures) => pause(failures, 0.5)), [1, 2, 4, 256, 300, 300]);
  assert.deepEqual([pause(3, 0), pause(3, 1)], [2, 6]);
});

test("a server that was put back is noticed", () => {
  const { batch, state } = sent(2, { ...empty, epoch: "e0" });
  assert.equal(answered(state, receipts([batch[0].id])).restored, true);
  assert.equal(answered({ ...state, epoch: "e1" }, receipts([batch[0].id])).restored, false);
  assert.equal(answered({ ...state, epoch: null }, receipts([batch[0].id])).restored, false);
});

test("an order that is none is passed over", () => {
  const { batch, state } = sent(1);
  const orders = [{ order: "wipe", enrolment: uuid7(0) }, { order: "wipe" }, { order: "burn", enrolment: uuid7(0) }, null];
  assert.deepEqual(answered(state, receipts([batch[0].id], { orders })).orders, orders.slice(0, 1));
});

test("whatever comes back, nothing leaves without its receipt and all leave in the end", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = dice(seed);
    const [server, disk, made] = [new Set(), new Map(), []];
    let [state, now] = [empty, 0];
    const add = () => {
      const id = uuid7(now);
      made.push(id);
      disk.set(id, true);
      state = step(state, { type: "added" }).state;
    };
    const round = (honest) => {
      now = Math.max(now + 1, state.until);
      if (!maySend(state, now)) return;
      const batch = [...disk.keys()].slice(0, state.limit).map((id) => ({ id }));
      state = step(state, { type: "sending", batch }).state;
      const ids = batch.map(({ id }) => id);
      const luck = honest ? 1 : random();
      let answer = null;
      if (luck < 0.2) answer = plain([400, 401, 413, 426, 500, 503][Math.floor(random() * 6)], random() < 0.5 ? 3 : null);
      else if (luck < 0.35) ids.forEach((id) => server.add(id));
      else if (luck > 0.45) {
        const read = honest ? ids : ids.filter(() => random() < 0.7);
        read.forEach((id) => server.add(id));
        answer = receipts([...read, uuid7(now)]);
      }
      const after = step(state, { type: "answered", answer, now, random: random() });
      for (const { id } of after.settled) {
        assert.ok(server.has(id), `seed ${seed}: ${id} left without being taken`);
        assert.ok(disk.delete(id), `seed ${seed}: ${id} left twice`);
      }
      state = after.state;
      assert.equal(state.unsent, disk.size, `seed ${seed}`);
    };
    for (let turn = 0; turn < 60; turn += 1) (random() < 0.4 ? add : () => round(false))();
    for (let turn = 0; turn < 200 && disk.size; turn += 1) round(true);
    assert.equal(disk.size, 0, `seed ${seed}: something stayed`);
    assert.ok(made.every((id) => server.has(id)), `seed ${seed}: something was lost`);
  }
});
