import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { filled } from "../../web/questionnaires/filling.js";
import { ready } from "../../web/questionnaires/paths.js";
import { scored } from "../../web/questionnaires/scoring.js";
import { answeredBody, contextOf, lines, settledNodes } from "../../web/field/rules/answers.js";
import { digest } from "../../web/field/rules/sealing.js";
import { vectors } from "./known.mjs";

await ready();
const DOCUMENT = vectors("answered/phq-9.json").document;
const ABOUT = { title: "How it is", respondent: "parent", answered_by: "June “Bell”", taken_on: "2026-11-02" };
const files = readdirSync(new URL("../vectors/answered/", import.meta.url)).filter((name) => name.endsWith(".json"));

test("every instrument whose items may be shown is there", () => assert.ok(files.length >= 6));

for (const file of files) {
  const { document, form, paths, ...cases } = vectors(`answered/${file}`);
  test(`answered/${file}: scores, paths, body and digest`, async () => {
    const totals = new Set(), opens = new Set();
    for (const [name, known] of Object.entries(cases)) {
      const { response } = filled(form.asked, settledNodes(known.answers), {});
      assert.deepEqual(response, known.response, name);
      const found = scored(form.asked, form, response, paths);
      assert.deepEqual(found.scores, known.scores, name);
      assert.deepEqual(found.paths, known.paths, name);
      const body = answeredBody(ABOUT, form, response);
      assert.deepEqual(body, known.body, name);
      assert.equal(await digest({ document, number: 1, kind: "first", form: form.form, edition: "3", body }), known.digest, name);
      for (const one of found.scores) totals.add(one.total);
      opens.add(JSON.stringify(found.paths));
    }
    assert.ok(totals.size > 1 || opens.size > 10, "answers differ, and so do scores, or what they open");
  });
}

test("words in answers are settled, bytes are left", () => {
  const given = [{ linkId: "1", answer: [{ valueString: " a\u00a0\r\nb  " }, { valueAttachment: { title: " x ", data: " aa " } }] }];
  assert.deepEqual(settledNodes(given), [{ linkId: "1", answer: [{ valueString: "a\nb" }, { valueAttachment: { title: "x", data: " aa " } }] }]);
});

test("the client stands beside the answers only where the form asks for it", () => {
  const client = { id: "c", born: "2017-03-04", name: "Theo" };
  assert.deepEqual(contextOf({}, client), {});
  assert.deepEqual(contextOf({ context: { patient: { resourceType: "Patient" } } }, client), { patient: { resourceType: "Patient", id: "c", birthDate: "2017-03-04" } });
  assert.equal(DOCUMENT.length, 36);
});

test("what was answered is read line by line, below its groups", () => {
  const { form, "case 0": one } = vectors("answered/psc-17.json");
  const found = lines(form.asked.items, one.response);
  assert.equal(found.filter(({ group }) => group).length, 1);
  assert.ok(found.filter(({ group }) => !group).every(({ depth, answers }) => depth === 1 && answers.length === 1));
});
