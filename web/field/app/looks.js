/* What the pages ask of the memory: the day, a client, a session, its tiles, what was recorded. */
import { departures, present, tokens, used } from "../rules/around.js";
import { lines, sequences, silent } from "../rules/board.js";
import { measures } from "../rules/measures.js";
import { tile } from "../rules/tiles.js";
import { early } from "../rules/sessions.js";
import { clock, dayOf, sinceWhen } from "./moments.js";
import { known, say } from "./words.js";
import { sayer } from "../rules/say.js";

const OPEN = ["planned", "due", "running"];
const NOBODY = (id) => ({ id, name: say("field.app.client.title"), given: say("field.app.client.title"), mark: { pattern: 1, hue: 6 }, alerts: [], programmes: [], own_words: "", matters: "", strengths: "" });
const NEXT_TRIAL = 15; // seconds: a rhythm between discrete trials, no limit

export function clientOf(memory, id) {
  const body = memory.index.clients.get(id)?.client;
  return body ? { id, alerts: [], programmes: [], ...body } : NOBODY(id);
}

export function people(memory) {
  return [...memory.index.clients.keys()].map((id) => clientOf(memory, id)).sort((a, b) => a.name.localeCompare(b.name));
}

/** One session as a page shows it. */
export function sessionOf(memory, id) {
  const visit = memory.visits.get(id);
  const { session, ending } = visit;
  return { ...session, began_at: iso(session.began_at), ended_at: ending ? iso(ending.ended_at) : null, second: session.staff !== memory.staff };
}

/** Daily living as it can be kept: the activities that are practised with this client first. Null without a pack. */
export function livingOf(memory, client) {
  const all = memory.index.reference?.living;
  if (!all) return null;
  const practised = (memory.index.clients.get(client)?.living?.practised ?? []).filter((one) => all.activities.includes(one));
  return { ...all, activities: [...new Set([...practised, ...all.activities])] };
}

/** What may be used: what this client is taught, the rest of the library by families, and the words for how it went. */
export function techniquesOf(memory, client) {
  const { techniques = [], technique_words: said = { felt: [], went: [], families: [] } } = memory.index.reference ?? {};
  const chosen = memory.index.clients.get(client)?.techniques?.chosen ?? [];
  const others = techniques.filter(({ key }) => !chosen.some((one) => one.technique === key));
  return { chosen, felt: said.felt, went: said.went, families: said.families.map((family) => [family, others.filter((one) => one.family === family)]).filter(([, some]) => some.length) };
}

/** What was used in a visit, in time, and the probes that it answers. */
export function usedTechniques(memory, id) {
  const names = new Map((memory.index.reference?.techniques ?? []).map(({ key, name }) => [key, name]));
  return memory.visits.get(id).techniques.map((one) => ({ ...one, name: names.get(one.technique) ?? one.technique }));
}

export const probedIn = (memory, id) => new Set(memory.visits.get(id).probed.map(({ probe }) => probe));

/** Restrictive procedures that everybody still agrees to today. */
export function proceduresOf(memory, client, now) {
  const today = dayOf(now, memory.index.today.zone ?? undefined);
  return (memory.index.clients.get(client)?.procedures?.procedures ?? []).filter(({ until }) => until >= today);
}

/** One's own visits that are over and have no note, here or at the server. */
function unwritten(memory, sessions) {
  const noted = new Set([...memory.index.clients.values()].flatMap(({ note }) => note?.minutes_today ?? []).map(({ session }) => session));
  return sessions.filter((one) => one.ended_at && !one.second && !memory.notes.has(one.id) && !noted.has(one.id)).map((one) => ({ ...one, session: one.id }));
}

export function dayFor(memory, now) {
  const sessions = [...memory.visits.keys()].map((id) => sessionOf(memory, id));
  const begun = new Map(sessions.filter((one) => one.visit).map((one) => [one.visit, one]));
  const running = sessions.filter((one) => !one.ended_at && !one.second);
  const visits = memory.index.today.visits.map((one) => ({ ...one, standing: standing(one, begun.get(one.id)) })).sort((a, b) => a.begins_at.localeCompare(b.begins_at));
  const open = visits.filter((one) => OPEN.includes(one.standing) && one.standing !== "running");
  const day = (one) => dayOf(one.begins_at, one.zone);
  const today = dayOf(now, memory.index.today.zone ?? undefined);
  const soon = open.filter((one) => day(one) >= today || Date.parse(one.ends_at) > now);
  return {
    running, observing: sessions.filter((one) => !one.ended_at && one.second), next: soon[0] ?? null, later: soon.slice(1), done: visits.filter((one) => !OPEN.includes(one.standing) && day(one) === today),
    drafts: [...memory.notes.values()].filter((one) => !one.signed && memory.visits.has(one.session)).map((one) => ({ ...sessionOf(memory, one.session), session: one.session })).concat(unwritten(memory, sessions)), people: people(memory),
  };
}

/** The visit of today that is planned with a client, if one is: an unplanned one is begun only where none is. */
export function visitToday(memory, client, now) {
  const { next, later } = dayFor(memory, now);
  return [next, ...later].find((one) => one?.client === client && dayOf(one.begins_at, one.zone) === dayOf(now, one.zone)) ?? null;
}

function standing(visit, session) {
  if (!session) return visit.standing;
  return session.ended_at ? "kept" : "running";
}

/** The tiles of a session, the pinned ones first. */
export function tilesOf(memory, id, { now, just = null }) {
  const visit = memory.visits.get(id);
  const second = visit.session.staff !== memory.staff;
  const found = lines(visit, { second });
  const none = !found.some((one) => one.pinned);
  return found.map((line, n) => shown(visit, line, n, { now, just, pinned: none || Boolean(line.pinned) }));
}

function shown(visit, line, n, { now, just, pinned }) {
  const one = tile(line, { beganAt: visit.session.began_at, now, say: sayer(known()), just });
  const label = line.name ? line.screen_name : say("field.app.locked.tile", { number: n + 1 });
  const last = line.rows.at(-1);
  const next = ["trials", "steps"].includes(one.kind) && last && now - last.at < 2 * NEXT_TRIAL * 1000 ? iso(last.at + NEXT_TRIAL * 1000) : null;
  const ends = one.kind === "look" && line.timer ? iso(now + one.to_next * 1000) : null;
  return { results: [], prompts: [], left: 0, ...one, label, pinned, since: one.since ? iso(one.since) : null, next_at: ends ?? next, target_kind: line.kind, measure: line.measure, line };
}

export const presentOf = (memory, id) => present(memory.visits.get(id));
export const usedOf = (memory, id) => new Map(used(memory.visits.get(id)).map((line) => [line.strategy, line.times]));
export const helpedOf = (memory, id) => memory.visits.get(id).helps.map((one) => ({ ...one, at: iso(one.at) }));

/** Tokens of a client: what the pack knew, and what was given or exchanged here that it did not. Null where no menu is kept. */
export function tokensOf(memory, client) {
  const menu = memory.index.clients.get(client)?.reinforcers;
  if (!menu) return null;
  const later = (rows) => rows.filter(({ id }) => !memory.packed.has(id));
  const visits = [...memory.visits.values()].filter((visit) => visit.session.client === client);
  const since = visits.reduce((sum, { tokens: given, exchanges }) => sum + tokens({ tokens: later(given), exchanges: later(exchanges) }), 0);
  return { balance: (menu.tokens ?? 0) + since, menu: menu.menu ?? [] };
}

/** Every line of today's record, the newest first. */
export function rowsOf(memory, id) {
  const visit = memory.visits.get(id);
  const second = visit.session.staff !== memory.staff;
  const known_measures = measures(visit.reference);
  const seen = lines(visit, { second }).flatMap((line) => line.rows.map((row) => ({ row, label: line.screen_name, target: line })));
  const abc = sequences(visit, { second }).map((row) => ({ row, label: say("field.app.record.around"), target: null }));
  const observed = [...seen, ...abc].map(({ row, label }) => ({
    id: row.id, at: iso(row.at), label, said: detailed(row.details), icon: row.measure === "abc" ? "list" : "target", details: row.details, may_correct: true,
    fields: Object.entries(known_measures[row.measure]?.fields ?? {}).filter(([, field]) => field.kind !== "several").map(([name, field]) => ({ name, ...field })),
  }));
  const around = [
    ...departures(visit).map((one) => ({ id: one.id, at: iso(one.at), label: say("desk.record.otherwise"), said: one.what, icon: "pencil" })),
    ...visit.notices.map((one) => ({ id: one.id, at: iso(one.at), label: say("field.app.record.different"), said: [say(`behaviour.area.${one.area}`), one.words].filter(Boolean).join(": "), icon: "eye" })),
    ...present(visit).map((one) => ({ id: one.id, at: iso(one.at), label: say("field.app.present.title"), said: one.who, icon: "team" })),
  ];
  return [...observed, ...around].sort((a, b) => b.at.localeCompare(a.at));
}

function detailed(details) {
  const words = [];
  if ((details.count ?? 1) !== 1) words.push(String(details.count));
  if (details.seconds !== undefined) words.push(say("foundation.length.s", { n: details.seconds }));
  if (details.outcome) words.push([say(`desk.outcome.${details.outcome.replace(" ", "_")}`), details.prompt].filter(Boolean).join(", "));
  if (details.scored !== undefined) words.push(say(details.scored ? "desk.record.yes" : "desk.record.no"));
  for (const name of ["level", "score", "value"]) if (details[name] !== undefined) words.push(String(details[name]));
  if (details.antecedent && details.consequence) words.push([say(`desk.antecedent.${details.antecedent}`), say(`desk.consequence.${details.consequence}`)].join(" → "));
  return words.join(", ");
}

/** What ending comes to: targets not seen, timers that run, whether it is early. */
export function endingOf(memory, id, now) {
  const visit = memory.visits.get(id);
  const planned = memory.index.today.visits.find((one) => one.id === visit.session.visit)?.ends_at ?? null;
  const quiet = silent(visit).filter((line) => !line.timer).map((line) => ({ target: line.id, label: line.screen_name || line.name, measure: line.measure }));
  const running = lines(visit).filter((line) => line.timer && ["duration", "latency"].includes(line.measure)).map((line) => line.screen_name);
  const soon = planned && early(now, Date.parse(planned), visit.reference.visits);
  return { silent: quiet, running, early: Boolean(soon), planned_end: planned };
}

export const packWords = (memory) => (memory.index.made_at ? say("field.app.today.pack", { time: clock(memory.index.made_at), until: sinceWhen(memory.index.expires_at) }) : "");
const iso = (at) => new Date(at).toISOString();
