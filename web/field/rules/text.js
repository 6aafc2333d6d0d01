/* Text as people type, paste or send it: one normal form, and what no text may hold (alongside/foundation/typed_text.py). */
import { grouped } from "./numbers.js";

const SPACE = "\\t\\n\\v\\f\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const BEFORE = new RegExp(`^[${SPACE}]+`);
const AFTER = new RegExp(`[${SPACE}]+$`);
const BETWEEN = new RegExp(`[${SPACE}]+`);
const INVISIBLE = /[\ufeff\u200b\u2060]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
const UNFIT = /[\p{Cc}\p{Cs}]/u;
const MARKS_IN_A_ROW = 12;

/** NFC, without the invisible characters that mean nothing, trimmed; line endings are one newline. */
export function settled(text, lines = false) {
  let whole = text.replace(INVISIBLE, "").normalize("NFC");
  if (lines) whole = whole.replace(/\r\n|\r|\u2028|\u2029/g, "\n").split("\n").map(trimmedEnd).join("\n");
  return trimmed(whole);
}

/** What is wrong with a settled text, or null. `most` is in characters (code points). */
export function faultIn(text, { most, lines = false, field = "" }) {
  const characters = [...text];
  if (characters.length > most) {
    return { code: "foundation.field.too_long", field, values: { most: grouped(most), length: grouped(characters.length) } };
  }
  if (!lines && /[\n\r\u2028\u2029\x85]/.test(text)) return { code: "foundation.field.one_line", field, values: {} };
  if (DIRECTION.test(text)) return { code: "foundation.field.direction", field, values: {} };
  if (characters.some((one) => unfit(one, lines)) || heaped(characters)) {
    return { code: "foundation.field.unfit", field, values: {} };
  }
  return null;
}

/** Without white space at both ends. */
export function trimmed(text) {
  return trimmedEnd(text.replace(BEFORE, ""));
}

/** On one line, with single spaces. */
export function oneLine(text) {
  return text.split(BETWEEN).filter(Boolean).join(" ");
}

/** How many characters (code points) a text has. */
export function lengthOf(text) {
  return [...text].length;
}

/** Two texts in the order of their characters, for sort(). */
export function byCharacters(a, b) {
  const [first, second] = [[...a], [...b]];
  const at = first.findIndex((one, n) => one !== second[n]);
  if (at < 0) return first.length - second.length;
  return at >= second.length ? 1 : first[at].codePointAt(0) - second[at].codePointAt(0);
}

/** The same for upper and lower case, for comparing. */
export function folded(text) {
  return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

function trimmedEnd(text) {
  return text.replace(AFTER, "");
}

/* Controls, NUL among them, halves of a surrogate pair, and noncharacters. */
function unfit(character, lines) {
  const code = character.codePointAt(0);
  if (character === "\n" || character === "\t") return !lines;
  return UNFIT.test(character) || (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
}

/* More combining marks on one letter than any script writes. */
function heaped(characters) {
  let row = 0;
  for (const character of characters) {
    row = /\p{M}/u.test(character) && combining(character) ? row + 1 : 0;
    if (row > MARKS_IN_A_ROW) return true;
  }
  return false;
}

/* A mark that combines changes places with one of another class: the lowest (1) after it, the highest (240) before it. */
function combining(mark) {
  const plain = mark.normalize("NFD");
  return (mark + "\u0334").normalize("NFD") !== plain + "\u0334" || ("\u0345" + mark).normalize("NFD") !== "\u0345" + plain;
}
