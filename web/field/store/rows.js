/* Reading and writing the rows of operations. */

const FOREVER = Number.MAX_SAFE_INTEGER;
export const WEEK = 7 * 86_400_000; // milliseconds
const MONTH = 30 * 86_400_000;

/** Every operation of an enrolment. */
export const ofEnrolment = (enrolment) => IDBKeyRange.bound([enrolment, 0], [enrolment, FOREVER]);

/**
 * Put one sealed operation on disk with its number: five requests at most, however long the queue. Gives `written`, or
 * the number that is next when another tab took this one. `key` is the row of its outbox key where that is not on disk yet.
 */
export function writeOperation(database, { row, key, seen }) {
  return database.run(["outbox", "sequences", "keys"], "readwrite", async (table) => {
    const sequence = await table("sequences").get(row.enrolment);
    if (!sequence) return { gone: true };
    if (sequence.next !== row.seq) {
      const there = await table("outbox").get([row.enrolment, row.seq]);
      return there?.id === row.id ? { written: true } : { next: sequence.next };
    }
    if (key) await table("keys").put(key);
    await table("outbox").add(row);
    await table("sequences").put({ ...sequence, next: row.seq + 1, seen: Math.max(sequence.seen ?? 0, seen) });
    return { written: true };
  });
}

/** How many wait, the first of each enrolment, and `stuck`: how many of them the server would not take, by enrolment. */
export function waiting(database) {
  return database.run(["outbox", "sequences"], "readonly", async (table) => {
    const [first, stuck] = [[], new Map()];
    for (const { enrolment, unknown } of await table("sequences").all()) {
      first.push(...(await table("outbox").all(ofEnrolment(enrolment), 1)));
      if (unknown) stuck.set(enrolment, await table("outbox").count(ofEnrolment(enrolment)));
    }
    return { count: await table("outbox").count(), first, stuck };
  });
}

/** Whether anything is kept that the server once took. */
export function keepsTaken(database) {
  return database.run(["handed"], "readonly", async (table) => (await table("handed").count()) > 0);
}

/** What was recorded by one enrolment, in order, with the outbox keys it is under. */
export function recorded(database, enrolment) {
  return database.run(["outbox", "handed", "keys"], "readonly", async (table) => {
    const rows = [
      ...(await table("handed").all(ofEnrolment(enrolment))),
      ...(await table("outbox").all(ofEnrolment(enrolment))),
    ];
    const keys = (await table("keys").all()).filter((key) => key.enrolment === enrolment);
    return { rows: rows.sort((one, other) => one.seq - other.seq), keys };
  });
}

/** Forget what the server has carried out a week ago, what it keeps itself for a month, and keys that open nothing any more. */
export function trim(database, now) {
  return database.run(["outbox", "handed", "keys", "kept"], "readwrite", async (table) => {
    for (const row of await table("handed").allBy("handed_at", IDBKeyRange.upperBound(now - WEEK))) {
      if (row.outcome === "done" || row.handed_at < now - MONTH) await table("handed").remove([row.enrolment, row.seq]);
    }
    const old = (await table("keys").all()).filter((key) => !key.owed && Date.parse(key.made_at) < now - MONTH);
    if (!old.length) return;
    const used = new Set();
    for (const store of ["outbox", "handed", "kept"]) for (const row of await table(store).all()) used.add(row.key);
    for (const key of old) if (!used.has(key.id)) await table("keys").remove(key.id);
  });
}
