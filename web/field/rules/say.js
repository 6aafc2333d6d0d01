/* Says sentences of the catalogues: `words` is one flat object, code -> text, or {one, other} in two numbers. */

const PLACE = /\{(\w+)\}/g;

/** A function (code, values) -> text. Throws RangeError for a code or a place that is not known. */
export function sayer(words) {
  return (code, values = {}) => filled(sentence(words, code, values), values, code);
}

/** The sentence of a code with its places still open; one in two numbers is chosen by `values.count`. */
export function sentence(words, code, values = {}) {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known === undefined) throw new RangeError(code);
  if (typeof known === "string") return known;
  if (!Object.hasOwn(values, "count")) throw new RangeError(`${code} count`);
  return known[Number(values.count) === 1 ? "one" : "other"];
}

/** `text` with its {places} filled from `values`. What fills a place is never read as a place itself. */
export function filled(text, values, code = text) {
  return text.replace(PLACE, (_, place) => {
    if (!Object.hasOwn(values, place)) throw new RangeError(`${code} ${place}`);
    return String(values[place]);
  });
}
