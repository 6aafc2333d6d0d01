/* When to hand in: after something was recorded, when the line comes back, when a wait is over. Never for nothing, but
   once when the app opens, comes online or fetches a pack: so a device that keeps what was taken learns what was lost. */
import { maySend } from "../core/outbox.js";
import { askAgain, handIn } from "../sync/handing_in.js";
import { leading } from "../sync/leading.js";
import { keepsTaken } from "../store/rows.js";
import { contacted, ticksOf } from "./clocks.js";
import { enrolAgain } from "./joining.js";
import { wipe } from "./people.js";

const OTHER_TAB = 5_000; // milliseconds until a tab without locks looks again

/**
 * Hands in by itself: `{soon, now, look, again, stop}`. `later(work, milliseconds)` sets a timer, `never(timer)` ends it;
 * `look` says that the server is to be asked once although nothing waits.
 */
export function sending(device, { later, never, refreshed }) {
  let [timer, running, stopped, looking] = [null, null, false, false];

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
    const asked = looking;
    let led = await handedIn();
    if ((asked || device.join === null) && (await mended())) led = await handedIn();
    const waits = sendable();
    if (stopped || waits === 0) return;
    if (!led) soon(OTHER_TAB);
    else soon(maySend({ ...device.queue, unsent: waits }, device.now()) ? 0 : Math.max(1000, device.queue.until - device.now()));
  }

  async function handedIn() {
    return leading(device, async (still) => {
      await device.reload();
      const look = looking && (device.forgotten() || (await keepsTaken(device.database)));
      const changed = (queue) => (device.queue = queue);
      const { orders, looked } = await handIn({ ...parts(device), queue: device.queue, changed, still, look });
      looking &&= look && !looked;
      for (const { enrolment } of orders) await wipe(device, enrolment);
      return true;
    }).finally(refreshed);
  }

  /* Whoever is unlocked and not known to the server any more is enrolled again; what is in the way is told. */
  async function mended() {
    if (!device.me || !device.forgotten(device.me.enrolment)) return false;
    device.tried = device.now();
    try {
      await enrolAgain(device);
      Object.assign(device, { join: null, queue: { ...device.queue, until: 0, problem: null } });
      return true;
    } catch (fault) {
      device.join = fault.code ?? "no_signal";
      return false;
    } finally {
      await refreshed();
    }
  }

  /* What waits of those whom the server knows; where it does not know the device, trying again and again is of no use. */
  const sendable = () => (device.identity?.unknown ? 0 : device.queue.unsent - [...device.stuck.values()].reduce((sum, count) => sum + count, 0));

  function look() {
    looking = true;
    soon();
  }

  /* What a person decided about held ones comes with the next look, not by asking again and again. */
  async function again() {
    if (!device.identity || !device.held.length) return;
    for (const { enrolment } of await askAgain(parts(device))) await wipe(device, enrolment);
    await refreshed();
    if (sendable()) soon();
  }

  function stop() {
    stopped = true;
    if (timer !== null) never(timer);
  }

  return { soon, now, look, again, stop };
}

function parts(device) {
  const { database, identity, fetch, now, random, build } = device;
  const clocks = { ticks: (key) => ticksOf(device, key), contacted: (server) => contacted(device, server) };
  return { database, identity, fetch, now, random, build, ...clocks };
}
