import assert from "node:assert/strict";
import { test } from "node:test";

import { base64url, fromBase64url, fromHex, hex, utf8 } from "../../web/field/core/bytes.js";
import { importKey } from "../../web/field/seal/boxes.js";
import { deflated, inflated } from "../../web/field/seal/deflate.js";
import { digest, openOperation, sealOperation, written } from "../../web/field/seal/envelope.js";
import * as hpke from "../../web/field/seal/hpke.js";
import { makeKeyring, openKeyring } from "../../web/field/seal/keyring.js";
import { attested, makeOutboxKey, ownKeyOf, writtenKey } from "../../web/field/seal/outbox_key.js";
import { mayBePin } from "../../web/field/seal/pin.js";
import { isSigned, signed } from "../../web/field/seal/signing.js";
import { vectors } from "./vectors.mjs";

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const sealing = vectors("sealing");
const { place } = sealing;

async function pairOf(secret, point) {
  const jwk = { kty: "EC", crv: "P-256", d: base64url(secret), x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)) };
  const publicKey = await crypto.subtle.importKey("raw", point, CURVE, true, []);
  return { privateKey: await crypto.subtle.importKey("jwk", jwk, CURVE, true, ["deriveBits"]), publicKey };
}

const numbered = (number) => fromHex(number.toString(16).padStart(64, "0"));
const flipped = (bytes, place) => bytes.map((byte, at) => (at === place ? byte ^ 1 : byte));

test("HPKE gives what RFC 9180 publishes", async () => {
  const published = vectors("hpke");
  const [{ aad, ct, pt }] = published.encryptions;
  const publicKey = fromHex(published.pkRm);
  const ephemeral = await pairOf(fromHex(published.skEm), fromHex(published.pkEm));
  const how = { info: fromHex(published.info), aad: fromHex(aad) };
  const sealed = await hpke.seal({ publicKey, plaintext: fromHex(pt), ephemeral, ...how });
  assert.equal(hex(sealed), published.enc + ct);
  const { privateKey } = await pairOf(fromHex(published.skRm), publicKey);
  assert.equal(hex(await hpke.open({ privateKey, publicKey, sealed, ...how })), pt);
});

test("what the server sealed opens, and nothing that was changed does", async () => {
  const publicKey = fromBase64url(sealing.server_key.public);
  const { privateKey } = await pairOf(numbered(sealing.server_key.private), publicKey);
  const info = utf8(JSON.stringify({
    agency: place.agency, device: place.device, enrolment: place.enrolment, id: sealing.outbox_key.id,
    purpose: "alongside-field/1 outbox-key",
  }));
  const sealed = fromBase64url(sealing.outbox_key.sealed);
  assert.equal(base64url(await hpke.open({ privateKey, publicKey, sealed, info })), sealing.secret);
  for (const at of [1, 70, sealed.length - 1]) {
    await assert.rejects(hpke.open({ privateKey, publicKey, sealed: flipped(sealed, at), info }));
  }
  await assert.rejects(hpke.open({ privateKey, publicKey, sealed, info: utf8("{}") }));
});

test("an operation that was sealed elsewhere opens, deflated or not", async () => {
  const secret = await importKey(fromBase64url(sealing.secret));
  for (const row of sealing.sealed_operations) {
    const mine = { ...row, iv: fromBase64url(row.iv), sealed: fromBase64url(row.sealed) };
    assert.deepEqual(await openOperation({ row: mine, place, key: { secret } }), sealing.operation);
    await assert.rejects(openOperation({ row: { ...mine, seq: 18 }, place, key: { secret } }));
  }
  assert.equal(await digest(sealing.operation), sealing.digest);
  assert.equal(await digest({ ...sealing.operation, seq: 1, tick: 2 }), sealing.digest);
  assert.notEqual(await digest({ ...sealing.operation, at: "2026-11-22T15:04:05.124Z" }), sealing.digest);
});

test("signatures made elsewhere hold, and only for what was signed", async () => {
  const { id, made_at, sealed, signature } = sealing.outbox_key;
  const sha = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64url(sealed))));
  const statement = { purpose: "alongside-field/1 outbox-key", ...place, id, made_at, sha256: sha };
  const how = { publicKey: fromBase64url(sealing.signing.public), signature: fromBase64url(signature) };
  assert.equal(await isSigned({ ...how, statement }), true);
  assert.equal(await isSigned({ ...how, statement: { ...statement, device: id } }), false);
  const { signature: stamp, ...pack } = sealing.pack;
  const agency = { publicKey: fromBase64url(sealing.pack_key.public), signature: fromBase64url(stamp.value) };
  assert.equal(await isSigned({ ...agency, statement: pack }), true);
  assert.equal(await isSigned({ ...agency, statement: { ...pack, expires_at: pack.made_at } }), false);
});

test("a PIN opens its keys and no other does", async () => {
  const { row, keys } = await makeKeyring({ enrolment: place.enrolment, pin: "blue kettle 7" });
  assert.equal(await openKeyring({ enrolment: place.enrolment, pin: "blue kettle 8", row }), null);
  assert.equal(await openKeyring({ enrolment: place.device, pin: "blue kettle 7", row }), null);
  const opened = await openKeyring({ enrolment: place.enrolment, pin: "blue kettle 7", row });
  const statement = { purpose: "test" };
  for (const one of [keys, opened]) {
    const signature = await signed({ key: one.signing, statement });
    assert.equal(await isSigned({ publicKey: row.signing_public, statement, signature }), true);
  }
  assert.equal(opened.signing.extractable || opened.own.extractable || opened.reading.extractable, false);
  assert.equal(row.rounds, 600_000);
});

test("a PIN has eight characters that are not all the same", () => {
  for (const pin of ["1234567", "88888888", "", null]) assert.equal(mayBePin(pin), false);
  for (const pin of ["12345679", "blue kettle"]) assert.equal(mayBePin(pin), true);
});

test("an outbox key made while locked is signed afterwards, and read again by its author alone", async () => {
  const { row, keys } = await makeKeyring({ enrolment: place.enrolment, pin: "blue kettle 7" });
  const made = await makeOutboxKey({
    id: sealing.outbox_key.id, place, madeAt: sealing.outbox_key.made_at,
    serverKey: fromBase64url(sealing.server_key.public), ownKey: row.own_public,
  });
  assert.equal(writtenKey(made.row).signature, null);
  const signedRow = await attested({ row: made.row, place, signing: keys.signing });
  assert.match(writtenKey(signedRow).signature, /^[\w-]{86}$/);
  const sealed = await sealOperation({ operation: sealing.operation, place, key: made.key });
  const key = await ownKeyOf({ row: signedRow, place, own: keys.own, ownPublic: row.own_public });
  assert.deepEqual(await openOperation({ row: sealed, place, key }), sealing.operation);
  const other = await makeKeyring({ enrolment: place.enrolment, pin: "blue kettle 7" });
  await assert.rejects(ownKeyOf({ row: signedRow, place, own: other.keys.own, ownPublic: other.row.own_public }));
});

test("what opens larger than it may is refused", async () => {
  const bomb = await deflated(new Uint8Array(5_000_000));
  assert.ok(bomb.length < 10_000);
  await assert.rejects(inflated(bomb), RangeError);
  assert.equal(await deflated(Uint8Array.of(1)), null);
});

test("eight visits with 600 observations and eight notes stay under 200 kB sealed", async (t) => {
  const key = { id: sealing.outbox_key.id, secret: await importKey(fromBase64url(sealing.secret)) };
  const id = () => crypto.randomUUID();
  const sizes = { sealed: 0, written: 0, operations: 0 };
  const put = async (kind, on, details) => {
    const operation = { id: id(), seq: sizes.operations + 1, kind, on, at: "2026-11-22T15:04:05.123Z", tick: 183_211, details };
    const row = await sealOperation({ operation, place, key });
    sizes.sealed += row.iv.length + row.sealed.length;
    sizes.written += JSON.stringify(written(row)).length;
    sizes.operations += 1;
    return operation;
  };
  const words = "calm steps away from bench asks for break with card waits while peer finishes then returns to task and smiles".split(" ");
  for (let visit = 0; visit < 8; visit += 1) {
    const session = id();
    await put("sessions.start/1", id(), { visit: id(), zone: "America/New_York", began_at: "2026-11-22T15:01:00.000Z" });
    const seen = [];
    for (let count = 0; count < 75; count += 1) {
      const details = { target: id(), details: { count: 1 }, happened_at: `2026-11-22T15:${10 + (count % 50)}:05.123Z` };
      seen.push((await put("behaviour.record/1", session, details)).id);
    }
    let text = "";
    for (let at = visit; text.length < 3000; at += 7) text += `${words[(at * at) % words.length]} `;
    const sentences = text.slice(0, 3000).match(/.{1,150}/g).map((part, at) => ({ text: part, evidence: [{ ids: seen.slice(at * 3, at * 3 + 3) }] }));
    await put("notes.draft/1", session, { document: id(), body: { sentences } });
    await put("notes.sign/1", id(), { saved: id(), digest: "ab".repeat(32), signed_at: "2026-11-22T16:04:05.123Z", signature: "x".repeat(86) });
    await put("sessions.end/1", session, { ended_at: "2026-11-22T16:00:00.000Z" });
  }
  t.diagnostic(`${sizes.operations} operations: ${sizes.sealed} bytes sealed, ${sizes.written} as written to the server`);
  assert.ok(sizes.sealed < 200_000, `${sizes.sealed}`);
});
