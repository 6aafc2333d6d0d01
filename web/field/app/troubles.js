/* What hinders, and what was held, in words. */
import { madeAt } from "../core/uuid7.js";
import { inWords, Wrong } from "./acts.js";
import { sinceWhen } from "./moments.js";
import { has, say } from "./words.js";

/** What hinders, in words; what has none is said as `otherwise`. */
export function troubled({ code }, otherwise) {
  const name = `field.app.trouble.${code}`;
  return say(has(name) ? name : otherwise);
}

export function troublesOf(app) {
  /* What a held record is, as far as whoever looks may know: one's own by its kind, a colleague's by initials alone. */
  function whatWas({ id, enrolment }) {
    const initials = app.device.people().find((one) => one.enrolment === enrolment)?.initials;
    const time = sinceWhen(madeAt(id));
    if (enrolment !== app.who?.enrolment) return say("field.app.unsent.held_of", { who: initials ?? say("field.app.unsent.somebody"), time });
    return say("field.app.unsent.held_one", { what: say(`field.app.what.${app.kinds.get(id)?.split(".")[0] ?? "behaviour"}`), time });
  }

  /* Faults and troubles of the device as sentences. */
  function why(trouble) {
    if (trouble instanceof Wrong) return trouble.faults.map(inWords);
    if (trouble?.faults) return trouble.faults.map(inWords);
    if (trouble?.code === "storage_cleared") queueMicrotask(app.cleared);
    return [troubled(trouble ?? {}, "field.app.trouble.broken")];
  }

  return { whatWas, why, troubled };
}
