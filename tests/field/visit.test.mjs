import assert from "node:assert/strict";
import test from "node:test";

import { tokens } from "../../web/field/rules/around.js";
import { line, lines, silent, stopped, stoppedAtTheEnd, tally, unanswered, undoable, ZERO } from "../../web/field/rules/board.js";
import { body as draft } from "../../web/field/rules/drafting.js";
import { gathered } from "../../web/field/rules/facts.js";
import { standing } from "../../web/field/rules/rows.js";
import { tapped } from "../../web/field/rules/taps.js";
import { tile } from "../../web/field/rules/tiles.js";
import { moment } from "../../web/field/rules/times.js";
import { after, begunElsewhere, blank, faults, read } from "../../web/field/rules/visit.js";
import { reference, say, vectors } from "./known.mjs";

const targets = vectors("visits/targets.json");
const iso = (ms) => new Date(ms).toISOString();

function outcome(visit) {
  const ids = (second) => standing(visit, { second }).map((row) => row.id);
  const sides = (second) => {
    const found = new Set(standing(visit, { second }).map((row) => `${row.target} ${row.measure}`));
    return [...found].map((side) => side.split(" ")).map(([target, measure]) => {
      const { n, numerator, denominator, value } = tally(visit, target, { measure, second });
      return [target, measure, second, n, numerator, denominator, value];
    });
  };
  return {
    passed: visit.passed.map((one) => one.id), standing: [ids(false), ids(true)],
    tallies: [...sides(false), ...sides(true)].sort(),
    timers: [...visit.timers.values()].map((timer) => [timer.target, timer.id, iso(timer.began_at)]).sort(),
  };
}

test("visits/streams.json", () => {
  for (const { operations, is } of vectors("visits/streams.json")) {
    const visit = read(blank({ reference, targets }), operations);
    assert.deepEqual(outcome(visit), { ...is, tallies: is.tallies.sort() });
  }
});

test("one entry after the other comes to the same, and leaves what was before as it was", () => {
  const { operations, is } = vectors("visits/streams.json")[3];
  let visit = blank({ reference, targets });
  const empty = JSON.stringify([...visit.rows]);
  const first = visit;
  for (const operation of operations) visit = after(visit, operation);
  assert.deepEqual(outcome(visit).standing, is.standing);
  assert.equal(JSON.stringify([...first.rows]), empty);
});

test("the same entry twice is there once", () => {
  const { operations, is } = vectors("visits/streams.json")[5];
  const visit = read(blank({ reference, targets }), operations.flatMap((one) => [one, one]));
  assert.deepEqual(outcome(visit).standing, is.standing);
});

test("visits/tiles.json", () => {
  for (const { operations, now, tiles, taps } of vectors("visits/tiles.json")) {
    const visit = read(blank({ reference, targets }), operations);
    const at = { beganAt: visit.session.began_at, now: moment(now), say };
    for (const expected of tiles) {
      const found = tile(line(visit, expected.target), at);
      if (found.since) found.since = iso(found.since);
      for (const [name, value] of Object.entries(expected)) {
        const nothing = Array.isArray(value) ? [] : typeof value === "string" ? "" : 0;
        assert.deepEqual(found[name] ?? nothing, value, `${name} ${JSON.stringify(expected)}`);
      }
    }
    for (const one of taps) {
      const { details, faults } = tapped(line(visit, one.target), one.sent, moment(one.at));
      if (one.faults) assert.deepEqual(faults.map((fault) => fault.code), one.faults);
      else assert.deepEqual(details, one.details);
    }
  }
});

test("what an act would be undone by", () => {
  const { operations } = longest();
  const visit = read(blank({ reference, targets }), operations);
  const now = Math.max(...visit.acts.map((act) => act.at));
  const undo = undoable(visit, { now, within: 1e9 });
  assert.ok(undo.length > 3);
  const last = undo.find((act) => act.kind === "behaviour.record/1");
  const reason = { ...last.undo.details, reason: "Taken back" };
  const back = after(visit, { ...last.undo, id: "f", at: iso(now), details: reason });
  assert.equal(back.passed.length, visit.passed.length);
  assert.ok(!standing(back, { second: false }).concat(standing(back, { second: true })).some((row) => row.id === last.id));
  assert.ok(!undoable(back, { now, within: 1e9 }).some((act) => act.id === last.id));
});

function longest() {
  return vectors("visits/streams.json").toSorted((a, b) => b.operations.length - a.operations.length)[0];
}

test("lines stand in the order of the recording page", () => {
  const { operations } = longest();
  const found = lines(read(blank({ reference, targets }), operations)).map((one) => one.pinned);
  const unpinned = found.indexOf(0);
  assert.deepEqual(found.slice(0, unpinned), found.slice(0, unpinned).toSorted((a, b) => a - b));
  assert.ok(found.slice(unpinned).every((one) => one === 0));
});

test("a session that was begun elsewhere goes on from the pack, and its note is drafted", () => {
  const { sections } = vectors("pack.json");
  const body = (kind, client = null) => sections.find((one) => one.kind === kind && one.client === client)?.body;
  const [{ client, body: running }] = sections.filter((one) => one.kind === "session/1" && one.body.recorded.length);
  const { targets } = body("targets/1", client);
  const { strategies } = body("strategies/1", client);
  const known = body("reference/1");
  const visit = begunElsewhere(blank({ reference: known, targets, strategies }), running);
  assert.deepEqual(visit.passed, []);
  assert.equal(visit.acts.length, running.recorded.length);
  assert.ok(lines(visit).some((one) => one.n > 0));
  const ended = iso(visit.session.began_at + 3_600_000);
  const over = after(visit, { id: "e", kind: "sessions.end/1", on: running.id, at: ended, details: { ended_at: ended } });
  const of = { client: body("client/1", client), note: body("note/1", client), places: body("places/1"), reference: known };
  const note = draft(gathered(over, { sections: of, now: moment(ended) }), { say, reference: known });
  assert.ok(note.sentences.length > 2);
  assert.equal(note.head.minutes, 60);
});

test("minutes of a day are counted once a session, and those of the visit itself not", () => {
  const { sections, planned, operations, now } = vectors("drafting/early-end.json"); // 20 minutes, by the day's whole units
  const of = { client: sections["client/1"], places: sections["places/1"], reference };
  const { targets } = sections["targets/1"];
  const visit = read(blank({ reference, targets }), operations);
  const units = (known, drafted) => {
    const note = { ...sections["note/1"], minutes_today: known };
    return gathered(visit, { sections: { ...of, note }, planned, now: moment(now), drafted }).head.units;
  };
  const ten = (session) => ({ session, day: "2026-09-14", service_code: "H2014", minutes: 10 });
  assert.equal(units([], []), 1);
  assert.equal(units([ten("x")], []), 2);
  assert.equal(units([], [ten("x")]), 2);
  assert.equal(units([ten("x")], [ten("x")]), 2);
  assert.equal(units([ten("x")], [ten("y")]), 1);
  assert.equal(units([ten(visit.session.id)], [ten(visit.session.id)]), 1);
  assert.equal(units([{ ...ten("x"), service_code: "H2019" }], [{ ...ten("y"), day: "2026-09-15" }]), 1);
});

const BEGAN = Date.parse("2026-09-14T19:30:00Z");
const named = Object.fromEntries(targets.map((one) => [one.measure, one.id]));

/** A visit that began, with what is then done at so many seconds: [seconds, kind, details, on]. */
function done(...acts) {
  const start = ["sessions.start/1", { zone: "America/New_York", began_at: iso(BEGAN) }, "c"];
  const written = [[0, ...start], ...acts].map(([seconds, kind, details, on = "s0"], n) => ({
    id: `s${n}`, kind, on, at: iso(BEGAN + seconds * 1000), details,
  }));
  return read(blank({ reference, targets }), written);
}

const seen = (measure, details, seconds) => ["behaviour.record/1", { target: named[measure], details, happened_at: iso(BEGAN + seconds * 1000) }];

test("stopping a timer is one observation under its own id, and ends it", () => {
  const visit = done([10, "timer.start", { target: named.duration }], [20, "timer.start", { target: named.duration }]);
  const { timer } = line(visit, named.duration);
  assert.deepEqual([timer.id, timer.began_at], ["s1", BEGAN + 10_000]);
  const stop = stopped(timer, BEGAN + 22_345);
  assert.deepEqual([stop.id, stop.details.details.seconds, stop.details.happened_at], ["s1", 12.3, iso(BEGAN + 10_000)]);
  const over = after(visit, { ...stop, on: "s0", at: iso(BEGAN + 22_345) });
  assert.equal(line(over, named.duration).timer, null);
  assert.equal(line(over, named.duration).numerator, 12.3);
  assert.equal(stopped(timer, BEGAN).details.details.seconds, 0);
  assert.equal(stopped(timer, BEGAN, { second: true }).details.second, true);
});

test("the end stops what is timed, and not what is watched", () => {
  const visit = done([10, "timer.start", { target: named.latency }], [11, "watch.start", { target: named.momentary }]);
  assert.deepEqual(stoppedAtTheEnd(visit, BEGAN + 15_000).map((one) => [one.id, one.details.details]), [["s1", { seconds: 5 }]]);
  assert.equal(after(visit, { id: "d", kind: "timer.drop", at: iso(BEGAN), details: { timer: "s1" } }).timers.size, 1);
});

test("who was not seen is asked about what is counted and timed, and is not running", () => {
  const visit = done([1, ...seen("count", { count: 1 }, 1)], [2, "timer.start", { target: named.duration }]);
  assert.deepEqual(silent(visit).map((one) => one.measure), ["rate"]);
  assert.deepEqual(silent(done()).map((one) => one.measure).sort(), Object.keys(ZERO).sort());
});

test("intervals that are over and have no answer", () => {
  const answer = (interval) => ({ interval, scored: true, length: 15 });
  const visit = done(
    [0, ...seen("momentary", answer(1), 0)], [10, "watch.start", { target: named.momentary }],
    [30, ...seen("momentary", answer(2), 30)],
  );
  const one = line(visit, named.momentary);
  assert.deepEqual(unanswered(one, BEGAN + 24_000), []);
  assert.deepEqual(unanswered(one, BEGAN + 56_000), [3, 4]);
  assert.deepEqual(unanswered(line(visit, named.count), BEGAN), []);
});

test("only acts of the last minutes can be undone, each by its like", () => {
  const visit = done(
    [1, ...seen("count", { count: 1 }, 1)], [400, ...seen("count", { count: 2 }, 400)],
    [410, "behaviour.correct/1", { details: { count: 3 } }, "s2"], [420, "behaviour.retract/1", {}, "s1"],
    [430, "behaviour.use_strategy/1", { strategy: "x", at: iso(BEGAN + 430_000) }],
    [440, "behaviour.give_token/1", { count: 2 }], [450, "behaviour.exchange/1", { reinforcer: "r", cost: 1 }],
    [2, ...seen("rate", { count: 1 }, 2)],
  );
  assert.equal(tokens(visit), 1);
  const undo = undoable(visit, { now: BEGAN + 460_000 }).map((act) => [act.id, act.undo.kind, act.undo.details]);
  const again = { target: named.count, measure: "count", details: { count: 1 }, happened_at: iso(BEGAN + 1000) };
  assert.deepEqual(undo, [
    ["s6", "behaviour.give_token/1", { count: -2 }],
    ["s5", "behaviour.use_strategy/1", { strategy: "x", at: iso(BEGAN + 430_000), undone: true }],
    ["s4", "behaviour.record/1", again],
    ["s3", "behaviour.correct/1", { details: { count: 2 }, happened_at: iso(BEGAN + 400_000) }],
  ]);
  assert.deepEqual(faults(visit, { id: "n", kind: "behaviour.record/1", on: "s0", details: { ...again, target: "none" } })[0].code, "behaviour.fault.no_such_target");
  const early = { ...again, happened_at: iso(BEGAN + 900_000) };
  const ahead = { id: "n", kind: "behaviour.record/1", on: "s0", details: early };
  assert.deepEqual(faults(visit, ahead, { now: BEGAN }).map((one) => one.code), ["behaviour.fault.in_the_future"]);
  assert.deepEqual(faults(visit, ahead), []);
});
