/* Signatures: ECDSA P-256 with SHA-256, 64 bytes r || s, over canonical JSON. */
import { canonicalBytes } from "../core/canonical.js";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const HOW = { name: "ECDSA", hash: "SHA-256" };

/** The signature over a statement (a JSON object). */
export async function signed({ key, statement }) {
  return new Uint8Array(await crypto.subtle.sign(HOW, key, canonicalBytes(statement)));
}

/** Whether the owner of `publicKey` (65 bytes) signed exactly this statement. */
export async function isSigned({ publicKey, statement, signature }) {
  const key = await crypto.subtle.importKey("raw", publicKey, CURVE, true, ["verify"]);
  return crypto.subtle.verify(HOW, key, signature, canonicalBytes(statement));
}

export const signingPair = () => crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
export const importSigning = (bytes) => crypto.subtle.importKey("pkcs8", bytes, CURVE, false, ["sign"]);
