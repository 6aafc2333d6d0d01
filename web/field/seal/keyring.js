/* The keys of one enrolment: a reading key wrapped by the PIN, and by a passkey where there is one; under it the signing
   key and the own key, with which its owner reads again what was recorded, also while locked. Rows of it are safe on
   disk: without the PIN or the passkey they open nothing. A proof is `{pin}` or `{output}`, what the passkey gave. */
import { close, importKey, open, random } from "./boxes.js";
import { passkeyKey } from "./passkey.js";
import { pinKey, ROUNDS } from "./pin.js";
import { importSigning, signingPair } from "./signing.js";

const OWN = { name: "ECDH", namedCurve: "P-256" };

/** New keys for an enrolment: `{row, keys}`; `row` goes to disk, `keys` stay in memory. */
export async function makeKeyring({ enrolment, pin }) {
  const secret = random(32);
  const reading = await importKey(secret);
  const [signing, own] = [await signingPair(), await crypto.subtle.generateKey(OWN, true, ["deriveBits"])];
  const row = {
    ...(await wrappedByPin({ enrolment, secret, pin })),
    signing: await wrapped(reading, signing.privateKey, `signing|${enrolment}`),
    own: await wrapped(reading, own.privateKey, `own|${enrolment}`),
    signing_public: await raw(signing.publicKey),
    own_public: await raw(own.publicKey),
  };
  secret.fill(0);
  return { row, keys: await keys(row, reading, enrolment) };
}

/** The keys of a row by a proof; null when it is wrong. */
export async function openKeyring({ enrolment, row, ...proof }) {
  return unwrapped({ enrolment, row, proof }, async (secret) => keys(row, await importKey(secret), enrolment));
}

/** The row with another PIN; null when the proof is wrong. The signing key and the own key stay as they are. */
export function withPin({ enrolment, row, proof, pin }) {
  return unwrapped({ enrolment, row, proof }, async (secret) => ({ ...row, ...(await wrappedByPin({ enrolment, secret, pin })) }));
}

/** The row with a passkey `{id, salt, output}` beside the PIN; null when the proof is wrong. */
export function withPasskey({ enrolment, row, proof, passkey: { id, salt, output } }) {
  return unwrapped({ enrolment, row, proof }, async (secret) => {
    const reading = await close({ key: await passkeyKey({ output, salt }), bytes: secret, about: byPasskey(enrolment) });
    return { ...row, passkey: { id, salt, reading } };
  });
}

/** The row without its passkey, which opens nothing from then on. */
export const withoutPasskey = ({ passkey, ...row }) => row;

const byPin = (enrolment) => `reading|${enrolment}`;
const byPasskey = (enrolment) => `reading|passkey|${enrolment}`;

async function wrappedByPin({ enrolment, secret, pin }) {
  const salt = random(16);
  const key = await pinKey({ pin, salt });
  return { salt, rounds: ROUNDS, reading: await close({ key, bytes: secret, about: byPin(enrolment) }) };
}

/* What `work` makes of the bytes of the reading key, which are gone afterwards; null when the proof does not open them. */
async function unwrapped({ enrolment, row, proof }, work) {
  const secret = await (proof.output ? openedByPasskey(enrolment, row, proof) : openedByPin(enrolment, row, proof)).catch(() => null);
  if (!secret) return null;
  try {
    return await work(secret);
  } finally {
    secret.fill(0);
  }
}

async function openedByPin(enrolment, row, { pin }) {
  return open({ key: await pinKey({ pin, salt: row.salt, rounds: row.rounds }), box: row.reading, about: byPin(enrolment) });
}

async function openedByPasskey(enrolment, { passkey }, { output }) {
  return open({ key: await passkeyKey({ output, salt: passkey.salt }), box: passkey.reading, about: byPasskey(enrolment) });
}

async function keys(row, reading, enrolment) {
  const own = await open({ key: reading, box: row.own, about: `own|${enrolment}` });
  return {
    reading,
    signing: await importSigning(await open({ key: reading, box: row.signing, about: `signing|${enrolment}` })),
    own: await crypto.subtle.importKey("pkcs8", own, OWN, false, ["deriveBits"]),
  };
}

async function wrapped(reading, key, about) {
  return close({ key: reading, bytes: new Uint8Array(await crypto.subtle.exportKey("pkcs8", key)), about });
}

const raw = async (key) => new Uint8Array(await crypto.subtle.exportKey("raw", key));
