/* Seals on the device's side for the server's libraries to open: prints JSON. Reads {server_key, operation, place, id} from its argument. */
import { base64url, fromBase64url } from "../../web/field/core/bytes.js";
import { canonical } from "../../web/field/core/canonical.js";
import { digest, sealOperation, written } from "../../web/field/seal/envelope.js";
import { makeKeyring } from "../../web/field/seal/keyring.js";
import { makeOutboxKey, writtenKey } from "../../web/field/seal/outbox_key.js";

const asked = JSON.parse(process.argv[2]);
const { row, keys } = await makeKeyring({ enrolment: asked.place.enrolment, pin: "blue kettle 7" });
const made = await makeOutboxKey({
  id: asked.id, place: asked.place, madeAt: "2026-11-22T15:01:01.912Z", serverKey: fromBase64url(asked.server_key),
  ownKey: row.own_public, signing: keys.signing,
});
const operations = [];
for (const operation of asked.operations) operations.push(await sealOperation({ operation, place: asked.place, key: made.key }));
console.log(JSON.stringify({
  public_key: base64url(row.signing_public),
  key: writtenKey(made.row),
  operations: operations.map(written),
  digests: await Promise.all(asked.operations.map(digest)),
  canonical: asked.values.map(canonical),
}));
