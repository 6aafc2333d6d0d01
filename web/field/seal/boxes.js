/* AES-256-GCM with a fresh nonce: `{iv, bytes}`, bound to the words that say what it is. */
import { utf8 } from "../core/bytes.js";

/** Random bytes. */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const importKey = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

/** Encrypt `bytes`; `about` is authenticated with it. */
export async function close({ key, bytes, about }) {
  const iv = random(12);
  const how = { name: "AES-GCM", iv, additionalData: utf8(about) };
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)) };
}

/** The bytes of a box; throws when it was closed with another key or about something else, or was changed. */
export async function open({ key, box, about }) {
  const how = { name: "AES-GCM", iv: box.iv, additionalData: utf8(about) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, box.bytes));
}
