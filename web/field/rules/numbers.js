/* Numbers as a reader expects them, and exact rounding: half to even, as the value really is. */

const MINUS = "\u2212";

/** `value` with `places` decimals (grouped thousands, a true minus), or as short as it is with at `most` two. */
export function number(value, places = null, most = 2) {
  let text = grouped(fixed(value, places ?? most));
  if (places === null && text.includes(".")) text = text.replace(/0+$/, "").replace(/\.$/, "");
  if (!/[1-9]/.test(text)) text = text.replace(/^-+/, "");
  return text.replaceAll("-", MINUS);
}

/** A share of one as a percentage: 0.944 is "94%". */
export function percent(share, places = 0) {
  return `${number(share * 100, places)}%`;
}

/** A whole number with grouped thousands and a plain minus, as limits are said: "-1,000,000". */
export function grouped(value) {
  const [whole, rest] = String(value).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}

/** `value` rounded to `places` decimals, a tie to the even one. */
export function rounded(value, places = 0) {
  return Number(fixed(value, places));
}

/** The text of `value` with `places` decimals. toFixed rounds the exact value and ties up; a tie goes to the even one. */
export function fixed(value, places) {
  const text = Math.abs(value).toFixed(places);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const doubled = Math.abs(value) * 2 ** (places + 1);
  const tied = Number.isInteger(doubled) && doubled % 2 === 1 && isTie(Math.abs(value), places);
  return sign + (tied && Number(text.at(-1)) % 2 === 1 ? down(text) : text);
}

/* Exactly between two: value * 10^places ends in one half. Scaled without error, since the value is a multiple of 2^-(places + 1). */
function isTie(value, places) {
  const units = BigInt(value * 2 ** (places + 1)) * 5n ** BigInt(places);
  return units % 2n === 1n;
}

/* One less in the last place. The last digit is odd, so nothing is borrowed. */
function down(text) {
  return text.slice(0, -1) + String(Number(text.at(-1)) - 1);
}
