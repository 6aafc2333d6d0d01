/* What opens the device for somebody who is set up here: another PIN, a passkey more or less; and leaving it for good. */
import { Trouble } from "../core/trouble.js";
import { withoutPasskey, withPasskey, withPin } from "../seal/keyring.js";
import { makePasskey } from "../seal/passkey.js";
import { mayBePin } from "../seal/pin.js";
import { ofEnrolment } from "../store/rows.js";
import { changed, leave, proved, wipe } from "./people.js";

/** Another PIN, by the old one (`pin`) or the passkey (`passkey: true`). The signing key stays as it is. */
export async function changePin(device, { enrolment, next, ...by }) {
  if (!mayBePin(next)) throw new Trouble("pin_weak");
  const { person, proof } = await proved(device, { enrolment, ...by });
  await rewrapped(device, enrolment, await withPin({ enrolment, row: person.keyring, proof, pin: next }));
}

/** A passkey beside the PIN, by the PIN. One that there was before opens nothing any more. */
export async function addPasskey(device, { enrolment, pin, app }) {
  const { person, proof } = await proved(device, { enrolment, pin });
  const passkey = await makePasskey({ credentials: device.credentials, name: person.initials, app });
  const row = await withPasskey({ enrolment, row: person.keyring, proof, passkey });
  passkey.output.fill(0);
  await rewrapped(device, enrolment, row);
}

/** The PIN alone opens from now on. */
export function removePasskey(device, enrolment) {
  return changed(device, enrolment, ({ keyring }) => ({ keyring: withoutPasskey(keyring) }));
}

/**
 * Take somebody off the device: what they could read is destroyed, they are not offered any more, and their enrolment ends
 * when the device next hands in. Throws `unsent {count}` while anything of theirs waits: nobody could hand it in or look
 * after it then as they.
 */
export async function takeOff(device, enrolment) {
  const waits = (table) => table("outbox").all(ofEnrolment(enrolment));
  const count = (await device.database.run(["outbox"], "readonly", waits)).length;
  if (count) throw new Trouble("unsent", { count });
  await wipe(device, enrolment, await leave(device, { enrolment, keys: device.me.keys }));
}

const OPENS = ["salt", "rounds", "reading", "passkey"];

/* Only what opens changes; a row that another tab changed meanwhile keeps the rest. */
async function rewrapped(device, enrolment, row) {
  const opens = Object.fromEntries(OPENS.filter((name) => row[name]).map((name) => [name, row[name]]));
  await changed(device, enrolment, ({ keyring }) => ({ keyring: { ...keyring, ...opens } }));
}
