/* From a tapped tile to the details of an observation (alongside/desk/visit/taps.py). */
import { fault } from "./details.js";
import { number } from "./intervals.js";

/** {details, faults} for a line (board.js) and what was tapped: `seen` (true or false), `result`, `prompt`, `step`, `level`, `amount`.
    `at` in milliseconds. */
export function tapped(line, sent, at) {
  return DETAILS[line.measure](line, sent, at);
}

function one() {
  return kept({ count: 1 });
}

function nothing() {
  return kept({});
}

function seconds(line, sent) {
  return kept({ seconds: sent.amount });
}

/* Which interval is meant follows from when the watch began; a second watch goes on counting after the first. */
function interval(line, sent, at) {
  if (!line.timer) return { details: {}, faults: [fault("desk.fault.not_watching", "target")] };
  const length = line.settings.interval_length ?? 15;
  const elapsed = Math.max(0, (at - line.timer.began_at) / 1000);
  const earlier = line.rows.filter((row) => row.at < line.timer.began_at).map((row) => row.details.interval);
  return kept({ interval: Math.max(0, ...earlier) + number(line.measure, sent.seen, elapsed, length), scored: sent.seen, length });
}

function trial(line, sent) {
  return kept(sent.prompt ? { outcome: "prompted", prompt: sent.prompt } : { outcome: sent.result });
}

function step(line, sent) {
  return kept({ step: sent.step, ...trial(line, sent).details });
}

function level(line, sent) {
  return kept({ [line.measure === "magnitude" ? "level" : "score"]: sent.level });
}

function amount(line, sent) {
  return kept({ [line.measure === "product" ? "count" : "value"]: sent.amount });
}

function kept(details) {
  return { details, faults: [] };
}

const DETAILS = {
  count: one, rate: one, irt: nothing, duration: seconds, latency: seconds, partial_interval: interval,
  whole_interval: interval, momentary: interval, trial, trials_to_criterion: trial, task_analysis: step,
  magnitude: level, rating: level, product: amount, reported: amount,
};
