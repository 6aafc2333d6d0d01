/* The queue as a pure reducer: what is under way, what came of it, and when to try again. It never says that an
   operation may go unless a receipt for exactly that operation came in answer to the batch it was in. */
import { reading } from "./answers.js";

export const MOST_OPERATIONS = 200;
const LONGEST = 300; // seconds between tries

export const empty = {
  unsent: 0, sending: null, limit: MOST_OPERATIONS, failures: 0, until: 0, problem: null, epoch: null, seen: 0, build: null,
};

/**
 * One step: `{state, settled, orders, restored}`. Events:
 *   {type: "loaded", unsent, epoch, seen}      what the disk holds; `seen` is the turn that the server told last
 *   {type: "added"}                            one more is on disk
 *   {type: "sending", batch: [{id}]}           these are on the way
 *   {type: "answered", answer, now, random}    what came back (null: nothing); `random` from 0 to 1, `now` in milliseconds
 * `settled` are receipts of this batch alone: their operations leave the queue. `restored`: the server was put back to an
 * earlier state (it says so, or it counts a lower turn than it told), and what it took since then has to be handed in again. After receipts there are also `later` (receipts
 * for what was handed in before) and `next` (the number that the server awaits of each enrolment), `server` (its clock).
 */
export function step(state, event) {
  switch (event.type) {
    case "loaded":
      return still({ ...state, unsent: event.unsent, epoch: event.epoch ?? state.epoch, seen: event.seen ?? state.seen });
    case "added":
      return still({ ...state, unsent: state.unsent + 1 });
    case "sending":
      return still({ ...state, sending: event.batch.map(({ id }) => id) });
    case "answered":
      return answered(state, event);
    default:
      throw new TypeError(event.type);
  }
}

/** Whether a batch may be sent now: there is something, nothing is under way, and the wait is over. */
export const maySend = (state, now) => state.unsent > 0 && !state.sending && now >= state.until;

/** Seconds to wait after this many failures in a row, with a random factor from 0.5 to 1.5. */
export const pause = (failures, random) => Math.min(2 ** (failures - 1), LONGEST) * (0.5 + random);

const still = (state) => ({ state, settled: [], orders: [], restored: false });

function answered(state, { answer, now, random }) {
  const read = reading(answer);
  const open = { ...state, sending: null };
  if (read.means === "receipts") return received(open, read, new Set(state.sending), { now, random });
  if (read.means === "busy") {
    return still({ ...open, until: now + Math.min(read.seconds, 86_400) * 1000, problem: "busy" });
  }
  const tooMuch = read.means === "unreadable" || read.means === "too_much";
  if (tooMuch && (state.sending?.length ?? 0) > 1) {
    return still({ ...open, limit: Math.max(1, Math.floor(state.sending.length / 2)) });
  }
  return still(failed(open, read.means, { now, random }));
}

function received(open, read, sent, { now, random }) {
  const settled = read.receipts.filter(({ id }) => sent.delete(id));
  const later = read.receipts.filter((one) => !settled.includes(one));
  const known = {
    ...open,
    unsent: Math.max(0, open.unsent - settled.length),
    epoch: read.epoch ?? open.epoch,
    seen: read.turn ?? open.seen,
    build: read.build ?? open.build,
  };
  const another = open.epoch !== null && read.epoch !== null && read.epoch !== open.epoch;
  const restored = another || (read.turn !== null && read.turn < open.seen);
  const moved = settled.length > 0 || sent.size === 0;
  const state = moved
    ? { ...known, failures: 0, until: 0, problem: null, limit: Math.min(MOST_OPERATIONS, known.limit * 2) }
    : failed(known, "no_receipts", { now, random });
  return { state, settled, later, orders: read.orders, restored, next: read.next, server: read.now };
}

function failed(state, problem, { now, random }) {
  const failures = state.failures + 1;
  return { ...state, failures, problem, until: now + Math.round(pause(failures, random) * 1000) };
}
