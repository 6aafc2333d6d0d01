/* Saying what the rules drafted: codes and values become sentences, in the zone of the place (alongside/notes/wording.py). */
import { honest } from "./honesty.js";
import { number } from "./numbers.js";
import { oneLine } from "./text.js";
import { clock, day, minutes, span } from "./times.js";

/** The drafted sentences as a note's body keeps them, ids in order. One that says more than its rows hold is not drafted.
    `tongue`: {zone, say, forbidden}. */
export function bodyOf(sentences, tongue) {
  const kept = sentences.filter((sentence) => honestInWords(sentence, tongue));
  return kept.map((sentence, n) => asKept(`d${n + 1}`, sentence, tongue));
}

/** Words of cause, effect and mood that a drafted sentence does not use of itself. */
export function forbidden({ drafting_words: words }) {
  return [...words.cause, ...words.effect, ...words.mood];
}

/** Whether the sentence, as it is said here, holds only what its rows hold. */
export function honestInWords(sentence, tongue) {
  const held = sentence.evidence.flatMap((evidence) => evidence.holds.map((value) => heldText(value, tongue)));
  return honest(inWords(sentence.said, tongue), { held, forbidden: tongue.forbidden });
}

/** One sentence in words. */
export function inWords({ code, values }, tongue) {
  const said = Object.entries(values).map(([name, value]) => [name, name === "count" ? value : worded(value, tongue)]);
  return tongue.say(code, Object.fromEntries(said));
}

/** Recorded words on one line, with single quotation marks inside; the sentence around them brings the full stop. */
export function quoted(text) {
  const line = oneLine(text.replaceAll("“", "‘").replaceAll("”", "’"));
  return line.endsWith(".") && !line.endsWith("..") ? line.slice(0, -1) : line;
}

/** Who else was there, after one another. */
export function names(present) {
  return present.map((person) => person.who).join(", ");
}

function worded(value, tongue) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return listed(value.map((part) => worded(part, tongue)), tongue.say);
  const kind = Object.keys(SAYS).find((name) => name in value);
  return SAYS[kind](value, tongue);
}

const SAYS = {
  code: inWords,
  run: ({ run }, tongue) => run.map((part) => ` ${inWords(part, tongue)}`).join(""),
  quote: ({ quote }, { say }) => say("notes.draft.quote", { text: quoted(quote) }),
  at: ({ at }, { zone, say }) => clock(at, zone, say),
  day: ({ day: date }, { say }) => day(date, say),
  ms: ({ ms }, { say }) => minutes(ms / 1000, say),
};

function heldText(value, tongue) {
  return value?.quote === undefined ? worded(value, tongue) : quoted(value.quote);
}

function asKept(id, sentence, tongue) {
  const text = inWords(sentence.said, tongue);
  const evidence = sentence.evidence.map((one) => keptEvidence(one, tongue));
  return { id, role: sentence.role, text, drafted: text, own: false, evidence };
}

function keptEvidence({ kind, ids, label, times }, tongue) {
  const { zone, say } = tongue;
  const single = times.length === 1 ? clock(times[0], zone, say) : "";
  const when = times.length > 1 ? span(times[0], times.at(-1), zone, say) : single;
  return { kind, ids: [...ids], label: inWords(label, tongue), times: when };
}

function listed(parts, say) {
  if (parts.length < 2) return parts.join("");
  return say("notes.draft.and", { some: parts.slice(0, -1).join(", "), last: parts.at(-1) });
}
