/* Recording: sealed and on disk before it is called recorded; one after the other, so that numbers have no gap. */
import { fromUtf8, utf8 } from "../core/bytes.js";
import { canonical } from "../core/canonical.js";
import { moment } from "../core/moments.js";
import { Trouble } from "../core/trouble.js";
import { uuid7 } from "../core/uuid7.js";
import { close, open } from "../seal/boxes.js";
import { openOperation, sealOperation, sha256 } from "../seal/envelope.js";
import { makeOutboxKey, ownKeyOf } from "../seal/outbox_key.js";
import { recorded, writeOperation } from "../store/rows.js";
import { firstReading } from "./clocks.js";

const MOST_BYTES = 500_000; // sealed, so that a batch of one can always go

/** Record one operation; resolves with it when it is on disk. Works locked: sealed, for whoever was here last. */
export async function record(device, { kind, on, details, id, at, enrolment }) {
  const pen = await penOf(device, enrolment);
  const made = { id: id ?? uuid7(device.now()), kind, on, at: at ?? moment(device.clock()), details };
  const tick = Math.max(0, Math.round(device.tick() - pen.born));
  if (!isJson(made)) throw new Trouble("not_json");
  for (;;) {
    const operation = { id: made.id, seq: pen.next, kind, on, at: made.at, tick, details };
    const row = await sealOperation({ operation, place: pen.place, key: pen.key });
    if (row.sealed.length > MOST_BYTES) throw new Trouble("too_large");
    const done = await writeOperation(device.database, { row, key: pen.stored ? null : pen.row, seen: device.seen });
    if (done.gone) throw new Trouble("storage_cleared");
    pen.next = done.written ? operation.seq + 1 : done.next;
    if (!done.written) continue;
    pen.stored = true;
    return operation;
  }
}

/** Everything that the person who is unlocked recorded here, in order: `{operations, damaged}`; `damaged` are numbers.
    What a supervisor set aside is not among them. */
export async function operations(device) {
  const { enrolment, keys, person } = device.me;
  const { rows, keys: sealed } = await recorded(device.database, enrolment);
  const counts = rows.filter(({ reasons }) => reasons?.[0]?.code !== "set_aside");
  const opened = await openedKeys(device, { sealed, keys, person });
  const [good, damaged] = [[], []];
  const read = (row) => openOperation({ row, place: placeOf(device, enrolment), key: opened.get(row.key) }).catch(() => null);
  for (let start = 0; start < counts.length; start += 100) {
    const some = counts.slice(start, start + 100);
    const found = await Promise.all(some.map(read));
    found.forEach((one, place) => (one ? good.push(one) : damaged.push(some[place].seq)));
  }
  return { operations: good, damaged };
}

/** Keep a page's own state durably under a name; `undefined` forgets it. Works locked. */
export async function keep(device, name, value) {
  const pen = await penOf(device);
  const about = await keptName(pen.place.enrolment, name);
  if (value !== undefined && !isJson(value)) throw new Trouble("not_json");
  const box = value === undefined ? null : await close({ key: pen.key.secret, bytes: utf8(canonical(value)), about });
  await device.database.run(["kept", "keys"], "readwrite", async (table) => {
    if (!box) return table("kept").remove(about);
    if (!pen.stored) await table("keys").put(pen.row);
    await table("kept").put({ name: about, enrolment: pen.place.enrolment, key: pen.row.id, box });
  });
  pen.stored ||= box !== null;
}

/** What was kept under a name by the person who is unlocked; undefined when there is nothing that opens. */
export async function kept(device, name) {
  const { enrolment, keys, person } = device.me;
  const about = await keptName(enrolment, name);
  const found = await device.database.run(["kept", "keys"], "readonly", async (table) => {
    const row = await table("kept").get(about);
    return row && { row, key: await table("keys").get(row.key) };
  });
  if (!found) return undefined;
  try {
    const opened = await openedKeys(device, { sealed: [found.key], keys, person });
    return JSON.parse(fromUtf8(await open({ key: opened.get(found.row.key).secret, box: found.row.box, about })));
  } catch {
    return undefined;
  }
}

/* What writes for an enrolment: its outbox key in memory, and the next number. */
async function penOf(device, asked) {
  const enrolment = asked ?? device.me?.enrolment ?? device.last;
  if (!enrolment || !device.identity) throw new Trouble("not_enrolled");
  const there = device.pens.get(enrolment);
  if (there) return there;
  const found = await device.database.run(["people", "sequences"], "readonly", async (table) => ({
    person: await table("people").get(enrolment),
    sequence: await table("sequences").get(enrolment),
  }));
  if (!found.person || !found.sequence) throw new Trouble("not_enrolled");
  if (found.person.wiped) throw new Trouble("wiped");
  const signing = device.me?.enrolment === enrolment ? device.me.keys.signing : null;
  const place = placeOf(device, enrolment);
  const { row, key } = await makeOutboxKey({
    id: uuid7(device.now()), place, madeAt: moment(device.clock()), signing,
    serverKey: device.identity.server_key.public, ownKey: found.person.keyring.own_public,
  });
  const pen = { place, row: { ...row, readings: firstReading(device) }, key, next: found.sequence.next, born: device.tick(), stored: false };
  device.pens.set(enrolment, pen);
  return pen;
}

async function openedKeys(device, { sealed, keys, person }) {
  const opened = new Map();
  const place = placeOf(device, person.enrolment);
  for (const row of sealed.filter((one) => one?.own)) {
    const how = { row, place, own: keys.own, ownPublic: person.keyring.own_public };
    const key = await ownKeyOf(how).catch(() => null);
    if (key) opened.set(row.id, key);
  }
  return opened;
}

const placeOf = ({ identity }, enrolment) => ({ agency: identity.agency, device: identity.device, enrolment });
const keptName = (enrolment, name) => sha256(utf8(`${enrolment}|${name}`));

function isJson(value) {
  try {
    return Boolean(canonical(value));
  } catch {
    return false;
  }
}
