/* Hybrid public key encryption (RFC 9180), base mode, single shot: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
   The result is `enc || ciphertext`, as the server's library writes it. */
import { join, utf8 } from "../core/bytes.js";

const NOTHING = new Uint8Array(0);
const ZEROS = new Uint8Array(32); // the salt when there is none: HMAC fills a key with zeros in any case
const POINT = 65; // bytes of an uncompressed point of P-256
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const KEM = join(utf8("KEM"), number(0x0010));
const SUITE = join(utf8("HPKE"), number(0x0010), number(0x0001), number(0x0002));

/** Seal `plaintext` to the owner of `publicKey` (65 bytes). `ephemeral` is a key pair for test vectors alone. */
export async function seal({ publicKey, info, plaintext, aad = NOTHING, ephemeral = null }) {
  const pair = ephemeral ?? (await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]));
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const { key, iv } = await schedule({ privateKey: pair.privateKey, other: publicKey, enc, recipient: publicKey, info });
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, key, plaintext);
  return join(enc, new Uint8Array(sealed));
}

/** Open what was sealed to `publicKey`, whose private half is `privateKey`. Throws when it was not, or was changed. */
export async function open({ privateKey, publicKey, info, sealed, aad = NOTHING }) {
  const enc = sealed.subarray(0, POINT);
  const { key, iv } = await schedule({ privateKey, other: enc, enc, recipient: publicKey, info });
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad }, key, sealed.subarray(POINT));
  return new Uint8Array(plain);
}

/* Sections 4.1 (Encap, Decap) and 5.1 (KeySchedule with an empty psk). */
async function schedule({ privateKey, other, enc, recipient, info }) {
  const point = await crypto.subtle.importKey("raw", other, CURVE, true, []);
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: point }, privateKey, 256));
  const early = await extract(KEM, ZEROS, "eae_prk", secret);
  const shared = await expand(KEM, early, "shared_secret", join(enc, recipient), 32);
  const context = join(
    Uint8Array.of(0),
    await extract(SUITE, ZEROS, "psk_id_hash", NOTHING),
    await extract(SUITE, ZEROS, "info_hash", info),
  );
  const late = await extract(SUITE, shared, "secret", NOTHING);
  const bits = await expand(SUITE, late, "key", context, 32);
  const key = await crypto.subtle.importKey("raw", bits, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { key, iv: await expand(SUITE, late, "base_nonce", context, 12) };
}

const extract = (suite, salt, label, from) => hmac(salt, join(utf8("HPKE-v1"), suite, utf8(label), from));

async function expand(suite, from, label, info, length) {
  const labeled = join(number(length), utf8("HPKE-v1"), suite, utf8(label), info, Uint8Array.of(1));
  return (await hmac(from, labeled)).subarray(0, length);
}

async function hmac(key, bytes) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes));
}

function number(value) {
  return Uint8Array.of(value >> 8, value & 255);
}
