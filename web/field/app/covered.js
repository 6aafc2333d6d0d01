/* What is left in memory while locked: shapes and numbers of what runs, no word of a plan, no name. */
import { uuid7 } from "../core/uuid7.js";
import * as looks from "./looks.js";
import { indexed } from "./indexed.js";

const SHOWN = ["count", "timer"];

/** The pinned tiles of running sessions, without words. */
export function tilesWithoutWords(memory, now) {
  const running = [...memory.visits.keys()].map((id) => looks.sessionOf(memory, id)).filter((one) => !one.ended_at);
  return running.flatMap((session) => {
    const begun = [];
    return looks.tilesOf(memory, session.id, { now }).filter((tile) => tile.pinned && SHOWN.includes(tile.kind)).map((tile) => ({ session: session.id, target: tile.target, kind: tile.kind, measure: tile.measure, count: tile.count, since: tile.since, timer: tile.line.timer?.id ?? null, second: session.second, begun }));
  });
}

/** A memory that knows nobody: for whoever records while it is locked. */
export function nobody(staff, crises = new Map()) {
  const open = [...crises.values()].filter((one) => !one.closed).map((one) => [one.id, { ...one, client: null, lines: one.lines.map((line) => ({ ...line, words: "" })) }]);
  return { staff, index: indexed(null), visits: new Map(), of: new Map(), seen: new Set(), notes: new Map(), crises: new Map(open), watch: null, layouts: {}, packed: new Set() };
}

/** What one tap on such a tile comes to: `operation` to record, or `begun`, the timers begun in its visit since it was locked. */
export function tapWithoutWords(tile, now) {
  const second = tile.second ? { second: true } : {};
  const at = new Date(now).toISOString();
  if (tile.kind === "count") {
    tile.count += 1;
    return { operation: { kind: "behaviour.record/1", on: tile.session, details: { target: tile.target, details: tile.measure === "irt" ? {} : { count: 1 }, happened_at: at, ...second } } };
  }
  if (!tile.since) {
    Object.assign(tile, { since: at, timer: uuid7(now) });
    tile.begun.push({ id: tile.timer, at, kind: "timer.start", details: { target: tile.target } });
    return { begun: tile.begun };
  }
  const seconds = Math.max(0, Math.round((now - Date.parse(tile.since)) / 100) / 10);
  const made = { ...(tile.timer ? { id: tile.timer } : {}), kind: "behaviour.record/1", on: tile.session, details: { target: tile.target, details: { seconds }, happened_at: tile.since, ...second } };
  Object.assign(tile, { since: null, timer: null, count: tile.count + 1 });
  return { operation: made };
}

/** A session's own entries with the timers that were begun while it was locked; from then on they are among its own. */
export async function withCovered(device, session, entries) {
  const begun = (await device.kept(`covered:${session}`)) ?? [];
  if (!begun.length) return entries;
  const known = new Set(entries.map(({ id }) => id));
  const all = [...entries, ...begun.filter(({ id }) => !known.has(id))];
  await device.keep(`local:${session}`, all);
  await device.keep(`covered:${session}`, undefined);
  return all;
}
