/* Sentences before they are said: a code of the catalogue with values, and what they rest on (alongside/notes/rules/said.py).

   A value is a text, a number, a list of values, or one of the marked ones below. */

export const ROLES = ["objective", "subjective", "behavior", "intervention", "response", "safety", "plan"];

/** A code of the catalogue and its values. */
export const said = (code, values = {}) => ({ code, values });

/** A moment (ms), said as a clock time. */
export const clockTime = (at) => ({ at });

/** A length of time (ms). */
export const length = (ms) => ({ ms });

/** A date, "2026-11-19". */
export const date = (day) => ({ day });

/** Words that somebody recorded, said exactly as they are, between quotation marks. */
export const quote = (text) => ({ quote: text });

/** Sentences said one after the other. */
export const run = (parts) => ({ run: parts });

/** The rows behind a sentence. `holds` is every value that these rows hold, whatever the sentence takes of it. */
export const evidence = (kind, ids, label, { times = [], holds = [] } = {}) => ({ kind, ids, label, times, holds });

/** One drafted sentence: its part of the note, what it says, and what it rests on. */
export const sentence = (role, what, ...rests) => ({ role, said: what, evidence: rests });
