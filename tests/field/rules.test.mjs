import assert from "node:assert/strict";
import test from "node:test";

import { checked, fits } from "../../web/field/rules/details.js";
import * as intervals from "../../web/field/rules/intervals.js";
import { arranged, edited, faults, written } from "../../web/field/rules/editing.js";
import { figures } from "../../web/field/rules/figures.js";
import { honest, unheldFigures, unheldWords } from "../../web/field/rules/honesty.js";
import { measures, payer } from "../../web/field/rules/measures.js";
import * as numbers from "../../web/field/rules/numbers.js";
import * as payers from "../../web/field/rules/payer.js";
import { filled } from "../../web/field/rules/say.js";
import * as sessions from "../../web/field/rules/sessions.js";
import * as text from "../../web/field/rules/text.js";
import * as times from "../../web/field/rules/times.js";
import { units } from "../../web/field/rules/units.js";
import { forbidden } from "../../web/field/rules/wording.js";
import { reference, say, vectors } from "./known.mjs";

function each(name, check) {
  test(name, () => {
    const cases = vectors(name);
    assert.ok(cases.length > 5);
    for (const one of cases) check(one);
  });
}

each("rules/say.json", (one) => {
  assert.equal(one.code ? say(one.code, one.values) : filled(one.text, one.values), one.is);
});

test("a code or a place that is not known is an error", () => {
  assert.throws(() => say("notes.draft.no_such"), RangeError);
  assert.throws(() => say("notes.draft.visit", {}), RangeError);
  assert.throws(() => say("notes.evidence.trial"), RangeError);
});

each("rules/numbers.json", ({ value, is, rounded, percent }) => {
  assert.deepEqual([numbers.number(value), ...[0, 1, 3].map((n) => numbers.number(value, n))], is, value);
  assert.deepEqual([0, 1, 3].map((n) => numbers.rounded(value, n) + 0), rounded.map((n) => n + 0), value);
  assert.equal(numbers.percent(value), percent);
});

each("rules/times.json", ({ at, later, zone, clock, seconds, date, span, days }) => {
  assert.equal(times.clock(at, zone, say), clock, `${at} ${zone}`);
  assert.equal(times.clock(at, zone, say, true), seconds);
  assert.equal(times.dayOf(at, zone), date);
  assert.equal(times.span(at, later, zone, say), span);
  for (const [form, said] of Object.entries(days)) assert.equal(times.day(date, say, form), said);
});

each("rules/lengths.json", ({ seconds, minutes, elapsed }) => {
  assert.equal(times.minutes(seconds, say), minutes);
  assert.deepEqual([times.elapsed(seconds), times.elapsed(seconds, true)], elapsed);
});

test("a moment without an offset is none", () => {
  assert.throws(() => times.moment("2026-11-19T20:30:00"), RangeError);
});

each("rules/texts.json", ({ text: given, lines, most, settled, fault }) => {
  assert.equal(text.settled(given, lines), settled);
  assert.deepEqual(text.faultIn(settled, { most, lines, field: "f" }), fault, JSON.stringify(given));
});

each("rules/details.json", ({ measure, given, kept, faults }) => {
  assert.deepEqual(checked(measures(reference)[measure], given), { kept, faults }, JSON.stringify([measure, given]));
});

each("rules/fits.json", ({ settings, details, faults }) => assert.deepEqual(fits(details, settings), faults));

each("rules/intervals.json", (one) => {
  assert.equal(intervals.number(one.measure, one.scored, one.elapsed, one.length), one.number);
  assert.equal(intervals.untilNext(one.elapsed, one.length), one.next);
});

each("rules/sessions.json", (one) => {
  const ms = (name) => one[name] && times.moment(one[name]);
  const [at, now, limits] = [ms("at"), ms("now"), reference.visits];
  assert.deepEqual(sessions.beginFaults(at, { now, limits }), one.begin);
  const ending = { plannedEnd: ms("planned"), earlyReason: one.reason, now, limits };
  assert.deepEqual(sessions.endFaults(ms("began"), at, ending), one.end);
  const within = { beganAt: ms("began"), endedAt: ms("ended"), now, limits };
  assert.deepEqual(sessions.happenedFaults(at, within), one.happened);
  const visit = { beginsAt: ms("began"), endsAt: ms("planned"), calledOff: one.called_off, endedAt: ms("ended"), now: at };
  assert.equal(sessions.standing(visit), one.standing);
});

each("rules/honesty.json", (one) => {
  const words = forbidden(reference);
  assert.deepEqual([...figures(one.text)].sort(), one.figures, one.text);
  assert.deepEqual(unheldFigures(one.text, one.held).sort(), one.unheld, one.text);
  assert.deepEqual(unheldWords(one.text, { quotes: one.held, forbidden: words }), one.words, one.text);
  assert.equal(honest(one.text, { held: one.held, forbidden: words }), one.honest);
});

each("rules/editing.json", ({ body, steps, arranged: under }) => {
  for (const { body: expected, written: own, faults: wrong, ...change } of steps) {
    body = edited(body, change);
    assert.deepEqual(body, expected);
    assert.deepEqual(written(body), own);
    assert.deepEqual(faults(body), wrong);
  }
  const found = arranged(body.sentences, reference.formats[body.format]);
  assert.deepEqual(found.map(([heading, some]) => [heading, some.map((one) => one.id)]), under);
});

each("rules/payers.json", ({ body, needs, payer: name, checked, faults: missing }) => {
  const found = payers.check(body, { needs, elements: reference.elements });
  assert.deepEqual(found, checked);
  assert.deepEqual(payers.faults(found, name), missing);
});

each("rules/editions.json", ({ payer: key, day, is }) => {
  const found = payer(reference, key, day);
  assert.deepEqual([found.payer, found.edition, found.units, found.needs], is);
});

each("rules/units.json", ({ policy, minutes, earlier, is }) => assert.equal(units(policy, minutes, earlier), is));
