/* The digest that a signature stands on (alongside/documents/sealing.py): SHA-256 of the canonical JSON of all that is signed. */
import { canonicalBytes } from "../core/canonical.js";

/** What is hashed: the words with their document, its version number, kind and form edition, and the rows they rest on. */
export function sealedBytes({ document, number, kind, form, edition, body }) {
  return canonicalBytes({ document, number, kind, form, edition, body, cited: cited(body) });
}

/** The digest in hexadecimal. */
export async function digest(what) {
  const hashed = await globalThis.crypto.subtle.digest("SHA-256", sealedBytes(what));
  return [...new Uint8Array(hashed)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Ids of every recorded row that a sentence of the body rests on, sorted, each once. */
export function cited(body) {
  const ids = (body.sentences ?? []).flatMap((one) => (one.evidence ?? []).flatMap((evidence) => evidence.ids ?? []));
  return [...new Set(ids)].sort();
}
