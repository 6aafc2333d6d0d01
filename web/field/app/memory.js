/* What this person did and has here, put together from the pack and from the operations kept on the device. Nothing is decided here. */
import { after, begunElsewhere, blank, read } from "../rules/visit.js";
import { moment } from "../rules/times.js";
import { indexed } from "./indexed.js";

const OF_A_SESSION = ["behaviour.", "sessions.", "living.", "skills.", "timer.", "watch."];

/** Everything afresh: `pack`, own `operations` in order, `local` events by session, `layouts` by session, whose device it is;
    `packed`: the number up to which the pack knows one's own. */
export function remembered({ pack, operations, local, layouts, staff, packed = 0 }) {
  const memory = { staff, index: indexed(pack), visits: new Map(), of: new Map(), seen: new Set(), notes: new Map(), crises: new Map(), watch: null, layouts, packed: new Set(operations.filter(({ seq }) => seq <= packed).map(({ id }) => id)) };
  for (const section of memory.index.sessions) elsewhere(memory, section);
  const events = Object.entries(local).flatMap(([session, some]) => some.map((entry) => ({ ...entry, on: session })));
  const entries = [...operations, ...events].sort((a, b) => moment(a.at) - moment(b.at) || (a.seq ?? 0) - (b.seq ?? 0));
  const waiting = new Map();
  for (const entry of entries) {
    OF_A_SESSION.some((kind) => entry.kind.startsWith(kind)) && entry.kind !== "sessions.start/1" ? gather(memory, waiting, entry) : take(memory, entry);
    unwatched(memory, entry);
  }
  for (const [session, some] of waiting) memory.visits.set(session, read(memory.visits.get(session), some));
  return memory;
}

/* All of one visit are read at once: a day's work is there in a blink. */
function gather(memory, waiting, entry) {
  const id = sessionOf(memory, entry);
  if (!id) return;
  memory.of.set(entry.id, id);
  memory.seen.add(nameOf(entry));
  waiting.set(id, [...(waiting.get(id) ?? []), entry]);
}

/** One more entry, just kept; once, whoever tells it. */
export function take(memory, entry) {
  const once = nameOf(entry);
  if (memory.seen.has(once)) return;
  memory.seen.add(once);
  const name = entry.kind.split(".")[0];
  if (entry.kind === "sessions.start/1") begin(memory, entry);
  else if (OF_A_SESSION.some((kind) => entry.kind.startsWith(kind))) (visited(memory, entry), unwatched(memory, entry));
  else if (name === "notes") paper(memory, entry);
  else if (name === "incidents") crisis(memory, entry);
  else if (name === "safety") watched(memory, entry);
}

/* A timer is stopped under the id with which it was started. */
const nameOf = ({ id, kind }) => `${kind} ${id}`;

/** The session that an entry belongs to. */
export const sessionOf = (memory, entry) => (memory.visits.has(entry.on) ? entry.on : memory.of.get(entry.on));

function begin(memory, entry) {
  const known = memory.visits.get(entry.id);
  if (known?.session) return;
  const visit = after(blankFor(memory, entry.on, entry.id), entry);
  visit.session.staff = memory.staff;
  memory.visits.set(entry.id, visit);
}

function elsewhere(memory, section) {
  const visit = begunElsewhere(blankFor(memory, section.client, section.id), section);
  memory.visits.set(section.id, visit);
  for (const one of section.recorded ?? []) {
    memory.of.set(one.id, section.id);
    memory.packed.add(one.id);
  }
}

/* With the pack's targets; without a pack, with the shapes that were kept when the visit began: numbers, no words. */
function blankFor(memory, client, session) {
  const known = memory.index.clients.get(client);
  const layout = memory.layouts[session];
  return blank({ reference: memory.index.reference ?? layout?.reference ?? { measures: { measure: {} }, visits: {} }, targets: known?.targets?.targets ?? layout?.targets ?? [], strategies: known?.strategies?.strategies ?? null });
}

function visited(memory, entry) {
  const id = sessionOf(memory, entry);
  if (!id) return;
  memory.of.set(entry.id, id);
  memory.visits.set(id, after(memory.visits.get(id), entry));
}

function paper(memory, entry) {
  const { details } = entry;
  if (entry.kind === "notes.draft/1") memory.notes.set(entry.on, { id: entry.id, session: entry.on, document: details.document, body: details.body, saved: 1, signed: null });
  const note = [...memory.notes.values()].find((one) => one.id === entry.on);
  if (entry.kind === "notes.save/1" && note) Object.assign(note, { body: details.body, saved: details.based_on + 1 });
  if (entry.kind === "notes.sign/1" && note) note.signed = { at: details.signed_at, digest: details.digest };
}

function crisis(memory, entry) {
  const { details } = entry;
  if (entry.kind === "incidents.begin/1") memory.crises.set(entry.id, { id: entry.id, began_at: details.began_at, client: entry.on === memory.staff ? null : entry.on, session: details.session ?? null, lines: [], closed: null });
  const running = memory.crises.get(entry.on);
  if (entry.kind === "incidents.mark/1" && running) running.lines.push({ code: details.line, at: details.at, words: details.words ?? "" });
  if (entry.kind === "incidents.about/1" && running) Object.assign(running, { client: details.client, session: details.session ?? running.session });
  if (entry.kind === "incidents.close/1" && running) running.closed = details.closed_at;
  ofItsVisit(memory, entry);
}

/* The note of a visit says that there was a crisis, and when. */
function ofItsVisit(memory, entry) {
  const { id, session, began_at } = memory.crises.get(entry.kind === "incidents.begin/1" ? entry.id : entry.on) ?? {};
  if (!memory.visits.has(session)) return;
  const begun = { id, kind: "incidents.begin/1", on: entry.on, at: entry.at, details: { session, began_at } };
  const told = entry.kind === "incidents.about/1" ? begun : entry;
  memory.visits.set(session, after(memory.visits.get(session), told));
}

/* The end of a session ends its watch. */
function unwatched(memory, { kind, on }) {
  if (kind === "sessions.end/1" && memory.watch?.session === on) memory.watch = null;
}

function watched(memory, entry) {
  if (entry.kind === "safety.watch/1") memory.watch = { id: entry.id, session: entry.on, due_at: entry.details.due_at };
  if (entry.kind === "safety.check_in/1") memory.watch = entry.details.due_at ? { ...memory.watch, due_at: entry.details.due_at } : null;
}
