/* What the pages show at all times: what waits, what was held, who is here, until when things may be read. */
import { lease } from "../core/lease.js";
import { moment } from "../core/moments.js";
import { madeAt } from "../core/uuid7.js";
import { waiting } from "../store/rows.js";

/** Reads counts from disk: `{unsent, stuck, oldest, held}`. What somebody set aside is decided: it is not held any more. */
export async function counted(database) {
  const { count, first, stuck } = await waiting(database);
  const held = await database.run(["handed"], "readonly", (table) => table("handed").allBy("outcome", IDBKeyRange.only("held")));
  return {
    unsent: count,
    stuck,
    oldest: first.length ? Math.min(...first.map(({ id }) => madeAt(id))) : null,
    held: held.filter(({ reasons }) => reasons?.[0]?.code !== "set_aside").map(({ id, enrolment, reasons, handed_at }) => ({ id, enrolment, reasons, at: moment(handed_at) })),
  };
}

/** The status as the pages get it. */
export function status(device) {
  const { queue, me, identity, people } = device;
  const ends = me ? me.ends : (people.find((one) => one.enrolment === device.last)?.ends ?? null);
  const open = lease({ ends, seen: device.seen, now: device.now() });
  return {
    unsent: {
      count: queue.unsent,
      oldest: queue.unsent && device.oldest !== null ? moment(device.oldest) : null,
      problem: queue.problem,
      again: again(device),
      next_try: queue.until > device.now() ? moment(queue.until) : null,
    },
    held: device.held,
    locked: me === null,
    enrolled: people.length > 0,
    last: device.last,
    who: me && { enrolment: me.enrolment, ...me.told.staff, agency: me.told.agency },
    lease: { ends: open.ends === null ? null : moment(open.ends), over: open.over },
    disk: { ...device.disk },
    app: device.app,
    build: device.build,
    server_build: queue.build,
    device: identity?.device ?? null,
    others: device.others,
  };
}

/* Whom the server does not know any more, of those who can still be enrolled again, and what is in the way. */
function again({ identity, people, stuck, me, join }) {
  const forgotten = people.filter(({ enrolment }) => identity?.unknown || stuck.has(enrolment));
  if (!forgotten.length) return null;
  const mine = me && forgotten.find(({ enrolment }) => enrolment === me.enrolment);
  return { code: mine ? (join ?? "no_signal") : "locked", who: (mine ?? forgotten[0]).initials };
}
