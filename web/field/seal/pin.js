/* The key that a PIN gives: PBKDF2 with SHA-256 and 600,000 rounds (OWASP's figure). It is never stored. */
import { utf8 } from "../core/bytes.js";

export const ROUNDS = 600_000;
export const SHORTEST = 8; // characters

/** Whether a text may become a PIN: eight characters or more, not one character over and over. */
export function mayBePin(text) {
  return typeof text === "string" && [...text].length >= SHORTEST && new Set(text).size > 1;
}

/** An AES-256-GCM key for wrapping, from a PIN and 16 bytes of salt. The same letters in either Unicode form are one PIN. */
export async function pinKey({ pin, salt, rounds = ROUNDS }) {
  const from = await crypto.subtle.importKey("raw", utf8(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
