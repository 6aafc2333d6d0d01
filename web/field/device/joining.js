/* Taking this device into use at the server, and once more after the server was put back to before it was. */
import { base64url, fromBase64url } from "../core/bytes.js";
import { Trouble } from "../core/trouble.js";
import { sealedAnew } from "../seal/outbox_key.js";
import { isSigned, signed } from "../seal/signing.js";
import { asked, posted } from "../sync/asking.js";
import { takeBack } from "../sync/batches.js";
import { answered, signedIn } from "./session.js";

/** Ask for an enrolment under these ids and this key (docs/field-protocol.md, section 1); the server's answer. */
export async function joined(device, { id, enrolment, label, publicKey, csrf }) {
  const body = {
    protocol: 1, device: id, enrolment, label, public_key: base64url(publicKey), token: device.identity?.token ?? null,
  };
  const how = posted(body, { "x-csrftoken": csrf });
  const answer = await asked(device, "/field/enrolments/", { ...how, credentials: "same-origin" });
  if (answer?.status === 403) throw new Trouble("may_not"); // who is signed in was told a moment ago
  return answered(answer);
}

/** What the device knows of itself and of its agency after such an answer. */
export function identityOf(before, { id, label, given }) {
  const key = ({ id: name, public: point }) => ({ id: name, public: fromBase64url(point) });
  return {
    ...before, name: "identity", agency: given.agency.id, device: id, label, token: given.token, unknown: false,
    server_key: key(given.server_key), signing_key: given.signing_key ? key(given.signing_key) : null,
  };
}

/**
 * The server does not know the enrolment of whoever is unlocked: enrol it again with the same ids and the same key, and
 * put into the queue what is kept. Throws `not_signed_in`, `somebody_else`, `other_agency`, `no_signal`, `refused`.
 */
export async function enrolAgain(device) {
  const { enrolment, keys, person, told } = device.me;
  const session = await signedIn(device);
  if (session.agency.id !== device.identity.agency) throw new Trouble("other_agency");
  if (session.staff.id !== told.staff.id) throw new Trouble("somebody_else");
  const publicKey = person.keyring.signing_public;
  await sameKey({ publicKey, key: keys.signing, enrolment });
  const [id, label] = [device.identity.device, device.identity.label ?? ""];
  const given = await joined(device, { id, enrolment, label, publicKey, csrf: session.csrf });
  await device.inLine(() => joinedAgain(device, { enrolment, keys, person, identity: identityOf(device.identity, { id, label, given }), next: given.next }));
}

/* The public key lies in clear on the disk: another one in its place would be enrolled in this person's name. */
async function sameKey({ publicKey, key, enrolment }) {
  const statement = { purpose: "alongside-field/1 same-key", enrolment };
  const signature = await signed({ key, statement });
  if (!(await isSigned({ publicKey, statement, signature }).catch(() => false))) throw new Trouble("refused");
}

/* Nothing is recorded meanwhile: every outbox key is sealed to the server's key as it is now, which may be a new one. */
async function joinedAgain(device, { enrolment, keys, person, identity, next }) {
  const place = { agency: identity.agency, device: identity.device, enrolment };
  const how = { place, own: keys.own, ownPublic: person.keyring.own_public, serverKey: identity.server_key.public, signing: keys.signing };
  const rows = (await device.database.run(["keys"], "readonly", (table) => table("keys").all())).filter((row) => row.enrolment === enrolment && row.own);
  const sealed = await Promise.all(rows.map((row) => sealedAnew({ row, ...how }).catch(() => row)));
  device.pens.clear();
  await takeBack(device.database, []);
  await device.database.run(["device", "sequences", "keys"], "readwrite", async (table) => {
    device.identity = { ...(await table("device").get("identity")), ...identity, epoch: null, seen: 0 };
    await table("device").put(device.identity);
    const sequence = await table("sequences").get(enrolment);
    await table("sequences").put({ ...sequence, next: Math.max(sequence.next, next ?? 1), unknown: false });
    for (const row of sealed) await table("keys").put(row);
  });
}
