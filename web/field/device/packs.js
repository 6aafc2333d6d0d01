/* What may be read here: fetched, proved, kept encrypted, opened until the lease is over. docs/field-protocol.md, section 5. */
import { fromBase64url, fromUtf8, utf8 } from "../core/bytes.js";
import { milliseconds } from "../core/moments.js";
import { Trouble } from "../core/trouble.js";
import { close, open } from "../seal/boxes.js";
import { deflated, inflated } from "../seal/deflate.js";
import { isSigned } from "../seal/signing.js";
import { asked } from "../sync/asking.js";
import { contacted } from "./clocks.js";
import { answered, signedIn } from "./session.js";

/** Fetch the pack of whoever is unlocked and put it in the place of the one before. */
export async function fetchPack(device) {
  const { enrolment, keys, told } = device.me;
  const answer = await asked(device, "/field/pack/", { credentials: "same-origin" });
  if (answer?.status === 403 && (await signedIn(device)).staff.id === told.staff.id) throw new Trouble("no_plans");
  const pack = answered(answer);
  if (pack.protocol !== 1 || !Array.isArray(pack.sections)) throw new Trouble("no_signal");
  if (pack.agency !== device.identity.agency || pack.staff !== told.staff.id) throw new Trouble("somebody_else");
  if (!(await isProved(device, pack))) throw new Trouble("pack_unproved");
  await keepPack(device, { enrolment, keys, pack });
  await contacted(device, pack.made_at).catch(() => null); // a reading less is no reason to stop
  await device.lives(pack.epoch);
  return pack;
}

/** The pack on disk, opened; null when there is none or it was damaged. */
export async function openPack(device, { enrolment, keys }) {
  const row = await device.database.run(["packs"], "readonly", (table) => table("packs").get(enrolment));
  if (!row) return null;
  try {
    const plain = await open({ key: keys.reading, box: row.box, about: `pack|${enrolment}` });
    return JSON.parse(fromUtf8(row.deflate ? await inflated(plain, 50_000_000) : plain));
  } catch {
    return null;
  }
}

/* The agency's signing key may have been renewed: it is asked for once. */
async function isProved(device, { signature, ...statement }) {
  if (device.identity.signing_key?.id !== signature?.key) await renew(device);
  if (!signature || device.identity.signing_key?.id !== signature.key) return false;
  const publicKey = device.identity.signing_key.public;
  return isSigned({ publicKey, statement, signature: fromBase64url(signature.value) }).catch(() => false);
}

async function renew(device) {
  const session = await signedIn(device);
  if (session.agency.id !== device.identity.agency) throw new Trouble("other_agency");
  const given = [["signing_key", session.signing_key], ["server_key", session.server_key]].filter(([, key]) => key);
  const keys = given.map(([name, key]) => [name, { id: key.id, public: fromBase64url(key.public) }]);
  await device.remember(Object.fromEntries(keys));
}

/* The server's clock, proved by its signature, is the only thing that turns back the latest clock seen. */
async function keepPack(device, { enrolment, keys, pack }) {
  const plain = utf8(JSON.stringify(pack));
  const shorter = await deflated(plain);
  const box = await close({ key: keys.reading, bytes: shorter ?? plain, about: `pack|${enrolment}` });
  const [ends, seen] = [milliseconds(pack.expires_at), milliseconds(pack.made_at)];
  await device.database.run(["packs", "people", "sequences"], "readwrite", async (table) => {
    const person = await table("people").get(enrolment);
    if (!person || person.wiped) throw new Trouble("wiped");
    await table("packs").put({ enrolment, box, deflate: shorter !== null });
    await table("people").put({ ...person, ends });
    await table("sequences").put({ ...(await table("sequences").get(enrolment)), seen });
  });
  device.read({ enrolment, pack, ends, seen });
}
