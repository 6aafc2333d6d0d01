/* Making text shorter before it is sealed (RFC 1951, no header); sealed bytes cannot be made shorter afterwards. */

export const INFLATED_AT_MOST = 4_000_000; // bytes: what opens larger was not made by us

/** Shorter bytes, or null where the browser cannot or it would not be shorter. */
export async function deflated(bytes) {
  if (typeof CompressionStream === "undefined") return null;
  const shorter = await through(bytes, new CompressionStream("deflate-raw"), Infinity);
  return shorter.length < bytes.length ? shorter : null;
}

/** The bytes again; throws for what is damaged or opens too large. */
export async function inflated(bytes, most = INFLATED_AT_MOST) {
  return through(bytes, new DecompressionStream("deflate-raw"), most);
}

async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) throw new RangeError("inflated");
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
