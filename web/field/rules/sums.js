/* What observations add up to: exact running sums, and the value that follows from them (alongside/behaviour/rules/sums.py). */
import { exact, near, plain, ZERO } from "./decimal.js";
import { rounded } from "./numbers.js";

/** Nothing yet: standing observations, the exact sum of what they add, how many of them added to it. */
export const NOTHING = Object.freeze({ n: 0, numerator: ZERO, records: 0 });

/** Two sums together. */
export function plus(a, b) {
  return { n: a.n + b.n, numerator: a.numerator + b.numerator, records: a.records + b.records };
}

/** What one standing observation adds. A trial or a step adds one where it was done without a prompt. */
export function adds(definition, details) {
  const name = definition.adds;
  const amount = name === "own" ? details.outcome === "correct" : details[name];
  if (amount === undefined || amount === null) return { n: 1, numerator: ZERO, records: 0 };
  return { n: 1, numerator: exact(Number(amount)), records: 1 };
}

/** What rows of {at (ms), details}, in the order they happened, add up to. */
export function total(definition, settings, rows, beganAt) {
  if (definition.ordered === "irt") return irt(rows, beganAt);
  if (definition.ordered) return criterion(rows, settings.in_a_row ?? 3);
  return rows.reduce((sum, row) => plus(sum, adds(definition, row.details)), NOTHING);
}

/** What the sum is divided by: null for a plain total, the records that added, or the session's hours. */
export function divisor(definition, sum, hours) {
  return { one: null, records: sum.records, hours }[definition.over];
}

/** sum * times / (per * divisor); null with nothing observed, or while the divisor is unknown or zero. */
export function value(definition, sum, hours) {
  const by = divisor(definition, sum, hours);
  if (sum.n === 0 || (definition.over !== "one" && !by)) return null;
  return (near(sum.numerator) * (definition.times ?? 1)) / ((definition.per ?? 1) * (by || 1));
}

/** A sum as the server keeps it: n, numerator (plain decimal text), denominator, value. */
export function tally(definition, sum, hours) {
  return {
    n: sum.n, numerator: plain(sum.numerator), denominator: divisor(definition, sum, hours),
    value: value(definition, sum, hours),
  };
}

/* Inter-response times: as stated, otherwise from one onset to the next (milliseconds kept). */
function irt(rows, beganAt) {
  let [sum, before] = [NOTHING, null];
  for (const { at, details } of rows) {
    const since = (at - beganAt) / 1000;
    const gap = details.seconds ?? (before === null ? null : rounded(since - before, 3));
    sum = plus(sum, gap === null ? { n: 1, numerator: ZERO, records: 0 } : { n: 1, numerator: exact(gap), records: 1 });
    before = since;
  }
  return sum;
}

/* Trials until `inARow` in a row were first done without a prompt. Not yet met: nothing is added. */
function criterion(rows, inARow) {
  let row = 0;
  for (const [n, { details }] of rows.entries()) {
    row = details.outcome === "correct" ? row + 1 : 0;
    if (row >= Math.max(1, inARow)) return { n: rows.length, numerator: exact(n + 1), records: 1 };
  }
  return { n: rows.length, numerator: ZERO, records: 0 };
}
