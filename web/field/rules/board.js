/* A running visit as its pages need it: a line a target with its tally, its rows and its timer; what an undo would be. */
import { measures } from "./measures.js";
import { standing, stands } from "./rows.js";
import { tally as kept, total } from "./sums.js";
import { byCharacters, folded } from "./text.js";
import { rounded } from "./numbers.js";
import { hours } from "./visit.js";

const MINUTE = 60_000;
const TIMED = ["duration", "latency"];
export const ZERO = { count: { count: 0 }, rate: { count: 0 }, duration: { seconds: 0 } };
const WATCHED = ["partial_interval", "whole_interval", "momentary"];

/** The tally of one target as the server keeps it: {n, numerator, denominator, value, records}. */
export function tally(visit, target, { measure = visit.targets.get(target).measure, second = false } = {}) {
  return tallied(visit, visit.targets.get(target), measure, standing(visit, { second, target, measure }));
}

/** Every target on one observer's side, the pinned ones first: its tally, rows in force and `timer` ({id, began_at} or null). */
export function lines(visit, { second = false } = {}) {
  const rows = standing(visit, { second });
  return [...visit.targets.values()].sort(byPage).map((target) => lineOf(visit, target, rows, second));
}

/** One line of `lines`. */
export function line(visit, target, { second = false } = {}) {
  return lineOf(visit, visit.targets.get(target), standing(visit, { second, target }), second);
}

/** The ABC records in force, in the order in which they happened. */
export function sequences(visit, { second = false } = {}) {
  return standing(visit, { second, measure: "abc" });
}

/** Counted and timed targets of which nothing was recorded: were they watched for? `ZERO` has what "not seen" records. */
export function silent(visit, { second = false } = {}) {
  return lines(visit, { second }).filter((one) => one.measure in ZERO && !one.rows.length && !one.timer);
}

/** What stopping a timer records: the operation's id is the timer's. Seconds to one decimal. */
export function stopped(timer, at, { second = false } = {}) {
  const seconds = Math.max(0, rounded((at - timer.began_at) / 1000, 1));
  const details = { target: timer.target, details: { seconds }, happened_at: new Date(timer.began_at).toISOString() };
  return { id: timer.id, kind: "behaviour.record/1", details: second ? { ...details, second } : details };
}

/** What the end of the session records first: timers that run are stopped with it; watches simply end. */
export function stoppedAtTheEnd(visit, endedAt, options) {
  const timed = [...visit.timers.values()].filter((timer) => TIMED.includes(visit.targets.get(timer.target).measure));
  return timed.map((timer) => stopped(timer, endedAt, options));
}

/** Whether a target is timed with a timer, or watched in intervals. */
export function isTimed(measure) {
  return TIMED.includes(measure) || WATCHED.includes(measure);
}

/** Intervals that are over since the watch began and have no answer yet, oldest first. */
export function unanswered(one, now) {
  if (!one.timer) return [];
  const length = one.settings.interval_length ?? 15;
  const answered = new Set(one.rows.map((row) => row.details.interval));
  const first = one.rows.filter((row) => row.at < one.timer.began_at).reduce((most, row) => Math.max(most, row.details.interval), 0);
  const over = Math.floor((now - one.timer.began_at) / 1000 / length);
  return Array.from({ length: Math.max(0, over) }, (_, n) => first + n + 1).filter((n) => !answered.has(n));
}

/** Acts of the last minutes that can be undone, the newest first: {id, kind, at, undo: {kind, on, details}}. */
export function undoable(visit, { now, within = 5 * MINUTE }) {
  const recent = visit.acts.filter((act) => act.at >= now - within);
  return recent.map((act) => ({ ...act, undo: undoing(visit, act) })).filter((act) => act.undo).reverse();
}

/** The operation that undoes an act: what was seen is taken back, a correction returns to what was said before. Or null. */
export function undoing(visit, act) {
  return UNDOES[act.kind]?.(visit, act) ?? null;
}

function tallied(visit, target, measure, rows) {
  const definition = measures(visit.reference)[measure];
  const sum = total(definition, target.settings ?? {}, rows, visit.session.began_at);
  return { ...kept(definition, sum, hours(visit)), records: sum.records };
}

function lineOf(visit, target, rows, second) {
  const mine = rows.filter((row) => row.target === target.id && row.measure === target.measure);
  const timer = visit.timers.get(target.id) ?? null;
  const { n, numerator, denominator, value } = tallied(visit, target, target.measure, mine);
  return {
    ...target, settings: target.settings ?? {}, screen_name: target.screen_name || target.name, n, value,
    numerator: Number(numerator), records: denominator ?? 0, rows: mine, timer,
  };
}

function byPage(a, b) {
  const unpinned = Number(!a.pinned) - Number(!b.pinned);
  return unpinned || a.pinned - b.pinned || byCharacters(folded(a.name), folded(b.name));
}

function takeBack(visit, { id }) {
  return stands(visit, visit.rows.get(id)) ? { kind: "behaviour.retract/1", on: id, details: {} } : null;
}

function returnTo(visit, { id }) {
  const row = visit.rows.get(id);
  if (!stands(visit, row)) return null;
  const { details, at } = visit.rows.get(row.follows);
  return { kind: "behaviour.correct/1", on: id, details: { details, happened_at: new Date(at).toISOString() } };
}

function bringBack(visit, { on }) {
  const { target, measure, details, at, second } = visit.rows.get(on);
  const again = { target, measure, details, happened_at: new Date(at).toISOString() };
  return { kind: "behaviour.record/1", on: visit.session.id, details: second ? { ...again, second } : again };
}

function turnAbout(visit, { kind, on, at, details }) {
  return details.undone ? null : { kind, on, details: { ...details, undone: true } };
}

function giveBack(visit, { kind, on, details }) {
  return { kind, on, details: { ...details, count: -details.count } };
}

const UNDOES = {
  "behaviour.record/1": takeBack, "behaviour.correct/1": returnTo, "behaviour.retract/1": bringBack,
  "behaviour.use_strategy/1": turnAbout, "sessions.note_presence/1": turnAbout, "behaviour.give_token/1": giveBack,
};
