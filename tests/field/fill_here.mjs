/* What the device makes of answers to forms: reads {name: {asked, answers, context}} and writes {name: what it finds}. */
import { readFileSync } from "node:fs";

import { missing, unsound } from "../../web/questionnaires/answering.js";
import { filled } from "../../web/questionnaires/filling.js";
import { ready } from "../../web/questionnaires/paths.js";

await ready();
const forms = JSON.parse(readFileSync(0, "utf-8"));
const made = Object.entries(forms).map(([name, { asked, answers, context }]) => {
  const found = filled(asked, answers, context);
  return [name, { unsound: unsound(asked, answers), response: found.response, missing: missing(asked, found), settled: found.settled }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(made)));
