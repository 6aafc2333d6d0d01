/* Gathering what a note is drafted from: the visit's rows, and the sections of the pack (alongside/notes/facts.py). */
import { departures, present, used } from "./around.js";
import { beside } from "./beside.js";
import { payer } from "./measures.js";
import { standing } from "./rows.js";
import { byCharacters, settled } from "./text.js";
import { dayOf, moment, utc } from "./times.js";
import { units } from "./units.js";

const ABC = "abc";

/** One visit, gathered: {facts, head, format, payer, day}; null while it runs.

    `sections`: the bodies {client, note, places, reference, reinforcers}; `planned`: its visit of today/1, if it has one; `now` (ms);
    `drafted`: notes of this client that were made here, [{session, day, service_code, minutes}]; the pack may know them too. */
export function gathered(visit, { sections, planned = null, now, drafted = [] }) {
  if (!visit.ending) return null;
  const where = place(visit.session, sections.places, planned);
  const day = dayOf(visit.session.began_at, visit.session.zone);
  const asks = payer(sections.reference, where.programme.payer, day);
  const facts = { ...factsOf(visit, sections, where, now), ...beside(visit, sections, day) };
  const head = headOf(facts, sections, { where, day, asks, drafted });
  return { facts, head, format: where.programme.note_format, payer: asks, day };
}

function factsOf(visit, { client, note }, where, now) {
  const { session, ending } = visit;
  const rows = standing(visit);
  return {
    session: session.id, client: { given: client.given, pronouns: client.pronouns ?? "" }, began_at: session.began_at,
    ended_at: ending.ended_at, zone: session.zone, place: where.shown, early_reason: ending.early_reason,
    plan: note.plan_number ?? null, present: present(visit), targets: targetsOf(visit, rows), abc: sequencesOf(visit, rows),
    used: used(visit).map((one) => ({ line: one.strategy, text: one.text, first_at: one.first_at, uses: one.ids })),
    deviated: departures(visit), objectives: note.objectives, next: following(note, Math.max(ending.ended_at, now)),
  };
}

/* Targets with rows in force, in the order of the recording page. */
function targetsOf(visit, rows) {
  const seen = (target) => rows.filter((row) => row.target === target.id && row.measure !== ABC);
  const found = [...visit.targets.values()].map((target) => ({
    id: target.id, name: target.name, kind: target.kind, measure: target.measure, pinned: target.pinned || 999,
    seen: seen(target).map(({ id, at, details }) => ({ id, at, details })),
  }));
  return found.filter((target) => target.seen.length)
    .sort((a, b) => a.pinned - b.pinned || byCharacters(a.name, b.name) || byCharacters(a.measure, b.measure));
}

function sequencesOf(visit, rows) {
  const abc = rows.filter((row) => row.measure === ABC);
  return abc.map(({ id, at, target, details }) => ({ id, at, details, name: visit.targets.get(target).name }));
}

function following({ coming = [] }, after) {
  const found = coming.map(({ id, at }) => ({ id, at: moment(at) })).find(({ at }) => at > after);
  return found ?? null;
}

/* Where the visit was and for which program: as it was begun, else as it was planned. */
function place(session, { programmes, sites }, planned) {
  const site = sites.find((one) => one.id === (session.site || planned?.site));
  const programme = programmes.find((one) => one.id === (session.programme || planned?.programme));
  const words = settled(session.place || planned?.place || "", true);
  return { shown: site?.name || words, code: site?.place_of_service ?? "99", programme };
}

function headOf(facts, { client, note }, { where, day, asks, drafted }) {
  const { programme } = where;
  const minutes = Math.floor((facts.ended_at - facts.began_at) / 60_000);
  const earlier = minutesBefore(facts, [...drafted, ...(note.minutes_today ?? [])], { day, service: programme.service_code });
  return {
    client_name: client.name, legal_name: client.legal_name, given: client.given, identifier: client.identifier,
    born: client.born ?? "", diagnosis: client.diagnosis, service_day: day, began_at: utc(facts.began_at),
    ended_at: utc(facts.ended_at), zone: facts.zone, minutes, units: units(asks.units, minutes, earlier),
    units_policy: asks.units, place: where.shown, place_code: where.code, programme: programme.name,
    service_code: programme.service_code, modality: "1:1", payer: asks.payer, payer_edition: asks.edition,
  };
}

/* Minutes of the same service that other notes of this client have on this day, each session once. */
function minutesBefore(facts, notes, { day, service }) {
  const same = notes.filter((one) => one.day === day && one.service_code === service && one.session !== facts.session);
  return [...new Map(same.map((one, n) => [one.session ?? n, one.minutes])).values()].reduce((sum, minutes) => sum + minutes, 0);
}
