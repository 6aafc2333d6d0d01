/* What was worked for: tokens given and taken back, what they were exchanged for, what a preference assessment found
   (alongside/notes/rules/economy.py). */
import { clockTime, evidence, quote, run, said, sentence } from "./said.js";

const IN_FULL = 12; // more exchanges than these are counted; each stays in the evidence

/** Tokens given, tokens taken back, one sentence an exchange, one an assessment of the day. */
export function workedFor(facts) {
  const given = facts.tokens.filter((token) => token.count > 0);
  const back = facts.tokens.filter((token) => token.count < 0);
  return [
    ...(given.length ? [tokens("tokens", given)] : []), ...(back.length ? [tokens("tokens_back", back)] : []),
    ...exchanges(facts.exchanges), ...facts.preferences.map(found),
  ];
}

/* How many and when; then what for, in the order in which it first was. */
function tokens(code, some) {
  const times = some.map((token) => token.at);
  const total = some.reduce((sum, token) => sum + Math.abs(token.count), 0);
  const sums = summed(some);
  const reasons = sums.filter(({ target, words }) => target || words);
  const more = run(reasons.map((one) => said("notes.draft.token_for", { what: texts(one), many: one.many })));
  const values = { count: total, first: clockTime(times[0]), last: clockTime(times.at(-1)), more };
  const rests = evidence("token", some.map((token) => token.id), said("notes.evidence.token", { count: total }), {
    times: times.length > 1 ? [times[0], times.at(-1)] : times,
    holds: [total, ...times.map(clockTime), ...sums.map((one) => one.many), ...reasons.flatMap(texts)],
  });
  return sentence("intervention", said(`notes.draft.${code}${some.length > 1 ? "_span" : ""}`, values), rests);
}

function summed(some) {
  const sums = new Map();
  for (const { target, words, count } of some) {
    const key = JSON.stringify([target, words]);
    if (!sums.has(key)) sums.set(key, { target, words, many: 0 });
    sums.get(key).many += Math.abs(count);
  }
  return [...sums.values()];
}

/* The target's name, the words that were written down, or both. */
function texts({ target, words }) {
  return [...(target ? [target] : []), ...(words ? [quote(words)] : [])];
}

function exchanges(some) {
  const rest = some.slice(IN_FULL);
  const more = rest.length ? [sentence("intervention", said("notes.draft.exchange_more", { count: rest.length }), of(rest))] : [];
  return [...some.slice(0, IN_FULL).map(exchange), ...more];
}

function exchange(one) {
  const values = { at: clockTime(one.at), count: one.cost, ...(one.what ? { what: quote(one.what) } : {}) };
  return sentence("intervention", said(one.what ? "notes.draft.exchange" : "notes.draft.exchange_unnamed", values), of([one]));
}

function of(some) {
  const times = some.map((one) => one.at);
  return evidence("exchange", some.map((one) => one.id), said("notes.evidence.exchange", { count: some.length }), {
    times: times.slice(0, 1),
    holds: [
      some.length, ...times.map(clockTime), ...some.map((one) => one.cost),
      ...some.filter((one) => one.what).map((one) => quote(one.what)),
    ],
  });
}

function found({ id, method, ranked }) {
  const [how, order] = [said(`plans.method.${method}`), ranked.map(quote)];
  const rests = evidence("preference", [id], said("notes.evidence.preference"), { holds: [how, ...order] });
  return sentence("response", said("notes.draft.preference", { method: how, ranked: order }), rests);
}
