/* The device: everything that the pages of the field app need from it. Nothing of a client is in clear on its disk.

   const device = await openDevice({build});   each part that touches the world can be given instead, for tests:
     indexedDB fetch now tick random locks storage credentials channel later never; `later: null` never hands in by itself.
     `told(what)` hears "blocked" while it opens: another tab holds an older version open and has to be closed.
   device.people()     [{enrolment, initials, staff, passkey}]; `staff` is an id, no name; `passkey`: whether one opens for them
   device.status()     {unsent: {count, oldest, problem, next_try, again}, `again`: null, or {code, who} where the server was put
                        back to before somebody was enrolled: `who` has to unlock (`locked`), or sign in (`not_signed_in` ...); held: [{id, enrolment, reasons, at}], locked, enrolled, last,
                        who: null or {enrolment, id, name, credential, agency}, lease: {ends, over}, disk: {persisted, full},
                        app: null, "blocked" or "closed" (another tab holds, or needs, another version), build, server_build, device,
                        others: how often another tab told of a change}
   device.subscribe(heard) -> stop          heard(status) after each change, of other tabs too
   await device.enrol({pin, label})         online, signed in; the new enrolment is unlocked then
   await device.unlock({enrolment, pin})    or {enrolment, passkey: true}; device.lock() drops every key that reads; also in the other tabs
   await device.record({kind, on, details, id?, at?, enrolment?}) -> the operation, when it is on disk, never before
   await device.operations() -> {operations, damaged: [seq]}   one's own of the last week, and all that wait, in order
   await device.keep(name, value), await device.kept(name)     a page's own state, sealed; undefined forgets it
   await device.handIn()                    now, without waiting for the next try; resolves with the status
   await device.askAgain()                  what became of held ones; asks nothing where none are held
   await device.fetchPack()                 device.pack is {sections, made_at, expires_at, ...}, or null: locked, none, or lease over
   await device.offersPasskeys()            whether this browser may have passkeys that open
   await device.changePin({pin, next})      or {passkey: true, next}; await device.addPasskey({pin, app}) (`app`: its name), await device.removePasskey()
   await device.takeOff()                   takes whoever is unlocked off this device; refuses while something of theirs is unsent
   await device.sign({pin, purpose, ...}) -> {statement, signature}   or {passkey: true, ...}; the statement names agency, device and enrolment itself
   await device.wipe(enrolment)             destroys what could be read; what waits stays sealed, and is handed in
   await device.close()

   Every fault has a `code`: not_enrolled, locked, wiped, pin_weak, pin_wrong {tries, seconds}, pin_wait {seconds}, pin_spent,
   passkey_failed, passkey_unfit (this one opens nothing), unsent {count}, not_signed_in, may_not, no_plans (this role reads none), somebody_else, other_agency, refused, no_signal, pack_unproved, not_json, too_large, disk_full,
   storage_cleared (the browser threw away what was kept: enrol again), newer_app (load the page again), disk. */
import { base64url } from "./core/bytes.js";
import { lease } from "./core/lease.js";
import { step } from "./core/outbox.js";
import { Trouble } from "./core/trouble.js";
import { madeAt } from "./core/uuid7.js";
import { itself } from "./device/itself.js";
import * as opening from "./device/opening.js";
import * as packs from "./device/packs.js";
import * as people from "./device/people.js";
import * as recording from "./device/recording.js";
import { sending } from "./device/sending.js";
import { counted, status } from "./device/status.js";
import { offersPasskeys } from "./seal/passkey.js";
import { signed } from "./seal/signing.js";
import { openDatabase } from "./store/database.js";

const AGAIN = 10_000; // milliseconds between tries to enrol again

const WORLD = {
  now: () => Date.now(),
  tick: () => performance.now(),
  random: () => Math.random(),
  fetch: (...all) => globalThis.fetch(...all),
  later: (work, wait) => setTimeout(work, wait),
  never: (timer) => clearTimeout(timer),
};

/** Open the device of this browser profile. See the top of this file. */
export async function openDevice(given = {}) {
  const world = {
    ...WORLD, indexedDB: globalThis.indexedDB, locks: globalThis.navigator?.locks, storage: globalThis.navigator?.storage,
    credentials: globalThis.navigator?.credentials, build: "", ...given,
  };
  world.channel = given.channel === undefined ? tabs() : given.channel;
  const device = itself(world);
  const heard = new Set();
  const tell = () => heard.forEach((hear) => hear(status(device)));
  const told = (what) => {
    device.app = what;
    given.told?.(what);
    tell();
  };
  device.database = await openDatabase({ indexedDB: world.indexedDB, name: given.name, upgrades: given.upgrades, told });
  device.app = null;

  async function refresh() {
    await device.reload();
    const found = await counted(device.database);
    device.queue = step(device.queue, { type: "loaded", unsent: found.unsent }).state;
    Object.assign(device, { held: found.held, oldest: found.oldest, stuck: found.stuck });
    device.disk.persisted = (await device.storage?.persisted?.()) ?? null;
    tell();
  }

  const spread = (what) => device.channel?.postMessage(what);
  const refreshed = () => refresh().then(() => spread("changed"));
  const sender = sending(device, { later: world.later, never: world.never, refreshed });
  Object.assign(device, { refreshed, soon: () => sender.soon() });
  const online = () => {
    sender.look();
    return handIn().catch(() => null);
  };

  /* Whatever changes something is tried, told, and remembered as a full disk where it is one. */
  async function doing(work) {
    try {
      const result = await work();
      device.disk.full = false;
      return result;
    } catch (fault) {
      if (fault.code === "disk_full") device.disk.full = true;
      throw fault;
    } finally {
      tell();
    }
  }

  let line = Promise.resolve();
  const inLine = (work) => {
    const result = line.then(() => doing(work));
    line = result.catch(() => null);
    return result;
  };
  device.inLine = inLine;

  const here = () => {
    if (!device.me) throw new Trouble("locked");
    return device.me;
  };

  function lock() {
    device.me = null;
    tell();
  }

  async function handIn() {
    if (device.queue.problem !== "busy") device.queue = { ...device.queue, until: 0 };
    if (device.forgotten() && device.now() >= device.tried + AGAIN) sender.look();
    await sender.now();
    return status(device);
  }

  async function record(asked) {
    const operation = await inLine(() => recording.record(device, asked));
    device.queue = step(device.queue, { type: "added" }).state;
    device.oldest ??= madeAt(operation.id);
    tell();
    spread("changed");
    if (device.queue.until <= device.now()) sender.soon();
    return operation;
  }

  async function sign({ pin, passkey, ...asked }) {
    const { enrolment } = here();
    const { keys } = await people.proved(device, { enrolment, pin, passkey });
    const statement = { ...asked, agency: device.identity.agency, device: device.identity.device, enrolment };
    return { statement, signature: base64url(await signed({ key: keys.signing, statement })) };
  }

  /* What somebody changes about how the device opens for them. */
  const own = async (work) => inLine(() => work(here().enrolment)).then(refreshed);

  if (device.channel) {
    device.channel.onmessage = ({ data }) => {
      device.others += 1;
      if (data === "locked") lock();
      else refresh().catch(() => null);
    };
  }
  globalThis.addEventListener?.("online", online);
  await refresh();
  sender.look(); // once, however long nothing waits

  return {
    people: () => device.people.map(({ enrolment, initials, staff, keyring }) => ({ enrolment, initials, staff: staff ?? null, passkey: Boolean(keyring.passkey) })),
    status: () => status(device),
    subscribe: (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    enrol: (asked) => inLine(() => people.enrol(device, asked)).then(async (enrolment) => (await refreshed(), enrolment)),
    unlock: (asked) => inLine(() => people.unlock(device, asked)).then(refreshed).then(() => sender.soon()),
    lock: () => {
      lock();
      spread("locked");
    },
    record,
    operations: async () => here() && recording.operations(device),
    keep: (name, value) => inLine(() => recording.keep(device, name, value)),
    kept: async (name) => here() && recording.kept(device, name),
    handIn,
    askAgain: () => sender.again(),
    fetchPack: async () => {
      here();
      await doing(() => packs.fetchPack(device)).then(refreshed);
      sender.look();
      return device.me?.pack ?? null;
    },
    get pack() {
      const open = device.me && !lease({ ends: device.me.ends, seen: device.seen, now: device.clock() }).over;
      return open ? device.me.pack : null;
    },
    offersPasskeys: () => offersPasskeys(device),
    changePin: (asked) => own((enrolment) => opening.changePin(device, { ...asked, enrolment })),
    addPasskey: (asked) => own((enrolment) => opening.addPasskey(device, { ...asked, enrolment })),
    removePasskey: () => own((enrolment) => opening.removePasskey(device, enrolment)),
    takeOff: () => own((enrolment) => opening.takeOff(device, enrolment)).then(() => sender.soon()),
    sign: (asked) => doing(() => sign(asked)),
    wipe: (enrolment) => inLine(() => people.wipe(device, enrolment)).then(refreshed),
    close: async () => {
      sender.stop();
      device.channel?.close?.();
      globalThis.removeEventListener?.("online", online);
      await device.database.close();
    },
  };
}

/* How the tabs of one profile tell each other that something changed. */
const tabs = () => (globalThis.BroadcastChannel ? new BroadcastChannel("alongside-field") : null);
