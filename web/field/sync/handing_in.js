/* Handing in: batch after batch until nothing waits or something stands in the way. docs/field-protocol.md, section 4. */
import { reading } from "../core/answers.js";
import { moment } from "../core/moments.js";
import { maySend, step } from "../core/outbox.js";
import { written } from "../seal/envelope.js";
import { writtenKey } from "../seal/outbox_key.js";
import { waiting } from "../store/rows.js";
import { asked, posted } from "./asking.js";
import { heldBatch, nextBatch, settle, takeBack } from "./batches.js";

/**
 * Hands in what waits. `queue` is the state of core/outbox.js and `changed(queue)` keeps it; `still()` says whether this
 * tab leads. Gives the orders that came. Nothing is asked of the server when there is nothing to send.
 */
export async function handIn({ database, identity, fetch, now, random, build, queue, changed, still = async () => true }) {
  const orders = [];
  const { count } = await waiting(database);
  let state = changed(step(queue, { type: "loaded", unsent: count, epoch: identity.epoch ?? null }).state);
  while (await still()) {
    const batch = await nextBatch(database, state.limit);
    const unsent = batch.rows.length || batch.keys.length;
    if (!maySend({ ...state, unsent }, now())) break;
    state = step(state, { type: "sending", batch: batch.rows }).state;
    const answer = await asked({ fetch, now }, "/field/operations/", request({ identity, batch, now, build }));
    const after = step(state, { type: "answered", answer, now: now(), random: random() });
    if (after.later) await settle(database, { batch, ...after, epoch: after.state.epoch, now: now() });
    if (after.restored) await takeBack(database, batch.rows);
    orders.push(...after.orders);
    state = changed(after.state);
  }
  return orders;
}

/** Ask once what became of held ones, by handing them in as they are: the newest receipt is the answer. Gives the orders that came. */
export async function askAgain({ database, identity, fetch, now, build }, limit = 100) {
  const batch = await heldBatch(database, limit);
  if (!batch.rows.length) return [];
  const read = reading(await asked({ fetch, now }, "/field/operations/", request({ identity, batch, now, build })));
  if (read.means !== "receipts") return [];
  await settle(database, { batch: { rows: [], keys: [] }, settled: [], later: read.receipts, next: read.next, epoch: null, now: now() });
  return read.orders;
}

function request({ identity, batch, now, build }) {
  const body = {
    protocol: 1,
    build,
    now: moment(now()),
    keys: batch.keys.map(writtenKey),
    operations: batch.rows.map(written),
  };
  const { agency, device, token } = identity;
  const authorization = ["Device", `${agency}.${device}.${token}`].join(" ");
  return { ...posted(body, { authorization }), credentials: "omit" };
}
