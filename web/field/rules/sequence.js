/* ABC records as what came before, then, and after: a sequence in time, without a word of cause (alongside/notes/rules/sequence.py). */
import { clockTime, evidence, length, quote, run, said, sentence } from "./said.js";

const IN_FULL = 12; // more records than a page holds are counted; each stays in the evidence

/** One sentence a record, in order; past twelve, how many more there are. */
export function sequences(records) {
  const [full, rest] = [records.slice(0, IN_FULL), records.slice(IN_FULL)];
  const found = full.map((record) => sentence("behavior", told(record), rests([record])));
  if (rest.length) found.push(sentence("behavior", said("notes.draft.abc_more", { count: rest.length }), rests(rest)));
  return found;
}

function told(record) {
  const { antecedent, consequence, occurred = true } = record.details;
  const happened = occurred ? "seen" : "absent";
  const values = { at: clockTime(record.at), name: record.name, more: run(more(record.details)) };
  if (antecedent === undefined || consequence === undefined) return said(`notes.draft.abc_${happened}`, values);
  const before = said(`notes.abc.antecedent.${antecedent}`);
  return said(`notes.draft.abc_order_${happened}`, { ...values, before, after: said(`notes.abc.consequence.${consequence}`) });
}

/* What else the record holds, in the order of time: known before, during, how strong, how long, afterwards. */
function more(found) {
  const parts = [];
  if (found.setting_events?.length) {
    parts.push(said("notes.draft.abc_known", { events: found.setting_events.map((key) => said(`notes.abc.setting.${key}`)) }));
  }
  if (found.activity) parts.push(said("notes.draft.abc_activity", { activity: quote(found.activity) }));
  if (is(found.intensity)) parts.push(said("notes.draft.abc_level", { level: found.intensity }));
  if (is(found.seconds)) parts.push(said("notes.draft.abc_lasted", { length: lasted(found) }));
  if (found.given_by) parts.push(said("notes.draft.abc_given", { who: quote(found.given_by) }));
  if (found.effect) parts.push(said(`notes.abc.afterwards.${found.effect}`));
  if (found.replacement_shown) parts.push(said("notes.draft.abc_replacement"));
  if (found.narrative) parts.push(said("notes.draft.abc_narrative", { text: quote(found.narrative) }));
  return parts;
}

function rests(records) {
  const times = records.map((record) => record.at);
  const label = said("notes.evidence.abc", { count: records.length });
  return evidence("observation", records.map((record) => record.id), label, {
    times: times.slice(0, 1), holds: [records.length, ...times.map(clockTime), ...records.flatMap(holds)],
  });
}

function holds({ name, details }) {
  const words = ["activity", "given_by", "narrative"].filter((one) => details[one]).map((one) => quote(details[one]));
  const length = is(details.seconds) ? [lasted(details)] : [];
  return [name, ...words, ...length, ...(is(details.intensity) ? [details.intensity, 0, 4] : [])];
}

function lasted({ seconds }) {
  return length(Math.round(seconds * 1000));
}

function is(value) {
  return value !== undefined && value !== null;
}
