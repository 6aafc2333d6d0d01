import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { typed } from "../../web/questionnaires/typed.js";
import { vectors } from "./known.mjs";

const files = readdirSync(new URL("../vectors/typing/", import.meta.url)).filter((name) => name.endsWith(".json"));

test("there are enough questionnaires", () => assert.ok(files.length >= 3));

for (const file of files) {
  const { asked, ...cases } = vectors(`typing/${file}`);
  for (const [name, { before, fields, answers, raw, wrong }] of Object.entries(cases)) {
    test(`typing/${file}: ${name}`, () => {
      const found = typed(asked, (field) => fields[field] ?? [], { before, zone: "America/New_York" });
      assert.deepEqual(found.answers, answers);
      assert.deepEqual(found.raw, raw);
      assert.deepEqual(found.wrong, wrong);
    });
  }
}
