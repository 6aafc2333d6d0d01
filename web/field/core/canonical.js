/* Canonical JSON (RFC 8785): the same bytes on every machine, so that digests and signatures agree. */
import { utf8 } from "./bytes.js";

/** The canonical text of a JSON value. Throws a TypeError for what JSON cannot say: NaN, undefined, half a surrogate pair. */
export function canonical(value) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(",")}]`;
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) return members(value);
  throw new TypeError("json");
}

export const canonicalBytes = (value) => utf8(canonical(value));

/* Names in the order of their UTF-16 code units, which is how JavaScript compares text. */
function members(value) {
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${quoted(name)}:${canonical(value[name])}`).join(",")}}`;
}

function quoted(text) {
  if (/[\ud800-\udfff]/u.test(text)) throw new TypeError("surrogate");
  return JSON.stringify(text);
}
