/* What the observations of one target hold: counts, sums and times, as evidence for a sentence (alongside/notes/rules/observed.py). */
import { rounded } from "./numbers.js";
import { clockTime, evidence, length, said } from "./said.js";

const SCALES = { magnitude: [0, 4], rating: [0, 10] };

/** The rows of one target in this visit, and every number and time that they hold or add up to. */
export function ofTarget(facts, target) {
  const times = target.seen.map((seen) => seen.at);
  return evidence("observation", target.seen.map((seen) => seen.id), said(`notes.evidence.${target.measure}`, { count: total(target) }), {
    times: times.length > 1 ? [times[0], times.at(-1)] : times,
    holds: [target.name, length(facts.ended_at - facts.began_at), ...times.map(clockTime), ...held(facts, target)],
  });
}

/** How many times, items or rows: the sum of counts where the measure counts, else the number of rows. */
export function total(target) {
  return target.seen.reduce((sum, seen) => sum + Math.trunc(seen.details.count ?? 1), 0);
}

/** Times per hour of the visit, to one decimal. */
export function rate(facts, target) {
  const hours = (facts.ended_at - facts.began_at) / 1000 / 3600;
  return hours > 0 ? rounded(total(target) / hours, 1) : 0;
}

/** Lengths (ms) as they were taken; between responses, where none was taken, from each onset to the next. */
export function lengths(target) {
  const taken = numbers(target, "seconds").map((seconds) => Math.round(seconds * 1000));
  if (taken.length || target.measure !== "irt") return taken;
  return target.seen.slice(1).map((later, n) => later.at - target.seen[n].at);
}

/** The numeric detail `name` of each row that has it. */
export function numbers(target, name) {
  return target.seen.map((seen) => seen.details[name]).filter((value) => typeof value === "number");
}

/** How many trials or steps had which outcome or prompt level: a Map in the order of their first. */
export function counted(target, name) {
  const found = new Map();
  for (const { details } of target.seen) {
    if (details[name]) found.set(details[name], (found.get(details[name]) ?? 0) + 1);
  }
  return found;
}

/** How many intervals or looks were scored. */
export function scored(target) {
  return target.seen.filter((seen) => seen.details.scored).length;
}

/** The sum of lengths. */
export function sum(taken) {
  return taken.reduce((whole, one) => whole + one, 0);
}

function held(facts, target) {
  const taken = lengths(target);
  const [outcomes, prompts] = [counted(target, "outcome"), counted(target, "prompt")];
  return [
    target.seen.length, total(target), rate(facts, target),
    ...(taken.length ? [taken.length, ...[sum(taken), Math.min(...taken), Math.max(...taken)].map(length)] : []),
    ...numbers(target, "length").map((seconds) => length(seconds * 1000)),
    ...outcomes.values(), ...prompts.values(), ...prompts.keys(), scored(target), ...numbers(target, "level"),
    ...numbers(target, "score"), ...numbers(target, "value"), ...(SCALES[target.measure] ?? []),
  ];
}
