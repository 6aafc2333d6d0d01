/* The state of a visit: a pure reducer over operations (docs/field-protocol.md section 7) and what happens on the device alone.

   Kept on the device alone: `timer.start` {target}, `watch.start` {target} (intervals), and `timer.stop` or `timer.drop`
   {timer}, which end either. A timer ends as well when an observation has its id: stopping it is that one operation. */
import { checkedRow, happened, retracted, setRight } from "./rows.js";
import { fault } from "./details.js";
import { moment } from "./times.js";
import { reasonFaults, wordsOf } from "./around.js";
import { techniqueFaults } from "./techniques.js";

/** A visit that has not begun. `targets`, `strategies`: those sections of its client; `reference`: the section reference/1. */
export function blank({ reference, targets = [], strategies = null }) {
  return {
    reference, targets: new Map(targets.map((target) => [target.id, target])), strategies, session: null, ending: null,
    rows: new Map(), followed: new Map(), slots: new Map(), timers: new Map(), uses: [], presences: [], deviations: [],
    notices: [], tokens: [], exchanges: [], helps: [], techniques: [], probed: [], crises: [], verified: [], acts: [], passed: [],
    done: new Set(),
  };
}

/** The visit after one more entry. What the server would not carry out changes nothing and stands in `passed`. */
export function after(visit, entry) {
  return read(visit, [entry]);
}

/** The visit after many entries, in their order. */
export function read(visit, entries) {
  const draft = copied(visit);
  for (const entry of entries) step(draft, entry);
  return draft;
}

/** A session that was begun elsewhere (section session/1), with what was recorded there. */
export function begunElsewhere(visit, section) {
  const { recorded = [], ...session } = section;
  const draft = copied(visit);
  draft.session = { ...session, began_at: moment(session.began_at) };
  return read(draft, recorded);
}

/** Faults that stand against an entry now; with `now` (ms) also a moment in the future. */
export function faults(visit, entry, { now = null } = {}) {
  return (CHECKS[entry.kind] ?? nothing)(visit, entry, now);
}

/** Hours from begin to end; null while the session runs. */
export function hours(visit) {
  return visit.ending ? (visit.ending.ended_at - visit.session.began_at) / 1000 / 3600 : null;
}

function step(draft, entry) {
  if (!Object.hasOwn(ACTS, entry.kind) || draft.done.has(`${entry.kind} ${entry.id}`)) return;
  draft.done.add(`${entry.kind} ${entry.id}`);
  const found = faults(draft, entry);
  if (found.length) {
    draft.passed.push({ id: entry.id, kind: entry.kind, faults: found });
    return;
  }
  ACTS[entry.kind](draft, entry);
  draft.acts.push({ id: entry.id, kind: entry.kind, on: entry.on, at: moment(entry.at), details: entry.details });
}

function copied(visit) {
  const draft = { ...visit };
  for (const name of ["rows", "followed", "slots", "timers"]) draft[name] = new Map(visit[name]);
  for (const name of KEPT) draft[name] = [...visit[name]];
  draft.done = new Set(visit.done);
  return draft;
}

const KEPT = [
  "uses", "presences", "deviations", "notices", "tokens", "exchanges", "helps", "techniques", "probed", "crises", "verified", "acts", "passed",
];

/* What each entry changes. */

function start(draft, { id, on, details }) {
  draft.session = { ...details, id, client: on, began_at: moment(details.began_at) };
}

function end(draft, { id, details }) {
  draft.ending = { id, ended_at: moment(details.ended_at), early_reason: wordsOf(details.early_reason ?? "") };
  draft.timers.clear();
}

function record(draft, entry) {
  const { row } = checkedRow(draft, entry);
  happened(draft, row);
  const timer = draft.timers.get(row.target);
  if (timer?.id === row.id) draft.timers.delete(row.target);
}

function run(draft, { id, at, details }) {
  if (!draft.timers.has(details.target)) {
    draft.timers.set(details.target, { id, target: details.target, began_at: moment(at) });
  }
}

function let_go(draft, { details }) {
  for (const [target, timer] of draft.timers) if (timer.id === details.timer) draft.timers.delete(target);
}

function use(draft, { id, details }) {
  draft.uses.push({ id, strategy: details.strategy, undone: details.undone ?? false, at: moment(details.at) });
}

function presence(draft, { id, at, details }) {
  const { took_part = false, undone = false } = details;
  draft.presences.push({ id, who: wordsOf(details.who), took_part, undone, at: moment(at) });
}

function deviate(draft, { id, at, details }) {
  const [what, reason] = [wordsOf(details.what), wordsOf(details.reason)];
  draft.deviations.push({ id, at: moment(at), what, reason, strategy: details.strategy ?? null });
}

/* Of a crisis a visit knows that it was, from when to when. */
function crisis(draft, { id, details }) {
  if (details.session === draft.session.id) draft.crises.push({ id, began_at: moment(details.began_at), closed_at: null });
}

function over(draft, { on, details }) {
  draft.crises = draft.crises.map((one) => (one.id === on ? { ...one, closed_at: one.closed_at ?? moment(details.closed_at) } : one));
}

function into(name) {
  return (draft, { id, at, details }) => draft[name].push({ id, at: moment(at), ...details });
}

const ACTS = {
  "sessions.start/1": start, "sessions.end/1": end, "sessions.verify/1": into("verified"),
  "sessions.note_presence/1": presence, "behaviour.record/1": record, "behaviour.correct/1": setRight,
  "behaviour.retract/1": retracted, "behaviour.use_strategy/1": use, "behaviour.deviate/1": deviate,
  "behaviour.notice/1": into("notices"), "behaviour.give_token/1": into("tokens"),
  "behaviour.exchange/1": into("exchanges"), "living.help/1": into("helps"),
  "skills.use_technique/1": into("techniques"), "skills.probe/1": into("probed"),
  "incidents.begin/1": crisis, "incidents.close/1": over, "timer.start": run, "watch.start": run,
  "timer.stop": let_go, "timer.drop": let_go,
};

/* What stands against each entry. */

function nothing() {
  return [];
}

function runs(visit, entry) {
  return visit.session ? [] : [fault("not_here", "session")];
}

function startFaults(visit) {
  return visit.session ? [fault("sessions.fault.begun_otherwise")] : [];
}

function endingFaults(visit, entry) {
  if (!visit.session) return runs(visit, entry);
  return visit.ending ? [fault("sessions.fault.ended_already", "ended_at")] : [];
}

function recordFaults(visit, entry, now) {
  return visit.session ? checkedRow(visit, entry, now).faults : runs(visit, entry);
}

function timerFaults(visit, { details }) {
  if (!visit.session || visit.ending) return [fault("behaviour.fault.session_over")];
  return visit.targets.has(details.target) ? [] : [fault("behaviour.fault.no_such_target", "target")];
}

const CHECKS = {
  "sessions.start/1": startFaults, "sessions.end/1": endingFaults, "sessions.verify/1": runs, "incidents.begin/1": runs,
  "behaviour.record/1": recordFaults, "behaviour.correct/1": recordFaults, "behaviour.retract/1": recordFaults,
  "sessions.note_presence/1": reasonFaults, "behaviour.use_strategy/1": reasonFaults,
  "behaviour.deviate/1": reasonFaults, "skills.use_technique/1": techniqueFaults, "skills.probe/1": runs, "timer.start": timerFaults, "watch.start": timerFaults,
};
