/* What the device knows of itself, in memory as on its disk: who is set up here, who is unlocked, what its clock ever said. */
import { latest } from "../core/lease.js";
import { empty } from "../core/outbox.js";
import { uuid7 } from "../core/uuid7.js";
import { takeBack } from "../sync/batches.js";
import { trim } from "../store/rows.js";
import * as packs from "./packs.js";
import * as people from "./people.js";

/** The device in `world`; `database`, `refreshed()` and `soon()` are given to it when it opens (device.js). */
export function itself(world) {
  const device = {
    ...world, tab: uuid7(world.now()), identity: null, people: [], me: null, last: null, pens: new Map(), queue: empty,
    held: [], stuck: new Map(), join: null, tried: 0, contact: null, others: 0, oldest: null, seen: 0, disk: { persisted: null, full: false }, app: null,
  };

  /* The device's clock; the latest it ever said is remembered, so that turning it back gains nothing. */
  device.clock = () => {
    const now = device.now();
    device.seen = latest(device.seen, now);
    return now;
  };

  device.reload = async () => {
    const found = await device.database.run(["device", "people", "sequences"], "readonly", async (table) => ({
      identity: await table("device").get("identity"),
      last: await table("device").get("last"),
      contact: await table("device").get("contact"),
      people: await table("people").all(),
      seen: (await table("sequences").all()).map((row) => row.seen ?? 0),
    }));
    device.identity = found.identity ?? null;
    device.contact = found.contact ?? null;
    device.people = found.people.filter((person) => !person.wiped);
    device.last = device.people.some((one) => one.enrolment === found.last?.enrolment) ? found.last.enrolment : null;
    const mine = device.me?.enrolment;
    if (mine && !device.people.some(({ enrolment }) => enrolment === mine)) device.leave(mine); // another tab destroyed their key
    if (!device.me) device.seen = Math.max(device.seen, ...found.seen);
  };

  device.remember = async (more) => {
    await device.database.run(["device"], "readwrite", async (table) => {
      device.identity = { ...(await table("device").get("identity")), ...more };
      await table("device").put(device.identity);
    });
  };

  /* Whether the server, put back, does not know this enrolment any more, or anybody's here. */
  device.forgotten = (enrolment = null) => Boolean(device.identity?.unknown) || (enrolment ? device.stuck.has(enrolment) : device.stuck.size > 0);

  /* Which life of the server this is, as it says where nothing is handed in: in another one, what it took goes there anew. */
  device.lives = async (epoch) => {
    if (!epoch || !device.identity?.epoch || device.identity.epoch === epoch) return;
    await takeBack(device.database, []);
    await device.remember({ epoch });
    await device.refreshed();
    device.soon();
  };

  device.enter = async ({ person, keys }) => {
    const { enrolment } = person;
    device.pens.clear();
    device.join = null;
    device.me = { enrolment, person, keys, told: await people.about(person, keys), ends: person.ends, pack: null };
    device.me.pack = await packs.openPack(device, { enrolment, keys });
    await device.database.run(["device"], "readwrite", (table) => table("device").put({ name: "last", enrolment }));
    await trim(device.database, device.clock()).catch(() => null); // what cannot be forgotten now is forgotten later
  };

  device.leave = (enrolment) => {
    device.pens.delete(enrolment);
    if (device.me?.enrolment === enrolment) device.me = null;
    if (device.last === enrolment) device.last = null;
    device.people = device.people.filter((one) => one.enrolment !== enrolment);
  };

  device.read = ({ enrolment, pack, ends, seen }) => {
    device.seen = seen;
    if (device.me?.enrolment === enrolment) Object.assign(device.me, { pack, ends });
  };

  return device;
}
