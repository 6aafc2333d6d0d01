/* What goes to the server together, and what is done on disk with its answer: each in one transaction. */
import { ofEnrolment } from "../store/rows.js";

const MOST_BYTES = 600_000; // sealed bytes of one batch: as JSON it stays under a megabyte

/** The next operations of everybody on this device, in the order of each, with the keys they need: `{rows, keys}`. */
export function nextBatch(database, limit) {
  return database.run(["outbox", "sequences", "keys"], "readonly", async (table) => {
    const rows = [];
    for (const { enrolment } of await table("sequences").all()) {
      if (rows.length < limit) rows.push(...(await table("outbox").all(ofEnrolment(enrolment), limit - rows.length)));
    }
    const some = fitting(rows);
    const needed = new Set(some.map((row) => row.key));
    const keys = (await table("keys").all()).filter((key) => needed.has(key.id) || key.owed);
    return { rows: some, keys };
  });
}

/** The oldest of those that the server holds, with the keys they need. */
export function heldBatch(database, limit) {
  return database.run(["handed", "keys"], "readonly", async (table) => {
    const rows = fitting((await table("handed").allBy("outcome", IDBKeyRange.only("held"))).slice(0, limit));
    const needed = new Set(rows.map((row) => row.key));
    return { rows, keys: (await table("keys").all()).filter((key) => needed.has(key.id)) };
  });
}

function fitting(rows) {
  let bytes = 0;
  return rows.filter((row, place) => (bytes += row.sealed.length + 200) <= MOST_BYTES || place === 0);
}

/**
 * Move what has a receipt out of the queue, remember which keys the server has, and take later receipts. Where the server
 * awaits a higher number (this device was put back from a copy), numbering goes on from there.
 */
export function settle(database, { batch, settled, later, next, epoch, now }) {
  const rows = new Map(batch.rows.map((row) => [row.id, row]));
  return database.run(["outbox", "handed", "keys", "device", "sequences"], "readwrite", async (table) => {
    for (const { id, outcome, reasons } of settled) {
      const row = rows.get(id);
      await table("outbox").remove([row.enrolment, row.seq]);
      await table("handed").put({ ...row, outcome, reasons, handed_at: now });
    }
    for (const { id, outcome, reasons } of later) {
      const [row] = await table("handed").allBy("id", IDBKeyRange.only(id));
      if (row) await table("handed").put({ ...row, outcome, reasons });
    }
    for (const sent of batch.keys) {
      const key = await table("keys").get(sent.id);
      if (key) await table("keys").put({ ...key, handed: true, owed: !sent.signature && Boolean(key.signature) });
    }
    for (const [enrolment, awaited] of next) {
      const sequence = await table("sequences").get(enrolment);
      if (sequence && sequence.next < awaited) await table("sequences").put({ ...sequence, next: awaited });
    }
    const identity = await table("device").get("identity");
    if (identity && epoch && identity.epoch !== epoch) await table("device").put({ ...identity, epoch });
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
