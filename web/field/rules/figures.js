/* The figures in a text: numbers, clock times and number words, as tokens that can be compared (alongside/notes/rules/figures.py). */

const NUMBERS = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];
const WORDS = new Map([
  ...NUMBERS.map((word, number) => [word, String(number)]),
  ["once", "1"], ["twice", "2"], ["thrice", "3"], ["half", "0.5"], ["dozen", "12"],
]);
const TOKEN = /\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?|\p{Nd}+(?:,\p{Nd}{3})*(?:\.\p{Nd}+)?|[\p{L}\p{No}\p{Nl}]+/gu;
/* Digits: decimal ones, and those in circles, above or below the line. */
const DIGIT = new RegExp(
  "^[\\p{Nd}\\u{b2}-\\u{b3}\\u{b9}\\u{1369}-\\u{1371}\\u{19da}\\u{2070}\\u{2074}-\\u{2079}\\u{2080}-\\u{2089}" +
  "\\u{2460}-\\u{2468}\\u{2474}-\\u{247c}\\u{2488}-\\u{2490}\\u{24ea}\\u{24f5}-\\u{24fd}\\u{24ff}\\u{2776}-\\u{277e}" +
  "\\u{2780}-\\u{2788}\\u{278a}-\\u{2792}\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}" +
  "\\u{1f100}-\\u{1f10a}]", "u");

/** Every figure of `text` as a Set: "twice at 4:12 pm, 1,200 s" gives 2, 4:12, 1200. */
export function figures(text) {
  const tokens = (text.match(TOKEN) ?? []).map((token) => token.toLowerCase());
  return new Set(tokens.filter((token) => DIGIT.test(token) || WORDS.has(token)).map(plain));
}

/** Whether every figure of `some` is among `all`. */
export function among(some, all) {
  return [...some].every((figure) => all.has(figure));
}

function plain(token) {
  if (WORDS.has(token)) return WORDS.get(token);
  const figure = token.replaceAll(",", "");
  return figure.includes(".") ? figure.replace(/0+$/, "").replace(/\.$/, "") : figure;
}
