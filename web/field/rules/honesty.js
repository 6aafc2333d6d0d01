/* Does a sentence say more than its rows hold? Two questions: its words, and its figures (alongside/notes/rules/honesty.py). */
import { figures } from "./figures.js";
import { lengthOf, trimmed } from "./text.js";

/** Whether a drafted sentence states no figure, cause, effect or mood that its rows do not hold. */
export function honest(text, { held, forbidden }) {
  return !unheldFigures(text, held).length && !unheldWords(text, { quotes: held, forbidden }).length;
}

/** Words of cause, effect or mood in `text`, but for what stands word for word in the record. */
export function unheldWords(text, { quotes, forbidden }) {
  return without(text, quotes).toLowerCase().match(anyOf(forbidden)) ?? [];
}

/** Figures of `text` that none of the `held` texts has. */
export function unheldFigures(text, held) {
  const known = new Set(held.flatMap((one) => [...figures(one)]));
  return [...figures(text)].filter((figure) => !known.has(figure));
}

/** `text` without the recorded words in it, the longest first, so that a short one leaves nothing behind. */
export function without(text, quotes) {
  const longest = [...new Set(quotes.filter(trimmed))].sort((a, b) => lengthOf(b) - lengthOf(a));
  return longest.reduce((left, quote) => left.replaceAll(quote, () => " "), text);
}

function anyOf(words) {
  const longest = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longest.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
}
