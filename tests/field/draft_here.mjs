/* Reads {reference, words, client, note, places, targets, strategies, planned, operations, now} and says what the device makes of it:
   tallies of both sides, and the body of the note. Run by the tests of pytest. */
import { body } from "../../web/field/rules/drafting.js";
import { gathered } from "../../web/field/rules/facts.js";
import { tally } from "../../web/field/rules/board.js";
import { standing } from "../../web/field/rules/rows.js";
import { sayer } from "../../web/field/rules/say.js";
import { moment } from "../../web/field/rules/times.js";
import { blank, read } from "../../web/field/rules/visit.js";

let told = "";
for await (const part of process.stdin) told += part;
process.stdout.write(JSON.stringify(JSON.parse(told).map(come)));

function come({ words, targets, strategies, planned, operations, now, ...sections }) {
  const { reference } = sections;
  const visit = read(blank({ reference, targets, strategies }), operations);
  const found = sections.note ? gathered(visit, { sections, planned, now: moment(now) }) : null;
  return {
    tallies: [...tallies(visit, false), ...tallies(visit, true)], passed: visit.passed,
    body: found && body(found, { say: sayer(words), reference }),
  };
}

function tallies(visit, second) {
  const sides = new Set(standing(visit, { second }).map((row) => `${row.target} ${row.measure}`));
  return [...sides].map((side) => side.split(" ")).map(([target, measure]) => {
    const { n, numerator, denominator, value } = tally(visit, target, { measure, second });
    return [target, measure, second, n, Number(numerator), denominator, value];
  });
}
