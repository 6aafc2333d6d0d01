/* What a target's tile says (alongside/desk/visit/tiles.py). Screen names only. Moments in milliseconds. */
import { untilNext } from "./intervals.js";
import { number } from "./numbers.js";
import { minutes } from "./times.js";

const KINDS = {
  count: "count", rate: "count", irt: "count", duration: "timer", latency: "timer", partial_interval: "look",
  whole_interval: "look", momentary: "look", trial: "trials", trials_to_criterion: "trials", task_analysis: "steps",
  magnitude: "levels", rating: "levels", product: "amount", reported: "amount",
};
const RESULTS = { correct: "own", prompted: "prompted" }; // otherwise not yet
const TRIALS_IN_A_ROW = 10;
const FAIR = 5 * 60; // seconds: a rate of less than this swings with every tap

/** The tile of a line (board.js): {kind, target, label, count, said} and what its kind needs (`since`, `results`, `prompts`, ...).
    `beganAt`: of the session; `just`: the id of what was recorded last. */
export function tile(line, { beganAt, now, say, just = null }) {
  const kind = KINDS[line.measure];
  return {
    kind, target: line.id, label: line.screen_name, count: line.measure === "irt" ? line.n : Math.trunc(line.numerator),
    just: line.rows.some((row) => row.id === just), ...MAKERS[kind](line, { beganAt, now, say }),
  };
}

function counted(line, { beganAt, now, say }) {
  if (line.measure === "irt") return { said: sinceLast(line, now, say) };
  const watched = (now - beganAt) / 1000;
  if (watched < FAIR) return { said: say("desk.record.rate_later", { count: FAIR / 60 }) };
  return { said: say("desk.record.per_hour", { n: number(line.numerator / (watched / 3600), 1) }) };
}

function sinceLast(line, now, say) {
  if (!line.rows.length) return say("desk.record.none_yet");
  return say("desk.record.since_last", { time: minutes((now - line.rows.at(-1).at) / 1000, say) });
}

function timed(line, { now, say }) {
  const values = running(line, now);
  if (!line.rows.length) {
    const cue = line.settings.cue ?? "";
    return { ...values, said: cue ? say("desk.record.cue", { cue }) : say("desk.record.none_yet") };
  }
  if (line.measure === "latency") {
    const time = minutes(line.rows.at(-1).details.seconds, say);
    return { ...values, said: say("desk.record.last_time", { time, count: line.n }) };
  }
  return { ...values, said: say("desk.record.times_so_far", { count: line.n, time: minutes(line.numerator, say) }) };
}

function looked(line, { now, say }) {
  const [length, most] = [line.settings.interval_length ?? 15, line.settings.interval_count ?? 0];
  const said = say(`desk.looks.${line.measure}`, {
    length: minutes(length, say), yes: Math.trunc(line.numerator), count: Math.trunc(line.records),
  });
  if (!line.timer) return { said, length };
  const { elapsed, ...values } = running(line, now);
  return { said, ...values, length, to_next: untilNext(elapsed, length), step: Math.floor(elapsed / length) + 1, left: most };
}

function running(line, now) {
  if (!line.timer) return {};
  return { since: line.timer.began_at, timer: line.timer.id, elapsed: (now - line.timer.began_at) / 1000 };
}

function trials(line, { say }) {
  const results = line.rows.map(result);
  const own = results.filter((one) => one === "own").length;
  const shown = results.length % TRIALS_IN_A_ROW || (results.length ? TRIALS_IN_A_ROW : 0);
  return {
    said: say("desk.record.trials", { count: results.length, own }), results: shown ? results.slice(-shown) : [],
    left: TRIALS_IN_A_ROW - shown, prompts: (line.settings.prompts ?? []).slice(1),
  };
}

function result(row) {
  return RESULTS[row.details.outcome] ?? "not_yet";
}

function steps(line, { say }) {
  const names = line.settings.steps ?? [];
  const last = line.rows.at(-1)?.details.step ?? 0;
  const step = (last % Math.max(1, names.length)) + 1;
  const since = Math.max(0, line.rows.findLastIndex((row) => row.details.step === 1));
  const results = step === 1 ? [] : line.rows.slice(since).map(result);
  return {
    said: say("desk.record.steps", { step, count: names.length }), results, left: Math.max(0, names.length - results.length),
    step, step_name: names[step - 1] ?? "", prompts: (line.settings.prompts ?? []).slice(1),
  };
}

function levels(line, { say }) {
  const anchors = line.settings.anchors ?? [];
  const most = line.measure === "magnitude" ? 4 : 10;
  const anchor = (n) => (most === 4 ? anchors[n] : n % 5 === 0 ? anchors[n / 5] : "") ?? "";
  return { said: times(line, say), choices: Array.from({ length: most + 1 }, (_, n) => [n, anchor(n)]) };
}

function amount(line, { say }) {
  return { said: times(line, say) };
}

function times(line, say) {
  return say("desk.record.recorded", { count: line.n });
}

const MAKERS = { count: counted, timer: timed, look: looked, trials, steps, levels, amount };
