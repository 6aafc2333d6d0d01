/* What surrounds the targets: strategies used, who was there, where the plan was left; words that are checked as they are kept. */
import { fault } from "./details.js";
import { happenedFaults } from "./sessions.js";
import { faultIn, folded, settled } from "./text.js";
import { moment } from "./times.js";

const MOMENTS = ["before", "during", "after"];

/** Words as they are kept. */
export function wordsOf(text) {
  return settled(text, true);
}

/** What stands against a use of the plan, a presence, or a change to the plan. */
export function reasonFaults(visit, entry, now) {
  if (!visit.session) return [fault("not_here", "session")];
  return FAULTS[entry.kind](visit, entry.details, now);
}

/** Strategies that were used and not taken back, in the plan's order of moments: {strategy, text, moment, times, first_at, ids}. */
export function used(visit) {
  const uses = new Map();
  for (const use of [...visit.uses].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (!uses.has(use.strategy)) uses.set(use.strategy, []);
    if (use.undone) uses.get(use.strategy).pop();
    else uses.get(use.strategy).push(use);
  }
  const lines = new Map((visit.strategies ?? []).map((line) => [line.id, line]));
  return [...uses].filter(([, some]) => some.length).map(([strategy, some]) => ({
    strategy, text: lines.get(strategy)?.text ?? "", moment: lines.get(strategy)?.moment ?? "during", times: some.length,
    first_at: some[0].at, ids: some.map((use) => use.id),
  })).sort((a, b) => MOMENTS.indexOf(a.moment) - MOMENTS.indexOf(b.moment) || a.first_at - b.first_at);
}

/** Who is here as it stands: the newest word about each. */
export function present(visit) {
  const newest = new Map();
  for (const one of visit.presences) newest.set(folded(one.who), one);
  return [...newest.values()].filter((one) => !one.undone);
}

/** Where the plan was not followed to the letter, in the order of time. */
export function departures(visit) {
  return [...visit.deviations].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Tokens that somebody has now: given, less what was taken back and what was exchanged. */
export function tokens(visit) {
  const given = visit.tokens.reduce((sum, one) => sum + one.count, 0);
  return given - visit.exchanges.reduce((sum, one) => sum + one.cost, 0);
}

function useFaults(visit, details, now) {
  if (visit.strategies && !visit.strategies.some((line) => line.id === details.strategy)) {
    return [fault("behaviour.fault.no_such_strategy", "strategy")];
  }
  return happenedFaults(moment(details.at), { beganAt: visit.session.began_at, now, limits: visit.reference.visits });
}

function presenceFaults(visit, details) {
  const who = wordsOf(details.who);
  const wrong = faultIn(who, { most: 200, lines: true, field: "who" });
  if (wrong) return [wrong];
  return who ? [] : [fault("sessions.fault.nobody", "who")];
}

function deviationFaults(visit, details) {
  const words = ["what", "reason"].map((name) => [name, wordsOf(details[name])]);
  const missing = words.filter(([, text]) => !text).map(([name]) => fault("behaviour.fault.missing", name));
  const wrong = words.map(([field, text]) => faultIn(text, { most: 1000, lines: true, field })).filter(Boolean);
  if (missing.length || wrong.length) return [...missing, ...wrong];
  const known = !details.strategy || !visit.strategies || visit.strategies.some((line) => line.id === details.strategy);
  return known ? [] : [fault("behaviour.fault.no_such_strategy", "strategy")];
}

const FAULTS = {
  "behaviour.use_strategy/1": useFaults, "sessions.note_presence/1": presenceFaults, "behaviour.deviate/1": deviationFaults,
};
