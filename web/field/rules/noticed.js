/* What was different, and that there was a crisis: entries with their times, without a word of cause or mood
   (alongside/notes/rules/noticed.py). */
import { clockTime, evidence, quote, run, said, sentence } from "./said.js";

const IN_FULL = 12; // more than these are counted; each stays in the evidence
const UNNAMED = "other";

/** One sentence an entry, in the order of time; past twelve, how many more there are. */
export function noticed(found) {
  const rest = found.slice(IN_FULL);
  const more = rest.length ? [sentence("behavior", said("notes.draft.noticed_more", { count: rest.length }), of(rest))] : [];
  return [...found.slice(0, IN_FULL).map((one) => sentence("behavior", different(one), of([one]))), ...more];
}

/** That there was one, from when to when. What was done in it stands in its own record, not here. */
export function crises(found) {
  return found.map(({ id, began_at: began, closed_at: closed }) => {
    const times = closed === null ? [began] : [began, closed];
    const holds = times.map(clockTime);
    const code = closed === null ? "notes.draft.crisis_open" : "notes.draft.crisis";
    const values = closed === null ? { began: holds[0] } : { began: holds[0], closed: holds[1] };
    return sentence("safety", said(code, values), evidence("crisis", [id], said("notes.evidence.crisis"), { times, holds }));
  });
}

function different(one) {
  const words = one.words ? [said("notes.draft.abc_narrative", { text: quote(one.words) })] : [];
  const values = { at: clockTime(one.at), more: run(words) };
  if (one.area === UNNAMED) return said("notes.draft.noticed_other", values);
  return said("notes.draft.noticed", { ...values, area: area(one) });
}

function of(some) {
  const times = some.map((one) => one.at);
  return evidence("notice", some.map((one) => one.id), said("notes.evidence.notice", { count: some.length }), {
    times: times.slice(0, 1),
    holds: [
      some.length, ...times.map(clockTime), ...some.filter((one) => one.words).map((one) => quote(one.words)),
      ...some.filter((one) => one.area !== UNNAMED).map(area),
    ],
  });
}

function area(one) {
  return said(`notes.area.${one.area}`);
}
