/* What becomes of a drafted note under its author's hand. The evidence stays; whose words they are is marked
   (alongside/notes/rules/editing.py). */
import { among, figures } from "./figures.js";
import { ROLES } from "./said.js";
import { settled } from "./text.js";

const MOST_SENTENCES = 200;

/** The body after one saving: changed `texts` by sentence id, own paragraphs `added` by role, ids to put `back`.

    What was typed is settled first, as the fields of a page do. An emptied sentence is left out, and stays where it can
    be put back; an emptied own one is gone. */
export function edited(body, { texts: typed = {}, added: more = {}, back = [], present = body.present, format = body.format }) {
  const [texts, added] = [typed, more].map(allSettled);
  const now = body.sentences.map((one) => changed(one, Object.hasOwn(texts, one.id) ? texts[one.id] : one.text));
  const kept = [...now.filter((one) => one.text), ...body.left_out.filter((one) => back.includes(one.id))];
  const out = [...now.filter((one) => !one.text).map(asDrafted), ...body.left_out.filter((one) => !back.includes(one.id))];
  return {
    ...body, sentences: [...kept, ...ownWords(body, added, homeless(body, texts))], left_out: out.filter((one) => one.drafted),
    present: settled(present), format,
  };
}

/** Somebody's own words: nothing recorded behind them, or figures that what is recorded does not have. */
export function own(sentence) {
  return !sentence.evidence.length || !among(figures(sentence.text), figures(sentence.drafted));
}

/** What the author wrote or changed. */
export function written(body) {
  return body.sentences.filter((one) => one.text !== one.drafted).map((one) => one.text);
}

/** What makes a body unfit to be kept: too many sentences, unknown parts. */
export function faults(body) {
  const many = body.sentences.length > MOST_SENTENCES;
  const unknown = body.sentences.filter((one) => !ROLES.includes(one.role));
  return [
    ...(many ? [{ code: "notes.fault.too_many", field: "", values: { most: MOST_SENTENCES } }] : []),
    ...unknown.map(() => ({ code: "notes.fault.role", field: "", values: {} })),
  ];
}

/** The sentences under the headings of a format ({heading: [role]}), each heading's roles in order: [[heading, sentences]]. */
export function arranged(sentences, sections) {
  return Object.entries(sections).map(([heading, roles]) => [
    heading, roles.flatMap((role) => sentences.filter((one) => one.role === role)),
  ]);
}

function allSettled(texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, settled(text, true)]));
}

function changed(sentence, text) {
  const now = { ...sentence, text };
  return { ...now, own: own(now) };
}

function asDrafted(sentence) {
  return { ...sentence, text: sentence.drafted, own: false };
}

/* Texts of sentences that a newer saving took away: nothing that was typed is lost. */
function homeless(body, texts) {
  const known = new Set([...body.sentences, ...body.left_out].map((one) => one.id));
  return Object.entries(texts).filter(([id, text]) => !known.has(id) && text).map(([, text]) => ["behavior", text]);
}

function ownWords(body, added, strays) {
  const used = [...body.sentences, ...body.left_out].filter((one) => one.id.startsWith("o")).map((one) => Number(one.id.slice(1)));
  const first = Math.max(0, ...used) + 1;
  const parts = [...strays, ...ROLES.filter((role) => added[role]).map((role) => [role, added[role]])];
  return parts.map(([role, text], n) => ({ id: `o${first + n}`, role, text, drafted: "", own: true, evidence: [] }));
}
