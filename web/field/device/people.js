/* Who uses this device: enrolling, unlocking with a PIN or a passkey, locking, wiping. None of it touches what waits to be handed in. */
import { base64url, fromUtf8, utf8 } from "../core/bytes.js";
import { latest } from "../core/lease.js";
import { moment } from "../core/moments.js";
import { refusal, untried, wrongAgain } from "../core/tries.js";
import { Trouble } from "../core/trouble.js";
import { uuid7 } from "../core/uuid7.js";
import { close, open } from "../seal/boxes.js";
import { makeKeyring, openKeyring } from "../seal/keyring.js";
import { attested } from "../seal/outbox_key.js";
import { askPasskey } from "../seal/passkey.js";
import { mayBePin } from "../seal/pin.js";
import { signed } from "../seal/signing.js";
import { identityOf, joined } from "./joining.js";
import { signedIn } from "./session.js";

/** Enrol whoever is signed in, online. Gives the enrolment, which is unlocked then. */
export async function enrol(device, { pin, label }) {
  if (!mayBePin(pin)) throw new Trouble("pin_weak");
  const session = await signedIn(device);
  if (device.identity && device.identity.agency !== session.agency.id) throw new Trouble("other_agency");
  const enrolment = uuid7(device.now());
  const { row, keys } = await makeKeyring({ enrolment, pin });
  const id = device.identity?.device ?? uuid7(device.now());
  const given = await joined(device, { id, enrolment, label, publicKey: row.signing_public, csrf: session.csrf });
  const person = await newPerson({ enrolment, row, keys, given });
  await saved(device, { person, identity: identityOf(device.identity, { id, label, given }), next: given.next });
  await device.storage?.persist?.();
  await device.enter({ person, keys });
  return enrolment;
}

/** Unlock with a PIN or, with `passkey: true`, with the passkey. */
export async function unlock(device, asked) {
  const { person, keys } = await proved(device, asked);
  await device.enter({ person, keys });
  await attest(device, { enrolment: asked.enrolment, signing: keys.signing });
}

/**
 * The keys of an enrolment: `{person, keys, proof}`, by its PIN or its passkey; throws `pin_wrong`, `pin_wait`,
 * `pin_spent`, `passkey_failed`, `passkey_unfit`, `wiped`, `not_enrolled`. A wrong PIN is counted on disk before it is
 * tried, so that ending the app does not win a try; a passkey cannot be guessed, and ends the count.
 */
export async function proved(device, { enrolment, pin, passkey = false }) {
  const person = await (passkey ? known(device, enrolment) : counted(device, enrolment));
  const proof = passkey ? { output: await given(device, person) } : { pin: String(pin ?? "") };
  const keys = await openKeyring({ enrolment, row: person.keyring, ...proof });
  if (!keys && passkey) throw new Trouble("passkey_failed");
  if (!keys) throw new Trouble(person.tries.wrong >= 10 ? "pin_spent" : "pin_wrong", left(person.tries, device.now()));
  await changed(device, enrolment, () => ({ tries: untried }));
  return { person, keys, proof };
}

/** Carry out an order to wipe: what could be read is destroyed, what waits stays sealed as it is. `left`: what its owner signed on leaving. */
export async function wipe(device, enrolment, left = null) {
  await device.database.run(["people", "packs", "kept", "keys"], "readwrite", async (table) => {
    const person = await table("people").get(enrolment);
    if (!person) return;
    const kept = left ?? person.left;
    await table("people").put({ enrolment, initials: person.initials, wiped: true, ...(kept ? { left: kept } : {}) });
    await table("packs").remove(enrolment);
    for (const row of await table("kept").all()) if (row.enrolment === enrolment) await table("kept").remove(row.name);
    for (const { own, ...key } of await table("keys").all()) {
      if (key.enrolment === enrolment) await table("keys").put(key);
    }
  });
  device.leave(enrolment);
}

/** What the device tells of somebody, opened with the reading key. */
export async function about(person, keys) {
  return JSON.parse(fromUtf8(await open({ key: keys.reading, box: person.about, about: `about|${person.enrolment}` })));
}

/** What somebody who is unlocked signs on leaving this device for good. */
export async function leave(device, { enrolment, keys }) {
  const left_at = moment(device.clock());
  const { agency, device: id } = device.identity;
  const statement = { purpose: "alongside-field/1 leave", agency, device: id, enrolment, left_at };
  return { left_at, signature: base64url(await signed({ key: keys.signing, statement })), told: false };
}

/** Change the row of somebody who is set up here: `change(row)` gives the members that are new. */
export function changed(device, enrolment, change) {
  return device.database.run(["people"], "readwrite", async (table) => {
    const person = await table("people").get(enrolment);
    if (person && !person.wiped) await table("people").put({ ...person, ...change(person) });
  });
}

/* What the passkey of this person gives; asked of its owner by the browser. */
async function given(device, { keyring: { passkey } }) {
  if (!passkey || !device.credentials) throw new Trouble("passkey_failed");
  return askPasskey({ credentials: device.credentials, id: passkey.id, salt: passkey.salt });
}

const known = (device, enrolment) =>
  device.database.run(["people"], "readonly", async (table) => ready(await table("people").get(enrolment)));

function ready(person) {
  if (!person) throw new Trouble("not_enrolled");
  if (person.wiped) throw new Trouble("wiped");
  return person;
}

function counted(device, enrolment) {
  return device.database.run(["people"], "readwrite", async (table) => {
    const person = ready(await table("people").get(enrolment));
    const no = refusal(person.tries, device.now());
    if (no) throw new Trouble(no.code, { seconds: no.seconds });
    const tried = { ...person, tries: wrongAgain(person.tries, device.now()) };
    await table("people").put(tried);
    return tried;
  });
}

const left = (tries, now) => ({ tries: 10 - tries.wrong, seconds: Math.max(0, Math.ceil((tries.until - now) / 1000)) });

async function attest(device, { enrolment, signing }) {
  const place = { agency: device.identity.agency, device: device.identity.device, enrolment };
  const rows = await device.database.run(["keys"], "readonly", (table) => table("keys").all());
  for (const row of rows.filter((one) => one.enrolment === enrolment && !one.signature)) {
    const { signature } = await attested({ row, place, signing });
    await device.database.run(["keys"], "readwrite", async (table) => {
      const now = await table("keys").get(row.id); // it may have been handed in meanwhile
      if (now) await table("keys").put({ ...now, signature, owed: now.handed });
    });
  }
}

async function newPerson({ enrolment, row, keys, given }) {
  const told = { staff: given.staff, agency: given.agency, lease_hours: given.lease_hours ?? 72 };
  const box = await close({ key: keys.reading, bytes: utf8(JSON.stringify(told)), about: `about|${enrolment}` });
  return { enrolment, initials: initialsOf(given.staff.name), staff: given.staff.id, keyring: row, tries: untried, about: box, ends: null };
}

const initialsOf = (name) => name.split(/\s+/).filter(Boolean).slice(0, 3).map((part) => [...part][0].toUpperCase()).join("");

async function saved(device, { person, identity, next }) {
  await device.database.run(["device", "people", "sequences"], "readwrite", async (table) => {
    await table("device").put(identity);
    await table("people").put(person);
    await table("sequences").put({ enrolment: person.enrolment, next: next ?? 1, seen: latest(0, device.now()) });
  });
  device.identity = identity;
}
