/* What is left in memory while locked: shapes and numbers of what runs, no word of a plan, no name. */
import * as looks from "./looks.js";
import { indexed } from "./indexed.js";

const SHOWN = ["count", "timer"];

/** The pinned tiles of running sessions, without words. */
export function tilesWithoutWords(memory, now) {
  const running = [...memory.visits.keys()].map((id) => looks.sessionOf(memory, id)).filter((one) => !one.ended_at);
  return running.flatMap((session) =>
    looks.tilesOf(memory, session.id, { now }).filter((tile) => tile.pinned && SHOWN.includes(tile.kind)).map((tile) => ({ session: session.id, target: tile.target, kind: tile.kind, measure: tile.measure, count: tile.count, since: tile.since, timer: tile.line.timer?.id ?? null, second: session.second })),
  );
}

/** A memory that knows nobody: for whoever records while it is locked. */
export function nobody(staff, crises = new Map()) {
  const open = [...crises.values()].filter((one) => !one.closed).map((one) => [one.id, { ...one, client: null, lines: one.lines.map((line) => ({ ...line, words: "" })) }]);
  return { staff, index: indexed(null), visits: new Map(), of: new Map(), notes: new Map(), crises: new Map(open), watch: null, layouts: {} };
}

/** What one tap on such a tile records: an operation, or null where a timer only begins. */
export function tapWithoutWords(tile, now) {
  const second = tile.second ? { second: true } : {};
  const at = new Date(now).toISOString();
  if (tile.kind === "count") {
    tile.count += 1;
    return { kind: "behaviour.record/1", on: tile.session, details: { target: tile.target, details: tile.measure === "irt" ? {} : { count: 1 }, happened_at: at, ...second } };
  }
  if (!tile.since) {
    tile.since = at;
    return null;
  }
  const seconds = Math.max(0, Math.round((now - Date.parse(tile.since)) / 100) / 10);
  const made = { ...(tile.timer ? { id: tile.timer } : {}), kind: "behaviour.record/1", on: tile.session, details: { target: tile.target, details: { seconds }, happened_at: tile.since, ...second } };
  Object.assign(tile, { since: null, timer: null, count: tile.count + 1 });
  return made;
}
