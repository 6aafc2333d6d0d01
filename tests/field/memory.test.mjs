/* What the app remembers of a crisis, as the note of its visit is drafted from it. */
import assert from "node:assert/strict";
import test from "node:test";

import { remembered, take } from "../../web/field/app/memory.js";
import { blank, begunElsewhere } from "../../web/field/rules/visit.js";
import { reference } from "./known.mjs";

const [CLIENT, SESSION, CRISIS, STAFF] = [1, 2, 3, 4].map((n) => `0199bbbb-0000-7000-8000-00000000000${n}`);
const at = (minute) => new Date(Date.UTC(2026, 8, 14, 19, minute)).toISOString();
const start = { id: SESSION, kind: "sessions.start/1", on: CLIENT, at: at(0), details: { zone: "America/New_York", began_at: at(0) } };
const begin = (details, on = CLIENT) => ({ id: CRISIS, kind: "incidents.begin/1", on, at: at(5), details: { began_at: at(5), ...details } });
const close = { id: `${CRISIS}9`, kind: "incidents.close/1", on: CRISIS, at: at(9), details: { closed_at: at(9) } };
const known = { id: CRISIS, began_at: Date.UTC(2026, 8, 14, 19, 5) };

const memory = (operations) => remembered({ pack: null, operations, local: {}, layouts: {}, staff: STAFF });
const crises = (found) => found.visits.get(SESSION).crises;

test("a crisis of the visit is known to it, with its end", () => {
  const found = memory([start, begin({ session: SESSION })]);
  assert.deepEqual(crises(found), [{ ...known, closed_at: null }]);
  take(found, close);
  assert.deepEqual(crises(found), [{ ...known, closed_at: Date.UTC(2026, 8, 14, 19, 9) }]);
  assert.deepEqual(crises(memory([start, begin({ session: SESSION }), close])), crises(found), "read anew it is the same");
});

test("one of no visit, or of another, is not", () => {
  assert.deepEqual(crises(memory([start, begin({}), close])), []);
  assert.deepEqual(crises(memory([start, begin({ session: CLIENT }), close])), []);
});

test("one that began while locked belongs to the visit when that is said", () => {
  const about = { id: `${CRISIS}8`, kind: "incidents.about/1", on: CRISIS, at: at(7), details: { client: CLIENT, session: SESSION } };
  assert.deepEqual(crises(memory([start, begin({}, STAFF), about, close])), [{ ...known, closed_at: Date.UTC(2026, 8, 14, 19, 9) }]);
});

test("a session that goes on here knows of a crisis of before", () => {
  const section = { id: SESSION, client: CLIENT, began_at: at(0), zone: "America/New_York", recorded: [begin({ session: SESSION }), close] };
  const visit = begunElsewhere(blank({ reference }), section);
  assert.deepEqual(visit.crises, [{ ...known, closed_at: Date.UTC(2026, 8, 14, 19, 9) }]);
});
