/* What the server answers to somebody who is signed in, and who that is. */
import { Trouble } from "../core/trouble.js";
import { asked } from "../sync/asking.js";

/** Who is signed in at the server: `{staff, agency, csrf}`; throws `no_signal` or `not_signed_in`. */
export async function signedIn(device) {
  const session = answered(await asked(device, "/field/session/", { credentials: "same-origin" }));
  await device.lives(session.epoch);
  if (!session.staff || !session.agency) throw new Trouble("not_signed_in");
  return session;
}

/** The JSON of a good answer; throws for any other: `no_signal`, `not_signed_in` or `refused`. */
export function answered(answer) {
  if (answer?.status === 200 && answer.body && typeof answer.body === "object") return answer.body;
  if (answer && [0, 302, 401, 403].includes(answer.status)) throw new Trouble("not_signed_in");
  const refused = answer && answer.status >= 400 && answer.status < 500;
  throw new Trouble(refused ? "refused" : "no_signal", { faults: answer?.body?.faults ?? [] });
}
