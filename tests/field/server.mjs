/* The server's half of the protocol as far as a device sees it: opens what is sealed, keeps receipts for ever, counts
   what it is asked. Its faults are set by a test. */
import { base64url, fromBase64url } from "../../web/field/core/bytes.js";
import { canonicalBytes } from "../../web/field/core/canonical.js";
import { importKey } from "../../web/field/seal/boxes.js";
import { digest, openOperation } from "../../web/field/seal/envelope.js";
import { open } from "../../web/field/seal/hpke.js";
import { signed } from "../../web/field/seal/signing.js";

const HOUR = 3_600_000;
export const AGENCY = { id: "0192f0c1-0000-7000-8000-0000000000a1", name: "Riverside", zone: "America/New_York" };
export const STAFF = {
  rosa: { id: "0192f0c1-0000-7000-8000-0000000000f1", name: "Rosa Delgado", credential: "TSS" },
  ben: { id: "0192f0c1-0000-7000-8000-0000000000f2", name: "Ben Okafor", credential: "TSS" },
};

const sealingPair = () => crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
const raw = async (key) => new Uint8Array(await crypto.subtle.exportKey("raw", key));

export async function makeServer({ now }) {
  let sealing = await sealingPair();
  const signing = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const points = { sealing: await raw(sealing.publicKey), signing: await raw(signing.publicKey) };
  const server_key = { id: "0192f0c1-0000-7000-8000-0000000000b1", public: base64url(points.sealing) };
  const signing_key = { id: "0192f0c1-0000-7000-8000-0000000000b2", public: base64url(points.signing) };
  const server = {
    who: "rosa", online: true, epoch: "e1", turns: new Map(), left: [], orders: [], enrolments: new Map(), taken: new Map(), asked: [],
    fault: null, ahead: 0, lease: 72 * HOUR, sections: [{ kind: "today/1", client: null, body: { visits: [] } }], hold: () => null,
  };

  server.keys = () => ({ server_key: { ...server_key }, signing_key });

  /* A backup of it, and putting one back: everything since is gone. `keys`: also the agency's key, made anew. */
  server.backup = () => structuredClone({ enrolments: server.enrolments, taken: server.taken, turns: server.turns });
  server.putBack = async (copy, { keys = false } = {}) => {
    Object.assign(server, structuredClone(copy));
    if (!keys) return;
    sealing = await sealingPair();
    points.sealing = await raw(sealing.publicKey);
    Object.assign(server_key, { id: "0192f0c1-0000-7000-8000-0000000000b9", public: base64url(points.sealing) });
  };

  const answers = {
    "/field/session/": () => ({ staff: STAFF[server.who] ?? null, agency: server.who ? AGENCY : null, epoch: server.epoch, csrf: "c", ...server.keys() }),
    "/field/enrolments/": (body) => {
      server.enrolments.set(body.enrolment, { staff: server.who, device: body.device, key: body.public_key });
      server.turns.set(body.device, server.turns.get(body.device) ?? 0);
      return { protocol: 1, agency: AGENCY, staff: STAFF[server.who], token: "dG9rZW4", ...server.keys(), lease_hours: 72, next: awaited()[body.enrolment], csrf: "c" };
    },
    "/field/pack/": async () => {
      const pack = {
        protocol: 1, made_at: new Date(now() + server.ahead).toISOString(), expires_at: new Date(now() + server.ahead + server.lease).toISOString(),
        agency: AGENCY.id, staff: STAFF[server.who].id, epoch: server.epoch, sections: server.sections,
      };
      const value = base64url(await signed({ key: signing.privateKey, statement: pack }));
      return { ...pack, signature: { key: signing_key.id, value } };
    },
    "/field/operations/": taking,
  };

  async function taking(body, id) {
    const turn = server.turns.get(id);
    if (turn === undefined) return { status: 401 };
    if (body.seen <= turn) server.turns.set(id, turn + 1);
    for (const { enrolment } of body.left) if (server.enrolments.has(enrolment)) server.left.push(enrolment);
    const secrets = new Map();
    for (const key of body.keys) {
      if (!server.enrolments.has(key.enrolment)) continue; // it could never be opened
      const place = { agency: AGENCY.id, device: server.enrolments.get(key.enrolment).device, enrolment: key.enrolment };
      const info = canonicalBytes({ purpose: "alongside-field/1 outbox-key", ...place, id: key.id });
      const secret = await open({ privateKey: sealing.privateKey, publicKey: points.sealing, info, sealed: fromBase64url(key.sealed) });
      secrets.set(key.id, { place, signed: key.signature !== null, secret: await importKey(secret) });
    }
    const receipts = [];
    for (const [id, one] of server.taken) {
      if (one.outcome === "held" && secrets.get(one.key)?.signed && one.reasons[0].code === "unattested") {
        Object.assign(one, { outcome: "done", reasons: [] });
        receipts.push({ id, outcome: "done", digest: one.digest, reasons: [] });
      }
    }
    const strange = body.keys.filter(({ enrolment }) => !server.enrolments.has(enrolment)).map(({ id: key }) => key);
    for (const written of body.operations.filter(({ key }) => !strange.includes(key))) receipts.push(await receipt(written, secrets.get(written.key)));
    const orders = [...server.orders, ...server.left.map((enrolment) => ({ order: "wipe", enrolment }))];
    return { protocol: 1, now: new Date(now() + server.ahead).toISOString(), epoch: server.epoch, turn: server.turns.get(id), build: "b1", receipts, next: awaited(), orders };
  }

  function awaited() {
    const next = Object.fromEntries([...server.enrolments.keys()].map((id) => [id, 1]));
    for (const { operation, enrolment } of server.taken.values()) {
      next[enrolment] = Math.max(next[enrolment], operation.seq + 1);
    }
    return next;
  }

  async function receipt(written, key) {
    const row = { ...written, iv: fromBase64url(written.iv), sealed: fromBase64url(written.sealed) };
    let operation = null;
    try {
      operation = await openOperation({ row, place: key.place, key });
    } catch {
      return { id: written.id, outcome: "held", digest: "", reasons: [{ code: "unreadable", field: "" }] };
    }
    const before = server.taken.get(operation.id);
    if (before) return { id: operation.id, outcome: before.outcome, digest: before.digest, reasons: before.reasons };
    const reason = key.signed ? server.hold(operation) : "unattested";
    const { staff } = server.enrolments.get(key.place.enrolment);
    const made = {
      operation, key: written.key, enrolment: key.place.enrolment, author: staff, digest: await digest(operation),
      outcome: reason ? "held" : "done", reasons: reason ? [{ code: reason, field: "" }] : [],
    };
    server.taken.set(operation.id, made);
    return { id: operation.id, outcome: made.outcome, digest: made.digest, reasons: made.reasons };
  }

  server.fetch = async (address, how = {}) => {
    if (!server.online) throw new TypeError("offline");
    const body = how.body ? JSON.parse(how.body) : null;
    server.asked.push({ address, body, how });
    const broken = server.fault?.(address, body);
    if (broken?.status) return new Response(broken.body ?? "<html></html>", { status: broken.status, headers: broken.headers });
    const answer = await answers[address](body, how.headers?.authorization?.split(".")[1]);
    if (answer.status) return new Response(JSON.stringify({ protocol: 1 }), { status: answer.status, headers: { "content-type": "application/json" } });
    if (broken === "lost") throw new TypeError("the answer was lost");
    return new Response(JSON.stringify(answer), { status: 200, headers: { "content-type": "application/json" } });
  };
  server.done = () => [...server.taken.values()].filter((one) => one.outcome === "done").map((one) => one.operation.details.n);
  return server;
}
