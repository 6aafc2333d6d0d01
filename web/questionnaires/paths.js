/* FHIRPath on a response (alongside/questionnaires/paths.py). The library is large: it is loaded when a form has an expression. */
const PLACES = 1e8; // of a result: both sides compute with binary fractions
const ORDINAL = ["http://hl7.org/fhir/StructureDefinition/ordinalValue", "http://hl7.org/fhir/StructureDefinition/itemWeight"];
const compiled = new Map();
let library = null;
let until = Infinity;

/** From now on, what is evaluated has so many milliseconds together; what comes later fails. */
export function allow(milliseconds) {
  until = performance.now() + milliseconds;
}

/** Has to be awaited once before `evaluated` is called. */
export async function ready() {
  library ??= await import("../vendor/fhirpath.mjs");
}

/** The results, in order; throws where the expression cannot be read or computed on this response. */
export function evaluated(text, focus, known) {
  if (performance.now() > until) throw new Error(text);
  if (!compiled.has(text)) compiled.set(text, library.compile(text, null, { userInvocationTable: WEIGHTS }));
  return compiled.get(text)(focus, { ...known }).map(plain);
}

/** One boolean is itself, one of anything else is true, none is false. */
export const isTrue = (results) => results.length === 1 && (typeof results[0] === "boolean" ? results[0] : true);

function plain(value) {
  if (typeof value === "number") return Math.round(value * PLACES) / PLACES;
  if (value === null || ["boolean", "string"].includes(typeof value) || Array.isArray(value)) return value;
  return Object.getPrototypeOf(value) === Object.prototype ? value : String(value);
}

function weights(inputs) {
  return inputs.map((answer) => weight(answer)).filter((found) => found !== null);
}

function weight(answer) {
  const coding = answer?.valueCoding ?? answer;
  const found = (coding?.extension ?? []).find((one) => ORDINAL.includes(one?.url));
  return found ? (found.valueDecimal ?? found.valueInteger ?? null) : null;
}

const WEIGHTS = Object.fromEntries(["weight", "ordinal"].map((name) => [name, { fn: weights, arity: { 0: [] }, nullable: true, internalStructures: false }]));
