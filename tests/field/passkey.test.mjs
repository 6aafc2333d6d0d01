import assert from "node:assert/strict";
import { test } from "node:test";

import { utf8 } from "../../web/field/core/bytes.js";
import { openDevice } from "../../web/field/device.js";
import { makeKeyring, openKeyring, withoutPasskey, withPasskey, withPin } from "../../web/field/seal/keyring.js";
import { askPasskey, makePasskey, offersPasskeys } from "../../web/field/seal/passkey.js";
import { makeDisk } from "./disk.mjs";
import { makeServer } from "./server.mjs";

const ENROLMENT = "0192f0c1-4444-7000-8000-000000000001";
const [PIN, NEXT] = ["blue kettle 7", "green kettle 8"];
const code = (wanted) => (fault) => fault.code === wanted || assert.fail(`${fault.code ?? fault.stack}, not ${wanted}`);

/* Authenticators as browsers show them: a passkey gives HMAC-SHA-256 of the salt, by a secret of its own. */
function makeAuthenticator({ prf = true, atOnce = true } = {}) {
  const secrets = new Map();
  const eval_ = async (id, { prf: asked }) => {
    const key = await crypto.subtle.importKey("raw", secrets.get(id), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return { first: await crypto.subtle.sign("HMAC", key, asked.eval.first) };
  };
  const answer = (id, told) => ({ rawId: utf8(id).buffer, getClientExtensionResults: () => (prf ? { prf: told } : {}) });
  const give = { asked: 0, secrets, refuses: false };
  give.create = async ({ publicKey }) => {
    if (give.refuses) throw new DOMException("", "NotAllowedError");
    assert.equal(publicKey.authenticatorSelection.userVerification, "required");
    const id = `key-${secrets.size + 1}`;
    secrets.set(id, crypto.getRandomValues(new Uint8Array(32)));
    return answer(id, { enabled: true, results: atOnce ? await eval_(id, publicKey.extensions) : undefined });
  };
  give.get = async ({ publicKey }) => {
    const id = new TextDecoder().decode(publicKey.allowCredentials[0].id);
    give.asked += 1;
    assert.equal(publicKey.userVerification, "required");
    if (give.refuses || !secrets.has(id)) throw new DOMException("", "NotAllowedError");
    return answer(id, { results: await eval_(id, publicKey.extensions) });
  };
  return give;
}

async function readable(one, other) {
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, one.reading, utf8("words"));
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, other.reading, box));
}

test("a PIN and a passkey open the same keys, and neither is on disk", async () => {
  const credentials = makeAuthenticator();
  const { row, keys } = await makeKeyring({ enrolment: ENROLMENT, pin: PIN });
  const passkey = await makePasskey({ credentials, name: "RV", app: "App" });
  const both = await withPasskey({ enrolment: ENROLMENT, row, proof: { pin: PIN }, passkey });
  const output = await askPasskey({ credentials, ...both.passkey });
  assert.deepEqual(output, passkey.output, "the same salt gives the same");
  const byPasskey = await openKeyring({ enrolment: ENROLMENT, row: both, output });
  assert.equal(await readable(keys, byPasskey), "words");
  assert.equal(await readable(keys, await openKeyring({ enrolment: ENROLMENT, row: both, pin: PIN })), "words");
  assert.deepEqual(both.signing, row.signing);
  assert.deepEqual(Object.keys(both.passkey).sort(), ["id", "reading", "salt"]);
});

test("what a passkey does not give opens nothing", async () => {
  const { row } = await makeKeyring({ enrolment: ENROLMENT, pin: PIN });
  const passkey = await makePasskey({ credentials: makeAuthenticator(), name: "RV", app: "App" });
  const both = await withPasskey({ enrolment: ENROLMENT, row, proof: { pin: PIN }, passkey });
  const wrong = passkey.output.map((byte, place) => (place ? byte : byte ^ 1));
  assert.equal(await openKeyring({ enrolment: ENROLMENT, row: both, output: wrong }), null);
  assert.equal(await openKeyring({ enrolment: ENROLMENT, row: withoutPasskey(both), output: passkey.output }), null);
  assert.equal(await openKeyring({ enrolment: ENROLMENT.replace("1", "2"), row: both, output: passkey.output }), null, "bound to its enrolment");
  assert.equal(await withPasskey({ enrolment: ENROLMENT, row, proof: { pin: "another 1" }, passkey }), null);
});

test("another PIN: the old one opens nothing, the passkey and the signing key stay", async () => {
  const { row } = await makeKeyring({ enrolment: ENROLMENT, pin: PIN });
  const passkey = await makePasskey({ credentials: makeAuthenticator(), name: "RV", app: "App" });
  const both = await withPasskey({ enrolment: ENROLMENT, row, proof: { pin: PIN }, passkey });
  for (const proof of [{ pin: PIN }, { output: passkey.output }]) {
    const changed = await withPin({ enrolment: ENROLMENT, row: both, proof, pin: NEXT });
    assert.equal(await openKeyring({ enrolment: ENROLMENT, row: changed, pin: PIN }), null);
    assert.ok(await openKeyring({ enrolment: ENROLMENT, row: changed, pin: NEXT }));
    assert.ok(await openKeyring({ enrolment: ENROLMENT, row: changed, output: passkey.output }));
    assert.deepEqual([changed.signing, changed.own], [row.signing, row.own]);
    assert.notDeepEqual(changed.salt, row.salt);
  }
  assert.equal(await withPin({ enrolment: ENROLMENT, row: both, proof: { pin: "another 1" }, pin: NEXT }), null);
});

test("a browser tells whether it may; one that does not tell is tried", async () => {
  const kind = (can) => ({ getClientCapabilities: async () => can });
  const credentials = makeAuthenticator();
  assert.equal(await offersPasskeys({ credentials, kind: kind({ "extension:prf": true }) }), true);
  assert.equal(await offersPasskeys({ credentials, kind: kind({ "extension:prf": false }) }), false);
  assert.equal(await offersPasskeys({ credentials, kind: {} }), true);
  assert.equal(await offersPasskeys({ credentials: undefined, kind: kind({}) }), false);
  await assert.rejects(makePasskey({ credentials: makeAuthenticator({ prf: false }), name: "RV", app: "App" }), code("passkey_unfit"));
  const later = await makePasskey({ credentials: makeAuthenticator({ atOnce: false }), name: "RV", app: "App" });
  assert.equal(later.output.length, 32);
});

async function make() {
  const clock = { now: Date.UTC(2026, 10, 22, 15) };
  const [disk, server, credentials] = [makeDisk(), await makeServer({ now: () => clock.now }), makeAuthenticator()];
  const open = () =>
    openDevice({
      indexedDB: disk, fetch: server.fetch, now: () => clock.now, tick: () => 0, random: () => 0.5, locks: null, storage: null,
      channel: null, later: null, build: "test", credentials,
    });
  const device = await open();
  return { clock, server, credentials, open, device, enrolment: await device.enrol({ pin: PIN, label: "" }) };
}

const act = { kind: "behaviour.record/1", on: ENROLMENT, details: { n: 1 } };

test("without signal: unlocked and signed with a passkey; the PIN changed by it", async () => {
  const { device, server, open, enrolment, credentials } = await make();
  assert.equal(device.people()[0].passkey, false);
  await device.addPasskey({ pin: PIN, app: "App" });
  assert.equal(device.people()[0].passkey, true);
  server.online = false;
  await device.record(act);
  const again = await open();
  await again.unlock({ enrolment, passkey: true });
  assert.equal((await again.operations()).operations.length, 1);
  const asked = credentials.asked;
  const { statement, signature } = await again.sign({ passkey: true, purpose: "alongside-field/1 note" });
  assert.deepEqual([statement.enrolment, typeof signature, credentials.asked], [enrolment, "string", asked + 1]);
  await again.changePin({ passkey: true, next: NEXT });
  again.lock();
  await assert.rejects(again.unlock({ enrolment, pin: PIN }), code("pin_wrong"));
  await again.unlock({ enrolment, pin: NEXT });
  assert.equal((await again.operations()).operations.length, 1);
});

test("a passkey that is refused or gone opens nothing, and takes no try of the PIN", async () => {
  const { device, enrolment, credentials } = await make();
  await assert.rejects(device.unlock({ enrolment, passkey: true }), code("passkey_failed"));
  await device.addPasskey({ pin: PIN, app: "App" });
  device.lock();
  credentials.refuses = true;
  for (let n = 0; n < 12; n += 1) await assert.rejects(device.unlock({ enrolment, passkey: true }), code("passkey_failed"));
  await device.unlock({ enrolment, pin: PIN });
  await device.removePasskey();
  credentials.refuses = false;
  device.lock();
  await assert.rejects(device.unlock({ enrolment, passkey: true }), code("passkey_failed"));
});

test("after ten wrong PINs the passkey still opens, and another PIN begins the count anew", async () => {
  const { device, enrolment, clock } = await make();
  await device.addPasskey({ pin: PIN, app: "App" });
  device.lock();
  for (let n = 1; n <= 10; n += 1) {
    await assert.rejects(device.unlock({ enrolment, pin: "wrong one" }));
    clock.now += 3_600_000;
  }
  await assert.rejects(device.unlock({ enrolment, pin: PIN }), code("pin_spent"));
  await device.unlock({ enrolment, passkey: true });
  await device.changePin({ passkey: true, next: NEXT });
  device.lock();
  await device.unlock({ enrolment, pin: NEXT });
});

test("a PIN is changed by the old one alone, and never to one that is easy", async () => {
  const { device, enrolment } = await make();
  await assert.rejects(device.changePin({ pin: "another 1", next: NEXT }), code("pin_wrong"));
  await assert.rejects(device.changePin({ pin: PIN, next: "11111111" }), code("pin_weak"));
  await device.changePin({ pin: PIN, next: NEXT });
  device.lock();
  await assert.rejects(device.changePin({ pin: NEXT, next: PIN }), code("locked"));
  await device.unlock({ enrolment, pin: NEXT });
});

test("taking somebody off waits until everything of theirs is sent, and destroys what could be read", async () => {
  const { device, server, enrolment, open } = await make();
  server.online = false;
  await device.record(act);
  await device.handIn();
  await assert.rejects(device.takeOff(), (fault) => fault.code === "unsent" && fault.values.count === 1);
  assert.equal(device.status().locked, false);
  server.online = true;
  await device.handIn();
  await device.takeOff();
  assert.deepEqual([device.people(), device.status().locked, server.done()], [[], true, [1]]);
  await assert.rejects((await open()).unlock({ enrolment, pin: PIN }), code("wiped"));
});
