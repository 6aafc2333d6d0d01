/* Whether answers are right and whole (alongside/questionnaires/answering.py): each fault with its place, a code, values. */
import { fits } from "./matching.js";
import { alike, comparable, given, isObject, isOf, optionOf, order, valueOf } from "./values.js";

const FREE = ["string", "integer", "date", "time", "reference", "open-choice"];
const wrong = (code, place, values = {}) => ({ code, place, values });

/** What cannot be kept as it is: answers to what is not asked here, or of another type. */
export const unsound = (asked, answers) => [...unsoundOf(asked.items, answers, [])];

/** What has to be answered yet before it can be signed, and what breaks a limit. */
export const missing = (asked, filled) => [...missingOf(asked.items, filled.response, new Set(filled.off.map((place) => JSON.stringify(place))), [])];

function* unsoundOf(items, nodes, place) {
  const seen = new Map();
  for (const node of nodes) {
    const item = isObject(node) ? (items ?? []).find((one) => one.link_id === node.linkId) : null;
    if (!item || Object.keys(node).some((name) => !["linkId", "text", "answer", "item"].includes(name))) {
      yield wrong("unknown", place);
      continue;
    }
    const n = (seen.get(item.link_id) ?? -1) + 1;
    seen.set(item.link_id, n);
    const here = [...place, [item.link_id, n]];
    if (n && !(item.repeats && item.type === "group")) yield wrong("again", here);
    yield* unsoundNode(item, node, here);
  }
}

function* unsoundNode(item, node, here) {
  const { answer: answers = [], item: below = [] } = node;
  const isAsked = item.type !== "group" && item.type !== "display";
  if (!Array.isArray(answers) || !Array.isArray(below) || (answers.length && !isAsked)) return yield wrong("type", here);
  if (below.length && isAsked) yield wrong("unknown", here);
  if (answers.length > 1 && !item.repeats) yield wrong("several", here);
  for (const [n, answer] of answers.entries()) {
    const value = isObject(answer) ? Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "item")) : {};
    if (!isOf(item, value)) yield wrong("type", here, { type: item.type });
    else if (item.options?.length && !FREE.includes(item.type) && !optionOf(item, value)) yield wrong("no_option", here);
    if (isObject(answer)) yield* unsoundOf(item.items, answer.item ?? [], [...here.slice(0, -1), [item.link_id, n]]);
  }
  if (!isAsked) yield* unsoundOf(item.items, below, here);
}

function* missingOf(items, nodes, off, place) {
  for (const item of items ?? []) {
    if (off.has(JSON.stringify([...place, [item.link_id, 0]])) || item.type === "display") continue;
    const found = nodes.filter((node) => node.linkId === item.link_id);
    if (item.type === "group") yield* group(item, found, off, place);
    else yield* question(item, found.flatMap((node) => node.answer ?? []), off, place);
  }
}

function* group(item, found, off, place) {
  const least = item.least ?? (item.required ? 1 : 0);
  if (found.length < least) yield wrong(least === 1 ? "required" : "too_few", [...place, [item.link_id, 0]], { least });
  if (item.most !== undefined && found.length > item.most) yield wrong("too_many", [...place, [item.link_id, item.most]], { most: item.most });
  for (const [n, node] of (found.length || item.repeats ? found : [{}]).entries()) yield* missingOf(item.items, node.item ?? [], off, [...place, [item.link_id, n]]);
}

function* question(item, answers, off, place) {
  const here = [...place, [item.link_id, 0]];
  const least = item.required || item.repeats ? Math.max(item.least ?? 0, item.required ? 1 : 0) : 0;
  if (answers.length < least && !item.hidden) yield wrong(least === 1 ? "required" : "too_few", here, { least });
  if (item.most !== undefined && answers.length > item.most) yield wrong("too_many", here, { most: item.most });
  if (answers.length > 1 && (item.options ?? []).some((option) => option.alone && answers.some((one) => alike(option.value, valueOf(one))))) yield wrong("alone", here);
  for (const [n, answer] of answers.entries()) {
    yield* limits(item, valueOf(answer), [...place, [item.link_id, n]]);
    yield* missingOf(item.items, answer.item ?? [], off, [...place, [item.link_id, n]]);
  }
}

function* limits(item, value, here) {
  const said = given(value);
  if (typeof said === "string") {
    if (item.max_length !== undefined && [...said].length > item.max_length) yield wrong("too_long", here, { most: item.max_length });
    if (item.pattern && !fits(said, item.pattern)) yield wrong("pattern", here);
  }
  const mine = order(said);
  for (const [code, limit, beyond] of [["too_low", item.min_value, (a, b) => a < b], ["too_high", item.max_value, (a, b) => a > b]]) {
    const bound = order(limit);
    if (comparable(mine, bound) && beyond(mine, bound)) yield wrong(code, here, { limit: bound });
  }
  if (item.decimals !== undefined && typeof mine === "number" && Number(mine.toFixed(item.decimals)) !== mine) yield wrong("decimals", here, { most: item.decimals });
}
