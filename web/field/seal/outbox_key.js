/* Outbox keys: made in memory, sealed for the server and for the author alone. docs/field-protocol.md, section 2. */
import { base64url } from "../core/bytes.js";
import { canonicalBytes } from "../core/canonical.js";
import { importKey, random } from "./boxes.js";
import { sha256 } from "./envelope.js";
import { open, seal } from "./hpke.js";
import { signed } from "./signing.js";

const PURPOSE = "alongside-field/1 outbox-key";
const OWN_PURPOSE = "alongside-field/1 own-key";

/**
 * A new outbox key: `{row, key: {id, secret}}`. `place` is `{agency, device, enrolment}`. Without `signing` (locked after
 * a restart) its signature is null until `attested`.
 */
export async function makeOutboxKey({ id, place, madeAt, serverKey, ownKey, signing = null }) {
  const secret = random(32);
  const row = {
    id,
    enrolment: place.enrolment,
    made_at: madeAt,
    sealed: await seal({ publicKey: serverKey, plaintext: secret, info: info(PURPOSE, place, id) }),
    own: await seal({ publicKey: ownKey, plaintext: secret, info: info(OWN_PURPOSE, place, id) }),
    signature: null,
    handed: false, // whether the server has it
    owed: false, // whether the server has it without the signature it now has
  };
  const key = { id, secret: await importKey(secret) };
  secret.fill(0);
  return { row: signing ? await attested({ row, place, signing }) : row, key };
}

/** The same row, signed by its author: what is sealed under this key is mine. Where it was handed in unsigned, it is owed. */
export async function attested({ row, place, signing }) {
  const statement = {
    purpose: PURPOSE, ...place, id: row.id, made_at: row.made_at, sha256: await sha256(row.sealed),
  };
  return { ...row, signature: await signed({ key: signing, statement }), owed: row.handed };
}

/** The key of a row, for its author: `{id, secret}`. Throws when the row is somebody else's or was changed. */
export async function ownKeyOf({ row, place, own, ownPublic }) {
  const how = { privateKey: own, publicKey: ownPublic, info: info(OWN_PURPOSE, place, row.id), sealed: row.own };
  return { id: row.id, secret: await importKey(await open(how)) };
}

/** The same row, sealed to another key of the server and signed by its author. Throws when the row is somebody else's or was changed. */
export async function sealedAnew({ row, place, own, ownPublic, serverKey, signing }) {
  const secret = await open({ privateKey: own, publicKey: ownPublic, info: info(OWN_PURPOSE, place, row.id), sealed: row.own });
  const sealed = await seal({ publicKey: serverKey, plaintext: secret, info: info(PURPOSE, place, row.id) });
  secret.fill(0);
  return attested({ row: { ...row, sealed, handed: false }, place, signing });
}

/** A row as JSON for the server. */
export function writtenKey({ id, enrolment, made_at, sealed, signature }) {
  return { id, enrolment, made_at, sealed: base64url(sealed), signature: signature && base64url(signature) };
}

const info = (purpose, { agency, device, enrolment }, id) =>
  canonicalBytes({ purpose, agency, device, enrolment, id });
