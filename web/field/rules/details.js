/* The details of one observation against the definition of its measure (alongside/behaviour/rules/details.py). */
import { decimals } from "./decimal.js";
import { grouped } from "./numbers.js";
import { faultIn, settled } from "./text.js";

/** The details in their one written form, and every fault in them: {kept, faults}. Names not known are faults. */
export function checked(definition, given) {
  const { fields } = definition;
  const faults = Object.keys(given)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => fault("behaviour.fault.unknown_detail", [...name].slice(0, 40).join("")));
  const kept = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : null;
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)) {
      if (field.needed) faults.push(fault("behaviour.fault.missing", name));
      continue;
    }
    const found = KINDS[field.kind](value, field);
    if (found.code) faults.push({ ...found, field: name });
    else kept[name] = found.is;
  }
  return { kept, faults: faults.length ? faults : neither(definition, kept) };
}

/** Faults against what the target is set to: steps there are, prompt levels on its list. */
export function fits(details, settings) {
  const faults = [];
  const [steps, prompts] = [settings.steps ?? [], (settings.prompts ?? []).slice(1)]; // the first is no prompt
  if (steps.length && (details.step ?? 1) > steps.length) {
    faults.push(fault("behaviour.fault.no_such_step", "step", { most: steps.length }));
  }
  if (prompts.length && !prompts.includes(details.prompt ?? prompts[0])) {
    faults.push(fault("behaviour.fault.not_a_choice", "prompt"));
  }
  if (details.outcome === "correct" && details.prompt) faults.push(fault("behaviour.fault.prompted_is_not_own", "prompt"));
  return faults;
}

/** A fault: a code of the catalogue, the field it is about, and its values. */
export function fault(code, field = "", values = {}) {
  return { code, field, values };
}

function neither(definition, kept) {
  const groups = definition.either ?? [];
  if (!groups.length || groups.some((group) => group.every((name) => Object.hasOwn(kept, name)))) return [];
  return groups[0].filter((name) => !Object.hasOwn(kept, name)).map((name) => fault("behaviour.fault.missing", name));
}

function whole(value, field) {
  const wrong = noNumber(value);
  if (wrong) return wrong;
  if (!Number.isInteger(value)) return fault("behaviour.fault.not_whole");
  return beyond(value, field) ?? { is: value + 0 };
}

function number(value, field) {
  const wrong = noNumber(value) ?? beyond(value, field);
  if (wrong) return wrong;
  if (decimals(value) > (field.places ?? 3)) return fault("behaviour.fault.too_fine");
  return { is: value + 0 };
}

function noNumber(value) {
  const is = typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 1e15;
  return is ? null : fault("behaviour.fault.not_a_number");
}

function beyond(value, { least, most }) {
  if (least <= value && value <= most) return null;
  return fault("behaviour.fault.out_of_range", "", { least: grouped(least), most: grouped(most) });
}

function flag(value) {
  return typeof value === "boolean" ? { is: value } : fault("behaviour.fault.not_yes_or_no");
}

function choice(value, field) {
  return field.of.includes(value) ? { is: value } : fault("behaviour.fault.not_a_choice");
}

function several(value, field) {
  if (!Array.isArray(value) || value.some((one) => !field.of.includes(one))) return fault("behaviour.fault.not_a_choice");
  return { is: [...new Set(value)].sort() };
}

function text(value, field) {
  if (typeof value !== "string") return fault("behaviour.fault.not_text");
  const words = settled(value, true);
  const wrong = faultIn(words, { most: field.most, lines: true });
  if (wrong) return wrong;
  return words ? { is: words } : fault("behaviour.fault.missing");
}

const KINDS = { whole, number, flag, choice, several, text };
