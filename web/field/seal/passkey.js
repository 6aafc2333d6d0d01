/* A passkey that opens the device: its PRF extension (WebAuthn Level 3, 10.1.4) gives a secret that only it can give
   again, after its owner showed who they are. HKDF makes the wrapping key of it; neither is ever stored. */
import { utf8 } from "../core/bytes.js";
import { Trouble } from "../core/trouble.js";
import { random } from "./boxes.js";

const INFO = "alongside-field/1 passkey";
const ALGORITHMS = [-7, -257]; // ES256, RS256
const TYPE = "public-key";

/** Whether this browser may have passkeys that open: it says so, or does not say, and then a try shows it. */
export async function offersPasskeys({ credentials, kind = globalThis.PublicKeyCredential }) {
  if (!credentials || !kind) return false;
  if (!kind.getClientCapabilities) return true;
  const can = await kind.getClientCapabilities().catch(() => ({}));
  return can["extension:prf"] !== false;
}

/** Make a passkey for an enrolment, listed by `name` under the `app`'s: `{id, salt, output}`; throws `passkey_unfit` where it opens nothing, `passkey_failed`. */
export async function makePasskey({ credentials, name, app }) {
  const salt = random(32);
  const made = await shown(() => credentials.create({
    publicKey: {
      rp: { name: app }, user: { id: random(32), name, displayName: name }, challenge: random(32),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: TYPE, alg })),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" }, extensions: prf(salt),
    },
  }));
  const told = made.getClientExtensionResults().prf;
  if (!told?.enabled) throw new Trouble("passkey_unfit");
  const id = new Uint8Array(made.rawId);
  const output = told.results?.first ? new Uint8Array(told.results.first) : await askPasskey({ credentials, id, salt });
  return { id, salt, output };
}

/** What a passkey gives for its salt: 32 bytes, after its owner showed who they are; throws `passkey_failed`. */
export async function askPasskey({ credentials, id, salt }) {
  const given = await shown(() => credentials.get({
    publicKey: { challenge: random(32), allowCredentials: [{ type: TYPE, id }], userVerification: "required", extensions: prf(salt) },
  }));
  const output = given.getClientExtensionResults().prf?.results?.first;
  if (!output) throw new Trouble("passkey_unfit");
  return new Uint8Array(output);
}

/** An AES-256-GCM key for wrapping, from what a passkey gave (RFC 5869, HKDF with SHA-256). */
export async function passkeyKey({ output, salt }) {
  const from = await crypto.subtle.importKey("raw", output, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: utf8(INFO) };
  return crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const prf = (salt) => ({ prf: { eval: { first: salt } } });

async function shown(ask) {
  const given = await ask().catch(() => null); // given up, too late, or the passkey is gone: the browser does not tell which
  if (!given) throw new Trouble("passkey_failed");
  return given;
}
