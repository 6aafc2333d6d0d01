/* Says a sentence of the catalogue that stands in the page. */
const held = document.getElementById("catalogue-js");
const sentences = held ? JSON.parse(held.textContent) : {};

/** The sentence `code` with its {places} filled from `values`; one in two numbers is chosen by `values.count`. */
export function say(code, values = {}) {
  const found = sentences[code];
  if (found === undefined) throw new RangeError(code);
  const text = typeof found === "string" ? found : found[values.count === 1 ? "one" : "other"];
  return text.replace(/\{(\w+)\}/g, (_, place) => {
    if (!(place in values)) throw new RangeError(`${code} ${place}`);
    return values[place];
  });
}
