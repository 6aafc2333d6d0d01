/* One sentence for one target, by its measure: counts with their span, lengths, intervals, trials with prompts
   (alongside/notes/rules/measured.py). */
import { counted, lengths, numbers, ofTarget, rate, scored, sum, total } from "./observed.js";
import { clockTime, length, said, sentence } from "./said.js";

const OUTCOMES = ["correct", "prompted", "incorrect", "silent"];

/** What was recorded of this target. A behavior belongs to what was seen, a skill to the response. */
export function measured(facts, target) {
  const values = {
    name: target.name, count: total(target), first: clockTime(target.seen[0].at), last: clockTime(target.seen.at(-1).at),
    length: length(facts.ended_at - facts.began_at), rate: rate(facts, target),
  };
  const role = target.kind === "behaviour" ? "behavior" : "response";
  return sentence(role, SAYS[target.measure](target, values), ofTarget(facts, target));
}

/* Rows counted; a time between two that was never taken leaves the count alone. */
function countedTimes(target, values) {
  if (!total(target)) return said("notes.draft.none_seen", values);
  const measure = ["rate", "product"].includes(target.measure) ? target.measure : "count";
  return said(`notes.draft.${measure}${span(target.seen.length > 1)}`, values);
}

function timed(target, values) {
  const taken = lengths(target);
  if (target.measure === "duration" && !taken.some(Boolean)) return said("notes.draft.none_seen", values);
  if (!taken.length) return countedTimes(target, values);
  return said(`notes.draft.${target.measure}${span(taken.length > 1)}`, {
    ...values, count: taken.length, total: length(sum(taken)), shortest: length(Math.min(...taken)),
    longest: length(Math.max(...taken)),
  });
}

function intervals(target, values) {
  const each = length(target.seen[0].details.length * 1000);
  return said(`notes.draft.${target.measure}`, { ...values, scored: scored(target), count: target.seen.length, each });
}

function trials(target, values) {
  const went = new Map([...counted(target, "outcome")].map(([name, n]) => [OUTCOMES.includes(name) ? name : "silent", n]));
  const parts = OUTCOMES.filter((code) => went.has(code)).map((code) => said(`notes.draft.outcome.${code}`, { count: went.get(code) }));
  const levels = [...counted(target, "prompt")].map(([level, count]) => said("notes.draft.level", { level, count }));
  const all = { ...values, count: target.seen.length, parts };
  if (!levels.length) return said(`notes.draft.${target.measure}`, all);
  return said(`notes.draft.${target.measure}_prompts`, { ...all, levels });
}

function scaled(detail) {
  return (target, values) => {
    const points = numbers(target, detail);
    const [least, most] = [Math.min(...points), Math.max(...points)];
    return said(`notes.draft.${target.measure}${span(least !== most)}`, { ...values, count: points.length, least, most });
  };
}

function span(wide) {
  return wide ? "_span" : "";
}

const SAYS = {
  count: countedTimes, rate: countedTimes, product: countedTimes, duration: timed, latency: timed, irt: timed,
  partial_interval: intervals, whole_interval: intervals, momentary: intervals, trial: trials,
  trials_to_criterion: trials, task_analysis: trials, magnitude: scaled("level"), rating: scaled("score"),
  reported: scaled("value"),
};
