import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { missing, unsound } from "../../web/questionnaires/answering.js";
import { begun, filled } from "../../web/questionnaires/filling.js";
import { ready } from "../../web/questionnaires/paths.js";
import { vectors } from "./known.mjs";

await ready();
const files = readdirSync(new URL("../vectors/asking/", import.meta.url)).filter((name) => name.endsWith(".json"));
const places = (off) => off.map((place) => JSON.stringify(place)).sort();

test("there are enough questionnaires", () => assert.ok(files.length >= 4));

for (const file of files) {
  const { asked, ...cases } = vectors(`asking/${file}`);
  for (const [name, known] of Object.entries(cases)) {
    test(`asking/${file}: ${name}`, () => {
      if (known.begun) return assert.deepEqual(begun(asked, known.context), known.begun);
      assert.deepEqual(unsound(asked, known.answers), known.unsound);
      if (known.unsound.length) return;
      const found = filled(asked, known.answers, known.context);
      assert.deepEqual(found.response, known.response);
      assert.deepEqual(places(found.off), places(known.off));
      assert.deepEqual(found.failed, known.failed);
      assert.equal(found.settled, known.settled);
      assert.deepEqual(missing(asked, found), known.missing);
    });
  }
}
