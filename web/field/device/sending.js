/* When to hand in: after something was recorded, when the line comes back, when a wait is over. Never for nothing. */
import { maySend } from "../core/outbox.js";
import { askAgain, handIn } from "../sync/handing_in.js";
import { leading } from "../sync/leading.js";
import { wipe } from "./people.js";

const OTHER_TAB = 5_000; // milliseconds until a tab without locks looks again

/** Hands in by itself: `{soon, now, again, stop}`. `later(work, milliseconds)` sets a timer, `never(timer)` ends it. */
export function sending(device, { later, never, refreshed }) {
  let [timer, running, stopped] = [null, null, false];

  function soon(wait = 0) {
    if (!later || stopped) return;
    if (timer !== null) never(timer);
    timer = later(() => {
      timer = null;
      now().catch(() => null); // what stood in the way is in the queue's state
    }, wait);
  }

  function now() {
    running ??= once().finally(() => (running = null));
    return running;
  }

  async function once() {
    if (!device.identity) return;
    const led = await leading(device, async (still) => {
      await device.reload();
      const changed = (queue) => (device.queue = queue);
      const orders = await handIn({ ...parts(device), queue: device.queue, changed, still });
      for (const { enrolment } of orders) await wipe(device, enrolment);
      return true;
    }).finally(refreshed);
    if (stopped || device.queue.unsent === 0) return;
    if (!led) soon(OTHER_TAB);
    else soon(maySend(device.queue, device.now()) ? 0 : Math.max(1000, device.queue.until - device.now()));
  }

  /* What a person decided about held ones comes with the next look, not by asking again and again. */
  async function again() {
    if (!device.identity || !device.held.length) return;
    for (const { enrolment } of await askAgain(parts(device))) await wipe(device, enrolment);
    await refreshed();
  }

  function stop() {
    stopped = true;
    if (timer !== null) never(timer);
  }

  return { soon, now, again, stop };
}

const parts = ({ database, identity, fetch, now, random, build }) => ({ database, identity, fetch, now, random, build });
