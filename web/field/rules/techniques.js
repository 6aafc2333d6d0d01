/* Techniques of the library: what is true of a use (alongside/skills/rules/helping.py), and what a note says of it
   (alongside/notes/rules/techniques.py). */
import { wordsOf } from "./around.js";
import { fault } from "./details.js";
import { clockTime, evidence, quote, run, said, sentence } from "./said.js";
import { happenedFaults } from "./sessions.js";
import { faultIn } from "./text.js";
import { moment } from "./times.js";

const IN_FULL = 12; // more than these are counted; each stays in the evidence
const REFUSED = "refused";
const MOST = 1000; // characters

/** What stands against a use. Without reference data nothing is known of the library. */
export function techniqueFaults(visit, { at, details }, now) {
  if (!visit.session) return [fault("not_here", "session")];
  const { techniques, technique_words: known, visits: limits } = visit.reference;
  const { technique, went, felt = "" } = details;
  const words = ["felt_words", "words"].map((name) => faultIn(wordsOf(details[name] ?? ""), { most: MOST, lines: true, field: name })).filter(Boolean);
  if (words.length) return words;
  const chosen = known ? [
    ...(techniques.some(({ key }) => key === technique) ? [] : [fault("skills.fault.choice", "technique")]),
    ...(known.went.includes(went) ? [] : [fault("skills.fault.choice", "went")]), ...(["", ...known.felt].includes(felt) ? [] : [fault("skills.fault.choice", "felt")]),
  ] : [];
  return [...chosen, ...happenedFaults(moment(at), { beganAt: visit.session.began_at, endedAt: visit.ending?.ended_at ?? null, now, limits })];
}

/** One sentence a use, in the order of time; past twelve, how many more there are. */
export function techniques(found) {
  const rest = found.slice(IN_FULL);
  const more = rest.length ? [sentence("intervention", said("notes.draft.technique_more", { count: rest.length }), of(rest))] : [];
  return [...found.slice(0, IN_FULL).map((one) => sentence("intervention", used(one), of([one]))), ...more];
}

function used(one) {
  const more = [
    ...(one.felt ? [said("notes.draft.technique_felt", { felt: feltOf(one) })] : []),
    ...(one.felt_words ? [said("notes.draft.technique_words", { text: quote(one.felt_words) })] : []),
    ...(one.words ? [said("notes.draft.abc_narrative", { text: quote(one.words) })] : []),
  ];
  const values = { at: clockTime(one.at), name: quote(one.name), more: run(more) };
  return one.went === REFUSED ? said("notes.draft.technique_refused", values) : said("notes.draft.technique", { ...values, went: wentOf(one) });
}

function of(some) {
  const times = some.map((one) => one.at);
  return evidence("technique", some.map((one) => one.id), said("notes.evidence.technique", { count: some.length }), {
    times: times.slice(0, 1),
    holds: [
      some.length, ...times.map(clockTime), ...some.map((one) => quote(one.name)), ...some.filter(({ went }) => went !== REFUSED).map(wentOf), ...some.filter((one) => one.felt).map(feltOf),
      ...some.flatMap((one) => [one.felt_words, one.words]).filter(Boolean).map(quote),
    ],
  });
}

const wentOf = ({ went }) => said(`notes.went.${went}`);
const feltOf = ({ felt }) => said(`notes.felt.${felt}`);
