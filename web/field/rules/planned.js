/* What the plan said and what was done of it: objectives addressed, strategies used, deviations, the next visit
   (alongside/notes/rules/planned.py). */
import { clockTime, date, evidence, quote, said, sentence } from "./said.js";
import { dayOf } from "./times.js";

/** The objectives in force whose target was recorded in this visit. */
export function addressed(facts) {
  const seen = new Set(facts.targets.filter((target) => target.seen.length).map((target) => target.id));
  return facts.objectives.filter((one) => seen.has(one.target)).map((one) => objective(facts, one));
}

/** Strategies in the plan's order, then deviations in the order of time. */
export function done(facts) {
  const left = [...facts.deviated].sort((a, b) => a.at - b.at);
  return [...facts.used.map((one) => used(facts, one)), ...left.map(deviated)];
}

/** When the next visit is planned, on the day in the zone of this one. */
export function ahead(facts, { id, at }) {
  const values = { day: date(dayOf(at, facts.zone)), at: clockTime(at) };
  const rests = evidence("visit", [id], said("notes.evidence.visit"), { times: [at], holds: [values.day, values.at] });
  return sentence("plan", said("notes.draft.next", values), rests);
}

function objective(facts, { id, number, text }) {
  const values = { number, text: quote(text) };
  return sentence("objective", said("notes.draft.objective", values), evidence("plan", [id], label(facts), { holds: [number, quote(text)] }));
}

function used(facts, { line, text, first_at: first, uses }) {
  const values = { text: quote(text), count: uses.length, first: clockTime(first) };
  const ofPlan = evidence("plan", [line], label(facts), { holds: [quote(text)] });
  const ofUse = evidence("strategy", uses, said("notes.evidence.strategy", { count: uses.length }), {
    times: [first], holds: [uses.length, clockTime(first)],
  });
  return sentence("intervention", said("notes.draft.used", values), ofPlan, ofUse);
}

function deviated({ id, at, what, reason }) {
  const values = { at: clockTime(at), what: quote(what), reason: quote(reason) };
  const rests = evidence("strategy", [id], said("notes.evidence.deviation"), { times: [at], holds: Object.values(values) });
  return sentence("intervention", said("notes.draft.deviated", values), rests);
}

function label(facts) {
  return facts.plan === null ? said("notes.evidence.plan") : said("notes.evidence.plan_version", { number: facts.plan });
}
