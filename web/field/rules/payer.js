/* What a payer asks of a note: each element is a question to the note (alongside/notes/rules/payer.py). */
import { figures } from "./figures.js";
import { trimmed } from "./text.js";

/* Their figures say when, and count nothing that was done. */
const TIMES_ALONE = ["session", "presence", "notice", "preference"];

/** Every element that the payer needs, in its order: {element, met, by_author, place}. `elements`: who mends it and where. */
export function check(body, { needs, elements }) {
  return needs.map((element) => ({
    element, met: ASKS[element](body), by_author: elements[element].who === "author", place: elements[element].place,
  }));
}

/** What is missing and the author can mend: these stand between the note and a signature. `payer`: its name. */
export function faults(checked, payer) {
  const missing = checked.filter((one) => !one.met && one.by_author);
  return missing.map(({ element, place }) => ({ code: `notes.payer.missing.${element}`, field: place, values: { payer }, place }));
}

function withRole(role) {
  return (body) => body.sentences.some((one) => one.role === role && trimmed(one.text));
}

function inHead(...names) {
  return ({ head }) => names.every((name) => trimmed(String(head[name] || "")));
}

/* Something that was seen, beyond that the visit took place. */
function seen(body) {
  const rest = body.sentences.filter((one) => ["behavior", "subjective", "response"].includes(one.role));
  return rest.some((one) => one.own || one.evidence.some(({ kind }) => kind === "observation"));
}

/* A response or a behavior with numbers, in the note's own sentences or from what was recorded. */
function numbers(body) {
  const told = body.sentences.filter((one) => ["behavior", "response"].includes(one.role) && trimmed(one.text));
  return told.some((one) => figures(one.text).size && (one.own || one.evidence.some(({ kind }) => !TIMES_ALONE.includes(kind))));
}

const ASKS = {
  client: inHead("client_name", "identifier", "born"),
  times: inHead("began_at", "ended_at", "service_day"),
  units: inHead("units"),
  place: (body) => inHead("place_code")(body) && body.head.place_code !== "99",
  service: inHead("service_code"),
  diagnosis: inHead("diagnosis"),
  modality: inHead("modality"),
  present: (body) => trimmed(body.present) !== "",
  objective: withRole("objective"),
  behavior: seen,
  intervention: withRole("intervention"),
  response: withRole("response"),
  numbers,
  safety: withRole("safety"),
  plan: withRole("plan"),
};
