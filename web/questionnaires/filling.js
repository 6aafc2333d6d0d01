/* What stands in a response at a moment, in the same steps as on the server (alongside/questionnaires/filling.py). */
import { allow, evaluated, isTrue } from "./paths.js";
import { MEMBERS, chosen, given, isObject, optionOf, same, stands, valueOf } from "./values.js";

const PASSES = 50;
const LONGEST = 4000; // milliseconds for all passes: a form is tried whole before it is published, so this is for what nobody thought of

/** {response, off, failed, settled} of these answers. `context`: launch context by name, such as {patient: {...}}. */
export function filled(asked, answers, context) {
  let before = answers;
  allow(LONGEST);
  for (let n = 0; n < PASSES; n++) {
    const walk = { off: [], failed: new Set() };
    const resource = { resourceType: "QuestionnaireResponse", item: before };
    const around = surroundings(asked, resource, context);
    const known = { ...around, ...variables(walk.failed, asked.variables, resource, around, "") };
    const now = items(walk, asked.items, answers, { containers: [before], known, place: [] });
    if (equal(now, before)) return { response: now, off: walk.off, failed: [...walk.failed].sort(), settled: true };
    before = now;
    if (n === PASSES - 1) return { response: before, off: walk.off, failed: [...walk.failed].sort(), settled: false };
  }
}

/** The first answers: initial values, options that are chosen already, initial expressions. */
export function begun(asked, context) {
  allow(LONGEST);
  const resource = { resourceType: "QuestionnaireResponse", item: [] };
  const around = surroundings(asked, resource, context);
  const known = { ...around, ...variables(new Set(), asked.variables, resource, around, "") };
  return asked.items.map((item) => first(item, known)).filter(Boolean);
}

const surroundings = (asked, resource, context) => ({ resource, rootResource: resource, questionnaire: asked.source, ...context });

function first(item, known) {
  const values = [...(item.initial ?? []), ...(item.options ?? []).filter((option) => option.selected).map(chosen)];
  if (item.initially) values.push(...computed(new Set(), item, item.initially, {}, known));
  const below = (item.items ?? []).map((child) => first(child, known)).filter(Boolean);
  const answers = item.repeats ? values : values.slice(0, 1);
  if (item.type in MEMBERS && answers.length) return { linkId: item.link_id, answer: [{ ...answers[0], ...(below.length ? { item: below } : {}) }, ...answers.slice(1)] };
  return below.length && item.type === "group" ? { linkId: item.link_id, item: below } : null;
}

function items(walk, wanted, answers, scope) {
  return (wanted ?? []).flatMap((item) => {
    const before = nodes(scope.containers[0], item.link_id);
    const known = item.variables ? { ...scope.known, ...variables(walk.failed, item.variables, focus(item, before), scope.known, item.link_id) } : scope.known;
    const here = { ...scope, known };
    if (!isOn(walk, item, before, here)) {
      walk.off.push([...scope.place, [item.link_id, 0]]);
      return [];
    }
    return of(walk, item, nodes(answers, item.link_id), before, here);
  });
}

function of(walk, item, typed, before, scope) {
  if (item.type === "display") return [];
  if (item.type === "group") {
    return (typed.length ? typed : [{ linkId: item.link_id }]).flatMap((node, n) => {
      const inner = { ...scope, containers: [before[n]?.item ?? [], ...scope.containers], place: [...scope.place, [item.link_id, n]] };
      const below = items(walk, item.items, node.item ?? [], inner);
      return below.length ? [{ linkId: item.link_id, item: below }] : [];
    });
  }
  let answered;
  if (item.calculated) {
    const values = computed(walk.failed, item, item.calculated, focus(item, before), scope.known);
    answered = item.repeats ? values : values.slice(0, 1);
  } else answered = typed.flatMap((node) => node.answer ?? []).map((one) => asWritten(item, one));
  return answered.length ? [{ linkId: item.link_id, answer: withItems(walk, item, answered, typed, before, scope) }] : [];
}

function withItems(walk, item, answered, nodesTyped, before, scope) {
  const typed = nodesTyped.flatMap((node) => node.answer ?? []);
  const were = before.flatMap((node) => node.answer ?? []);
  return answered.map((value, n) => {
    if (!item.items?.length) return value;
    const inner = { ...scope, containers: [were[n]?.item ?? [], ...scope.containers], place: [...scope.place, [item.link_id, n]] };
    const below = items(walk, item.items, typed[n]?.item ?? [], inner);
    return below.length ? { ...value, item: below } : value;
  });
}

function isOn(walk, item, before, scope) {
  if (item.enabled_by) {
    try {
      return isTrue(evaluated(item.enabled_by.text, focus(item, before), scope.known));
    } catch {
      walk.failed.add(item.link_id);
      return true; // a question that may be needed is rather asked than lost
    }
  }
  const conditions = item.conditions ?? [];
  if (!conditions.length) return true;
  const told = conditions.map((one) => stands(one.operator, answersTo(one.question, scope.containers), one.answer));
  return item.every_condition === false ? told.some(Boolean) : told.every(Boolean);
}

/** The answers to a question, of the nearest container that has it. */
function answersTo(link, containers) {
  for (const container of containers) {
    const found = [...below(container, link)];
    if (found.length) return found.map((answer) => given(valueOf(answer)));
  }
  return [];
}

function* below(container, link) {
  for (const node of container) {
    const answers = node.answer ?? [];
    if (node.linkId === link) yield* answers;
    for (const part of [node, ...answers]) yield* below(part.item ?? [], link);
  }
}

function variables(failed, wanted, from, known, link) {
  const found = {};
  for (const one of wanted ?? []) {
    try {
      found[one.name] = evaluated(one.text, from, { ...known, ...found });
    } catch {
      failed.add(link);
      found[one.name] = [];
    }
  }
  return found;
}

function computed(failed, item, how, from, known) {
  try {
    return evaluated(how.text, from, known).map((result) => asAnswer(item, result)).filter(Boolean);
  } catch {
    failed.add(item.link_id);
    return [];
  }
}

/** A result as an answer of this item; null for one that cannot be. */
function asAnswer(item, result) {
  if (item.type === "choice" || item.type === "open-choice") {
    const coded = isObject(result) ? result : { code: result };
    const option = (item.options ?? []).find((one) => isObject(one.value.valueCoding) && same(one.value.valueCoding, coded));
    if (option) return chosen(option);
    return item.type === "open-choice" && typeof result === "string" && result ? { valueString: result } : null;
  }
  if (item.type === "quantity" && typeof result === "number") return { valueQuantity: { value: result, ...(item.unit ? { unit: item.unit } : {}) } };
  const fits = FITS[item.type] ?? ((value) => typeof value === "string" && value !== "");
  return fits(result) ? { [MEMBERS[item.type]]: result } : null;
}

const FITS = { boolean: (value) => typeof value === "boolean", decimal: (value) => typeof value === "number", integer: Number.isInteger, quantity: isObject, reference: isObject, attachment: isObject };

function asWritten(item, answer) {
  const value = valueOf(answer);
  const option = optionOf(item, value);
  return option ? chosen(option) : value;
}

const nodes = (container, link) => container.filter((node) => node.linkId === link);
const focus = (item, before) => before[0] ?? { linkId: item.link_id };

function equal(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, n) => equal(each, other[n]));
  if (isObject(one) && isObject(other)) return Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((name) => name in other && equal(one[name], other[name]));
  return one === other;
}
