/* What answers are worth (alongside/instruments/worth.py, critical.py, rules/scoring.py): scores with bands from an instrument's own
   data, and the paths that an answer opens. The form's `instrument` and `critical` are as a pack carries them. */
import { alike, isObject, order, valueOf } from "./values.js";

const MOST = 1e9; // larger results of an expression are no score

/** {scores: [{scale, name, total, band, positive, left_out, filled, firm}], paths: [{path, grave, because}]} of a response. */
export function scored(asked, { instrument: known, critical = [] }, response, paths = []) {
  const answers = [...singles(response)];
  const worth = new Map();
  for (const { link, value } of answers) if (!worth.has(link)) worth.set(link, worthOf(value));
  const scores = known ? known.scales.map((scale) => ({ ...scoreOf(scale, known.scales, worth), name: scale.name })) : computed(asked, answers);
  return { scores, paths: opened(known?.alert ?? [], worth, scores, paths, critical.filter((one) => isCritical(one, answers))) };
}

/** Every answer, in the order of the form: {link, value}. */
function* singles(nodes) {
  for (const node of nodes) {
    for (const answer of node.answer ?? []) {
      yield { link: node.linkId, value: answer };
      yield* singles(answer.item ?? []);
    }
    yield* singles(node.item ?? []);
  }
}

/* The score in a choice's coding. A number that somebody typed is an answer, not a score. */
const worthOf = ({ valueCoding }) => (isObject(valueCoding) ? exact(order(valueCoding)) : null);

/* To four decimals, as it is kept. */
function exact(found) {
  return typeof found === "number" && Math.abs(found) < MOST ? rounded(found) : null;
}

const rounded = (value) => Number(value.toFixed(4));

function scoreOf(scale, scales, worth) {
  const of = (item) => worth.get(item) ?? null;
  const none = { scale: scale.key, total: null, band: "", positive: null, filled: [], firm: true };
  const left_out = scale.items.filter((item) => of(item) === null);
  if (scale.rule === "levels") return levelled(scale, of, none, left_out);
  const judged = scale.missing.of ? scales.find(({ key }) => key === scale.missing.of).items : scale.items;
  const short = judged.filter((item) => of(item) === null).length;
  const never = left_out.some((item) => scale.missing.never.includes(item));
  const given = scale.items.map(of).filter((one) => one !== null);
  if (short > scale.missing.most || never || (left_out.length && !scale.missing.rule) || !given.length) return { ...none, left_out };
  const sum = given.reduce((all, one) => all + one, 0);
  const firm = !(left_out.length && scale.missing.rule === "mean");
  const total = scale.rule === "mean" ? rounded(sum / given.length) : firm ? rounded(sum) : halfUp(rounded(sum) * scale.items.length / given.length);
  return { ...none, total, ...(firm ? judgedBy(scale, total) : {}), left_out, filled: left_out, firm };
}

/* The gravest level that an answer makes. */
function levelled(scale, of, none, left_out) {
  if (left_out.length === scale.items.length) return { ...none, left_out };
  const [total] = scale.levels.find(([, items]) => items.some((item) => (of(item) ?? 0) > 0)) ?? [scale.range[0]];
  return { ...none, total, ...judgedBy(scale, total), left_out: [] };
}

/* The band that a total falls in, "" below the first; and whether a screen is positive, null for a scale that is none. */
function judgedBy({ bands, screen, worse }, total) {
  const [, band] = [...bands].reverse().find(([least]) => total >= least) ?? [0, ""];
  return { band, positive: screen === null ? null : worse === "higher" ? total >= screen : total <= screen };
}

const halfUp = (value) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

/* Of a form that is no instrument: its own numbers. */
function computed(asked, answers) {
  const first = (link) => answers.find((one) => one.link === link)?.value;
  const numbers = every(asked.items).filter(({ calculated, type }) => calculated && ["integer", "decimal", "quantity"].includes(type));
  const none = { band: "", positive: null, left_out: [], filled: [], firm: true };
  const found = numbers.map((item) => ({ ...none, scale: item.link_id, total: total(first(item.link_id)), name: item.text || item.link_id }));
  return found.filter((one) => one.total !== null);
}

const total = (answer) => exact(order(Object.values(valueOf(answer ?? {}))[0]));

const every = (items) => (items ?? []).flatMap((item) => [item, ...every(item.items)]);

/* Each path once: which answers open it, and whether somebody is not left alone. */
function opened(alert, worth, scores, paths, coded) {
  const stands = [...alert.filter(({ item, at_least }) => (worth.get(item) ?? -Infinity) >= at_least), ...coded];
  const bands = new Set(scores.map(({ band }) => band));
  return [...new Set(stands.map(({ path }) => path))].map((path) => {
    const mine = stands.filter((one) => one.path === path);
    return { path, grave: mine.some(({ grave }) => grave) || (paths.find(({ key }) => key === path)?.grave ?? []).some((band) => bands.has(band)), because: [...new Set(mine.map(({ item, link }) => item ?? link))] };
  });
}

/* Whether a critical question has an answer that is not harmless. */
const isCritical = ({ link, harmless, words }, answers) => answers.some(({ link: of, value }) => {
  const mine = valueOf(value), [given] = Object.values(mine);
  return of === link && given !== false && !(typeof given === "number" && given <= 0) && !words.includes(`${given}`.trim().toLowerCase()) && !harmless.some((one) => alike(one, mine));
});
