/* Answers to a form as they are kept and as they are signed (alongside/instruments/papers.py, texts.py). */
import { faultIn, settled } from "./text.js";

const BYTES = ["data", "hash"]; // of an attachment: base64, no words

/** The same answers with their words in one normal form. */
export function settledNodes(value) {
  if (typeof value === "string") return settled(value, true);
  if (Array.isArray(value)) return value.map(settledNodes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, BYTES.includes(name) ? one : settledNodes(one)]));
}

/** Whether some words in settled answers hold what no text may. */
export function isUnfit(value) {
  if (typeof value === "string") return faultIn(value, { most: 20_000, lines: true }) !== null;
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, one]) => !BYTES.includes(name) && isUnfit(one));
}

/** What a version holds: the questions as they were asked beside the answers. `about`: {title, respondent, answered_by,
    taken_on}; `form`: of the section questions/1. */
export function answeredBody(about, form, response) {
  const { title, respondent, answered_by = "", taken_on } = about;
  return {
    title, respondent, answered_by, taken_on, taken_from: "",
    form: { key: form.form, number: form.number, sha256: form.sha256, questionnaire: form.canonical },
    item: response.map((node) => named(form.asked.items, node)),
  };
}

/* With the text of the question beside the answers. */
function named(items, node) {
  const item = (items ?? []).find((one) => one.link_id === node.linkId);
  if (!item) return node;
  const below = (some) => some.map((one) => named(item.items, one));
  return {
    linkId: item.link_id, ...(item.text ? { text: item.text } : {}),
    ...(node.answer ? { answer: node.answer.map((one) => (one.item?.length ? { ...one, item: below(one.item) } : one)) } : {}),
    ...(node.item ? { item: below(node.item) } : {}),
  };
}

/** What expressions may look at besides the answers: what the form asks for of it (`context` of questions/1), the client without a name. */
export function contextOf({ context = {} }, { id, born }) {
  if (!context.patient) return {};
  return { patient: { ...context.patient, id, ...(born ? { birthDate: born } : {}) } };
}

/** The answers line by line, in the order of the form: {depth, prefix, text, answers, group, unit}. */
export function lines(items, nodes, depth = 0) {
  return nodes.flatMap((node) => {
    const item = items.find((one) => one.link_id === node.linkId);
    const answers = node.answer ?? [];
    const mine = { depth, prefix: item.prefix ?? "", text: item.text || item.link_id, answers, group: item.type === "group", unit: item.unit ?? "" };
    return [mine, ...answers.flatMap((one) => lines(item.items ?? [], one.item ?? [], depth + 1)), ...lines(item.items ?? [], node.item ?? [], depth + 1)];
  });
}
