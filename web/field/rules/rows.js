/* Observations as rows of a stream: checked, put in, corrected by a successor, taken back (alongside/behaviour/recording.py). */
import { checked, fault, fits } from "./details.js";
import { measures } from "./measures.js";
import { happenedFaults } from "./sessions.js";
import { faultIn, lengthOf, settled } from "./text.js";
import { moment } from "./times.js";

const ABC = "abc";

/** What an operation makes: {row, faults}. The row follows another where the operation corrects or retracts. */
export function checkedRow(visit, entry, now = null) {
  return MAKERS[entry.kind](visit, entry, now);
}

/** A row that was seen stands in the stream from now on. */
export function happened(draft, row) {
  draft.rows.set(row.id, row);
  const slot = slotOf(draft, row);
  if (slot) draft.slots.set(slot, row.id);
}

/** A row that corrects another takes its place. */
export function setRight(draft, entry) {
  const { row } = checkedRow(draft, entry);
  leave(draft, row);
  happened(draft, row);
}

/** A row that takes another back. */
export function retracted(draft, entry) {
  const { row } = checkedRow(draft, entry);
  leave(draft, row);
  draft.rows.set(row.id, row);
}

/** Whether a row is in force: nothing follows it, and it takes nothing back. */
export function stands(visit, row) {
  return !row.retracts && !visit.followed.has(row.id);
}

/** Rows in force in the order in which they happened. */
export function standing(visit, { second = false, target = null, measure = null } = {}) {
  const found = [...visit.rows.values()].filter((row) =>
    row.second === second && stands(visit, row) && (target === null || row.target === target) &&
    (measure === null || row.measure === measure));
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function seen(visit, { id, details: given }, now) {
  const target = visit.targets.get(given.target);
  if (!target) return { row: null, faults: [fault("behaviour.fault.no_such_target", "target")] };
  const second = given.second ?? false;
  if (second && visit.ending) return { row: null, faults: [fault("behaviour.fault.second_after_the_end")] };
  const row = {
    id, target: target.id, measure: given.measure || target.measure, at: moment(given.happened_at), second, follows: null,
    retracts: false, reason: "",
  };
  return weighed(visit, row, given.details, now);
}

function corrects(visit, { id, on, details: given }, now) {
  const { old, reason, faults } = before(visit, on, given);
  if (faults.length) return { row: null, faults };
  const at = given.happened_at ? moment(given.happened_at) : old.at;
  return weighed(visit, { ...old, id, at, follows: on, reason }, given.details, now);
}

function takesBack(visit, { id, on, details: given }) {
  const { old, reason, faults } = before(visit, on, given);
  if (faults.length) return { row: null, faults };
  return { row: { ...old, id, details: {}, follows: on, retracts: true, reason }, faults: standsStill(visit, old) };
}

const MAKERS = { "behaviour.record/1": seen, "behaviour.correct/1": corrects, "behaviour.retract/1": takesBack };

function weighed(visit, row, given, now) {
  const definition = measures(visit.reference)[row.measure];
  if (!definition) return { row: null, faults: [fault("behaviour.fault.no_such_measure", "measure")] };
  const target = visit.targets.get(row.target);
  const { kept, faults } = checked(definition, given);
  const all = [...faults, ...(row.measure === ABC ? [] : fits(kept, target.settings ?? {}))];
  if (![target.measure, ABC].includes(row.measure)) all.push(fault("behaviour.fault.other_measure", "measure"));
  all.push(...happenedFaults(row.at, {
    beganAt: visit.session.began_at, endedAt: visit.ending?.ended_at ?? null, now, limits: visit.reference.visits,
  }));
  const made = { ...row, details: kept };
  if (!all.length && row.follows) all.push(...standsStill(visit, visit.rows.get(row.follows)));
  if (!all.length) all.push(...scoredAlready(visit, made));
  return { row: made, faults: all };
}

/* The row to be followed, and the reason, which is needed after the session. */
function before(visit, on, given) {
  const old = visit.rows.get(on);
  if (!old) return { faults: [fault("not_here", "observation")] };
  const reason = settled(given.reason ?? "", true);
  if (visit.ending && lengthOf(reason) < visit.reference.visits.fewest_reason_letters) {
    return { faults: [fault("behaviour.fault.why", "reason")] };
  }
  const wrong = faultIn(reason, { most: 500, lines: true, field: "reason" });
  return { old, reason, faults: wrong ? [wrong] : [] };
}

function standsStill(visit, old) {
  return stands(visit, old) ? [] : [fault("behaviour.fault.followed_already")];
}

/* Measures that score each interval only once. */
function scoredAlready(visit, row) {
  const taken = visit.slots.get(slotOf(visit, row));
  if (taken === undefined || taken === row.follows) return [];
  const name = measures(visit.reference)[row.measure].once;
  return [fault("behaviour.fault.scored_already", name, { number: row.details[name] })];
}

function slotOf(visit, row) {
  const name = measures(visit.reference)[row.measure].once;
  return name && name in row.details ? [row.target, row.measure, row.second, row.details[name]].join(" ") : null;
}

function leave(draft, row) {
  const old = draft.rows.get(row.follows);
  const slot = slotOf(draft, old);
  if (slot) draft.slots.delete(slot);
  draft.followed.set(old.id, row.id);
}
