/* Handing in: batch after batch until nothing waits or something stands in the way. docs/field-protocol.md, section 4. */
import { readingsOf } from "../core/clocks.js";
import { moment } from "../core/moments.js";
import { empty, maySend, step } from "../core/outbox.js";
import { written } from "../seal/envelope.js";
import { writtenKey } from "../seal/outbox_key.js";
import { waiting } from "../store/rows.js";
import { asked, posted } from "./asking.js";
import { heldBatch, nextBatch, settle, takeBack, unknownHere } from "./batches.js";

/**
 * Hands in what waits. `queue` is the state of core/outbox.js and `changed(queue)` keeps it; `still()` says whether this
 * tab leads. Nothing is asked of the server when there is nothing to send, but once with `look`. Gives `{orders, looked}`:
 * the orders that came, and whether the server answered at all.
 */
export async function handIn({ queue, changed, still = async () => true, look = false, ...world }) {
  const { database, identity, now, random } = world;
  const [orders, { count }] = [[], await waiting(database)];
  let [first, looked] = [look, false];
  const { epoch = null, seen = 0 } = identity;
  let state = changed(step(queue, { type: "loaded", unsent: count, epoch, seen }).state);
  while (await still()) {
    const batch = await nextBatch(database, state.limit);
    const unsent = batch.rows.length + batch.keys.length + batch.left.length;
    if (!maySend({ ...state, unsent: unsent || Number(first) }, now())) break;
    first = false;
    const sending = step(state, { type: "sending", batch: batch.rows }).state;
    const answer = await ask(world, { batch, seen: state.seen });
    const after = step(sending, { type: "answered", answer, now: now(), random: random() });
    if (after.later) await heard(world, { batch, after });
    if (answer?.status === 401 && !identity.unknown) await forgotten(database);
    looked ||= Boolean(after.later);
    orders.push(...after.orders);
    if (!unsent && !after.later) break; // nobody waited for it: what stood in the way is no trouble of theirs
    state = changed(after.state);
    if (!batch.rows.length && !batch.keys.length && !after.restored) break; // whoever left is told of once
  }
  return { orders, looked };
}

/** Ask once what became of held ones, by handing them in as they are: the newest receipt is the answer. Gives the orders that came. */
export async function askAgain(world, limit = 100) {
  const { identity, now, random } = world;
  const { epoch = null, seen = 0 } = identity;
  const batch = await heldBatch(world.database, limit);
  if (!batch.rows.length) return [];
  const answer = await ask(world, { batch, seen });
  const after = step({ ...empty, epoch, seen, sending: [] }, { type: "answered", answer, now: now(), random: random() });
  if (after.later) await heard(world, { batch, after });
  return after.orders;
}

/* A server that does not know the device has nothing of what it took, as far as anybody can tell here. */
async function forgotten(database) {
  await takeBack(database, []);
  await unknownHere(database);
}

/* Taken back first: where the app ends in between, the server's next answer says again that it was put back. */
async function heard({ database, now, contacted }, { batch, after }) {
  if (after.restored) await takeBack(database, batch.rows);
  await settle(database, { batch, ...after, now: now() });
  await contacted(after.server).catch(() => null); // a reading less is no reason to stop
}

function ask({ fetch, now, identity, build, ticks }, { batch, seen }) {
  const body = {
    protocol: 1, build, now: moment(now()), seen,
    keys: batch.keys.map(writtenKey),
    operations: batch.rows.map(written),
    clocks: readingsOf(batch.keys, { now: now(), ticks }),
    left: batch.left.map(({ enrolment, left }) => ({ enrolment, left_at: left.left_at, signature: left.signature })),
  };
  const { agency, device, token } = identity;
  const authorization = ["Device", `${agency}.${device}.${token}`].join(" ");
  return asked({ fetch, now }, "/field/operations/", { ...posted(body, { authorization }), credentials: "omit" });
}
