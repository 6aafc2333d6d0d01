/* A form follows what is typed: which items are not asked, and what is computed, by the names of their fields. */
import { missing } from "./answering.js";
import { filled } from "./filling.js";
import { ready } from "./paths.js";
import { nameOf, numbers, said, typed } from "./typed.js";

const EXPRESSIONS = ["enabled_by", "calculated", "initially", "variables"];
const hasExpression = (items) => (items ?? []).some((item) => EXPRESSIONS.some((name) => item[name]) || hasExpression(item.items));

/** To be awaited once before `followed`: the library of expressions is large, and loaded only where there are any. */
export async function prepared(asked) {
  if (asked.variables?.length || hasExpression(asked.items)) await ready();
}

/** {answers, raw, wrong, off: names, results: Map name -> texts, missing: names} of what stands in the fields. */
export function followed(asked, all, { before, zone, context = {}, files }) {
  const known = numbers(asked);
  const read = typed(asked, all, { before, zone, files });
  const now = filled(asked, read.answers, context);
  const results = new Map([...computed(now.response, known, [])].map(([name, answers]) => [name, answers.map((answer) => said(answer, zone))]));
  const places = (some) => new Set(some.map((place) => nameOf(known, place)));
  return { ...read, off: places(now.off), results, missing: places(missing(asked, now).map(({ place }) => place)) };
}

/* Every answer of the response by the name of its question's place. */
function* computed(nodes, known, place) {
  const seen = new Map();
  for (const node of nodes) {
    const n = seen.get(node.linkId) ?? 0;
    seen.set(node.linkId, n + 1);
    if (node.answer) {
      yield [nameOf(known, [...place, [node.linkId, 0]]), node.answer];
      for (const [at, answer] of node.answer.entries()) yield* computed(answer.item ?? [], known, [...place, [node.linkId, at]]);
    } else yield* computed(node.item ?? [], known, [...place, [node.linkId, n]]);
  }
}
