import assert from "node:assert/strict";
import { test } from "node:test";

import { base64url, fromBase64url, fromHex, hex, join, utf8 } from "../../web/field/core/bytes.js";
import { canonical } from "../../web/field/core/canonical.js";
import { latest, lease } from "../../web/field/core/lease.js";
import { milliseconds, moment } from "../../web/field/core/moments.js";
import { MOST, refusal, untried, wrongAgain } from "../../web/field/core/tries.js";
import { isUuid, madeAt, uuid7 } from "../../web/field/core/uuid7.js";
import { vectors } from "./vectors.mjs";

test("canonical JSON is the server's, byte for byte", () => {
  for (const vector of vectors("canonical")) assert.equal(canonical(vector.value), vector.canonical);
});

test("what JSON cannot say is refused", () => {
  for (const value of [NaN, Infinity, undefined, { a: undefined }, "\ud800", { "\udc00": 1 }, new Date(0), () => 1, 1n]) {
    assert.throws(() => canonical(value), TypeError);
  }
});

test("bytes go to base64url and hexadecimal and back", () => {
  for (const length of [0, 1, 2, 3, 31, 70_000]) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 31 + 251) % 256);
    assert.deepEqual(fromBase64url(base64url(bytes)), bytes);
    assert.deepEqual(fromHex(hex(bytes)), bytes);
  }
  assert.deepEqual(join(utf8("a"), utf8("é")), Uint8Array.of(97, 195, 169));
  for (const text of ["a", "a+b/", "YQ==", "Y Q", null]) assert.throws(() => fromBase64url(text), RangeError);
});

test("an id of the device is a UUID of version 7 that tells its moment", () => {
  const at = Date.UTC(2026, 10, 22, 15, 4, 5, 123);
  const ids = new Set(Array.from({ length: 500 }, () => uuid7(at)));
  assert.equal(ids.size, 500);
  for (const id of ids) assert.ok(isUuid(id) && id[14] === "7" && madeAt(id) === at);
  assert.ok(isUuid(uuid7(-5)), "a clock before 1970 still gives an id");
  for (const text of ["", "0192F0C1-2222-7000-8000-000000000001", "0192f0c1222270008000000000000001", 7]) assert.ok(!isUuid(text));
});

test("moments are read with an offset and refused without one", () => {
  assert.equal(moment(0), "1970-01-01T00:00:00.000Z");
  assert.equal(milliseconds("2026-11-22T10:04:05.123-05:00"), Date.UTC(2026, 10, 22, 15, 4, 5, 123));
  for (const text of ["2026-11-22T10:04:05.123", "2026-11-22", "2026-13-22T10:04:05Z", 5, null]) assert.equal(milliseconds(text), null);
});

test("a pack closes when it expires, and turning the clock back does not open it", () => {
  const ends = 1_000_000;
  assert.deepEqual(lease({ ends, seen: 0, now: 999_999 }), { ends, over: false });
  assert.equal(lease({ ends, seen: 0, now: ends }).over, true);
  assert.equal(lease({ ends, seen: latest(0, ends + 5), now: 10 }).over, true);
  assert.equal(lease({ ends: null, seen: 0, now: 0 }).over, true);
});

test("a PIN may be tried ten times, each wait as long as the one before or longer", () => {
  let [tries, now, before] = [untried, 0, 0];
  for (let count = 1; count <= MOST; count += 1) {
    assert.equal(refusal(tries, now), null);
    tries = wrongAgain(tries, now);
    const wait = tries.until - now;
    assert.ok(wait >= before);
    if (wait > 0 && count < MOST) assert.equal(refusal(tries, now).code, "pin_wait");
    [before, now] = [wait, tries.until];
  }
  assert.equal(refusal(tries, now + 1e9).code, "pin_spent");
});
