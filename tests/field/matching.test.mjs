import assert from "node:assert/strict";
import test from "node:test";

import { automaton, fits } from "../../web/questionnaires/matching.js";
import { Cannot } from "../../web/questionnaires/patterns.js";
import { vectors } from "./known.mjs";

const all = vectors("patterns.json");

test("there are enough patterns", () => assert.ok(all.length > 60));

for (const known of all) {
  test(`pattern ${known.pattern.slice(0, 30)}`, () => {
    if (known.cannot) assert.throws(() => automaton(known.pattern), (why) => why instanceof Cannot && why.message === known.cannot);
    else assert.equal(fits(known.text, known.pattern), known.fits);
  });
}

test("what others never finish is done", () => assert.equal(fits("a".repeat(5000), "(a+)+b"), false));
