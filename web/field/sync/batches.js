/* What goes to the server together, and what is done on disk with its answer: each in one transaction. */
import { ofEnrolment } from "../store/rows.js";

const MOST_BYTES = 600_000; // sealed bytes of one batch: as JSON it stays under a megabyte

/**
 * The next operations of everybody on this device whom the server knows, in the order of each, with the keys they need,
 * and who left: `{rows, keys, left}`.
 */
export function nextBatch(database, limit) {
  return database.run(["outbox", "sequences", "keys", "people"], "readonly", async (table) => {
    const known = (await table("sequences").all()).filter(({ unknown }) => !unknown).map(({ enrolment }) => enrolment);
    const rows = [];
    for (const enrolment of known) {
      if (rows.length < limit) rows.push(...(await table("outbox").all(ofEnrolment(enrolment), limit - rows.length)));
    }
    const some = fitting(rows);
    const needed = new Set(some.map((row) => row.key));
    const keys = (await table("keys").all()).filter((key) => known.includes(key.enrolment) && (needed.has(key.id) || key.owed));
    const left = (await table("people").all()).filter((one) => one.left && !one.left.told && known.includes(one.enrolment));
    return { rows: some, keys, left };
  });
}

/** The oldest of those that the server holds, with the keys they need. */
export function heldBatch(database, limit) {
  return database.run(["handed", "keys"], "readonly", async (table) => {
    const rows = fitting((await table("handed").allBy("outcome", IDBKeyRange.only("held"))).slice(0, limit));
    const needed = new Set(rows.map((row) => row.key));
    return { rows, keys: (await table("keys").all()).filter((key) => needed.has(key.id)), left: [] };
  });
}

function fitting(rows) {
  let bytes = 0;
  return rows.filter((row, place) => (bytes += row.sealed.length + 200) <= MOST_BYTES || place === 0);
}

/**
 * Move what has a receipt out of the queue, remember which keys the server has, and take later receipts. Where the server
 * awaits a higher number (this device was put back from a copy), numbering goes on from there. Whom the server does not
 * name it does not know: nothing of theirs is sent until they have enrolled again.
 */
export function settle(database, { batch, settled, later, next, orders, state, now }) {
  const rows = new Map(batch.rows.map((row) => [row.id, row]));
  const awaited = new Map(next);
  return database.run(["outbox", "handed", "keys", "device", "sequences", "people"], "readwrite", async (table) => {
    for (const { id, outcome, reasons } of settled) {
      const row = rows.get(id);
      await table("outbox").remove([row.enrolment, row.seq]);
      await table("handed").put({ ...row, outcome, reasons, handed_at: now });
    }
    for (const { id, outcome, reasons } of later) {
      const [row] = await table("handed").allBy("id", IDBKeyRange.only(id));
      if (row) await table("handed").put({ ...row, outcome, reasons });
    }
    for (const sent of batch.keys.filter(({ enrolment }) => awaited.has(enrolment))) {
      const key = await table("keys").get(sent.id);
      if (key) await table("keys").put({ ...key, handed: true, owed: !sent.signature && Boolean(key.signature) });
    }
    for (const row of await table("sequences").all()) {
      const unknown = !awaited.has(row.enrolment);
      const number = Math.max(row.next, awaited.get(row.enrolment) ?? 0);
      if (number !== row.next || unknown !== Boolean(row.unknown)) await table("sequences").put({ ...row, next: number, unknown });
    }
    for (const person of (await table("people").all()).filter(({ left }) => left)) {
      const told = !awaited.has(person.enrolment) || orders.some(({ enrolment }) => enrolment === person.enrolment);
      await table("people").put({ ...person, left: { ...person.left, told } });
    }
    const identity = await table("device").get("identity");
    if (identity) await table("device").put({ ...identity, epoch: state.epoch, seen: state.seen, unknown: false });
  });
}

/** The server does not know this device, or its token. */
export function unknownHere(database) {
  return database.run(["device"], "readwrite", async (table) => {
    const identity = await table("device").get("identity");
    if (identity) await table("device").put({ ...identity, unknown: true });
  });
}

/** The server was put back: what it had taken goes into the queue again, but the rows that it has just taken. */
export function takeBack(database, rows) {
  const place = ({ enrolment, seq }) => `${enrolment}|${seq}`;
  const just = new Set(rows.map(place));
  return database.run(["outbox", "handed"], "readwrite", async (table) => {
    for (const { outcome, reasons, handed_at, ...row } of await table("handed").all()) {
      if (just.has(place(row))) continue;
      await table("outbox").put(row);
      await table("handed").remove([row.enrolment, row.seq]);
    }
  });
}
