/* Ids made on the device: UUID version 7 (RFC 9562). They tell when they were made, and nothing else. */
import { fromHex, hex } from "./bytes.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 for a moment in milliseconds; `random` fills an array of bytes. */
export function uuid7(at, random = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = random(new Uint8Array(16));
  const moment = Math.max(0, Math.floor(at));
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(moment / 256 ** (5 - place)) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a text is a UUID as this protocol writes it: lower case, with hyphens. */
export const isUuid = (text) => typeof text === "string" && UUID.test(text);

/** The moment, in milliseconds, at which a UUIDv7 was made by its device's clock. */
export function madeAt(id) {
  return fromHex(id.replace(/-/g, "").slice(0, 12)).reduce((sum, byte) => sum * 256 + byte, 0);
}
