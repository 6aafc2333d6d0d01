/* The keys of one enrolment: a reading key wrapped by the PIN; under it the signing key and the own key, with which its
   owner reads again what was recorded, also while locked. Rows of it are safe on disk: without the PIN they open nothing. */
import { close, importKey, open, random } from "./boxes.js";
import { pinKey, ROUNDS } from "./pin.js";
import { importSigning, signingPair } from "./signing.js";

const OWN = { name: "ECDH", namedCurve: "P-256" };

/** New keys for an enrolment: `{row, keys}`; `row` goes to disk, `keys` stay in memory. */
export async function makeKeyring({ enrolment, pin }) {
  const salt = random(16);
  const secret = random(32);
  const wrapping = await pinKey({ pin, salt });
  const reading = await importKey(secret);
  const [signing, own] = [await signingPair(), await crypto.subtle.generateKey(OWN, true, ["deriveBits"])];
  const row = {
    salt,
    rounds: ROUNDS,
    reading: await close({ key: wrapping, bytes: secret, about: `reading|${enrolment}` }),
    signing: await wrapped(reading, signing.privateKey, `signing|${enrolment}`),
    own: await wrapped(reading, own.privateKey, `own|${enrolment}`),
    signing_public: await raw(signing.publicKey),
    own_public: await raw(own.publicKey),
  };
  secret.fill(0);
  return { row, keys: await keys(row, reading, enrolment) };
}

/** The keys of a row by its PIN; null when the PIN is wrong. */
export async function openKeyring({ enrolment, pin, row }) {
  const wrapping = await pinKey({ pin, salt: row.salt, rounds: row.rounds });
  const secret = await open({ key: wrapping, box: row.reading, about: `reading|${enrolment}` }).catch(() => null);
  if (!secret) return null;
  const reading = await importKey(secret);
  secret.fill(0);
  return keys(row, reading, enrolment);
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
