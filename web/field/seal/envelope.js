/* One operation, sealed for the server under an outbox key, and its digest. docs/field-protocol.md, section 3. */
import { base64url, fromUtf8, hex, utf8 } from "../core/bytes.js";
import { canonicalBytes } from "../core/canonical.js";
import { close, open } from "./boxes.js";
import { deflated, inflated } from "./deflate.js";

/**
 * The row that goes to disk and to the server: `{id, seq, enrolment, key, iv, sealed, deflate}`.
 * `operation` is whole, with its seq; `place` is `{agency, device, enrolment}`; `key` is `{id, secret}`.
 */
export async function sealOperation({ operation, place, key }) {
  const plain = utf8(JSON.stringify(operation));
  const shorter = await deflated(plain);
  const row = { id: operation.id, seq: operation.seq, enrolment: place.enrolment, key: key.id };
  const box = await close({ key: key.secret, bytes: shorter ?? plain, about: about(row, place) });
  return { ...row, iv: box.iv, sealed: box.bytes, deflate: shorter !== null };
}

/** The operation in a row again; throws when it was changed on disk. */
export async function openOperation({ row, place, key }) {
  const box = { iv: row.iv, bytes: row.sealed };
  const plain = await open({ key: key.secret, box, about: about(row, place) });
  return JSON.parse(fromUtf8(row.deflate ? await inflated(plain) : plain));
}

/** A row as JSON for the server. */
export function written(row) {
  const { id, seq, key, iv, sealed, deflate } = row;
  const text = { id, seq, key, iv: base64url(iv), sealed: base64url(sealed) };
  return deflate ? { ...text, deflate } : text;
}

/** What receipts speak of: SHA-256 over the canonical JSON of the operation without `seq` and `tick`, in hexadecimal. */
export async function digest(operation) {
  const { seq, tick, ...rest } = operation;
  return sha256(canonicalBytes(rest));
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes) {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function about(row, { agency, device, enrolment }) {
  return `alongside-field/1|${agency}|${device}|${enrolment}|${row.key}|${row.id}|${row.seq}`;
}
