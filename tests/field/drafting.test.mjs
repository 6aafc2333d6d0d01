import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { canonical } from "../../web/field/core/canonical.js";
import { body } from "../../web/field/rules/drafting.js";
import { gathered } from "../../web/field/rules/facts.js";
import { digest } from "../../web/field/rules/sealing.js";
import { moment } from "../../web/field/rules/times.js";
import { blank, read } from "../../web/field/rules/visit.js";
import { reference, say, vectors } from "./known.mjs";

const files = readdirSync(new URL("../vectors/drafting/", import.meta.url)).filter((name) => name.endsWith(".json"));

function draft({ sections, planned, operations, now }) {
  const bodies = { client: sections["client/1"], reinforcers: sections["reinforcers/1"], note: sections["note/1"], places: sections["places/1"], reference };
  const { targets } = sections["targets/1"];
  const { strategies } = sections["strategies/1"];
  const visit = read(blank({ reference, targets, strategies }), operations);
  return body(gathered(visit, { sections: bodies, planned, now: moment(now) }), { say, reference });
}

test("there are enough visits", () => assert.ok(files.length >= 40));

for (const file of files) {
  test(`drafting/${file}`, async () => {
    const known = vectors(`drafting/${file}`);
    const drafted = draft(known);
    assert.deepEqual(drafted, known.body);
    assert.equal(canonical(drafted), canonical(known.body));
    const sealed = { document: known.document, number: 1, kind: "first", form: "progress_note", edition: reference.form_edition };
    assert.equal(await digest({ ...sealed, body: drafted }), known.digest);
    assert.notEqual(await digest({ ...sealed, number: 2, body: drafted }), known.digest);
  });
}
