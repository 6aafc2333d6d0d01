/* Elements from a short name: h("button.button.solid#go", { type: "button", onclick }, "text", child). Text is always text. */
const SVG = "http://www.w3.org/2000/svg";
const SPRITE = "/static/icons.svg";

/** An element `tag.class#id` with its attributes, handlers (`on...`), properties and children; null children are left out. */
export function h(name, given = {}, ...children) {
  if (given instanceof Node || typeof given !== "object" || given === null || Array.isArray(given)) return h(name, {}, given, ...children);
  const element = named(document.createElement(name.match(/^[a-z0-9-]+/)[0]), name);
  if (element.localName === "form") element.autocomplete = "off"; // or the browser writes what is typed to its disk in clear, to restore the tab
  for (const [key, value] of Object.entries(given)) give(element, key, value);
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The same for SVG. */
export function s(name, given = {}, ...children) {
  const element = named(document.createElementNS(SVG, name.match(/^[a-z]+/)[0]), name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function named(element, name) {
  for (const [, mark, word] of name.matchAll(/([.#])([^.#]+)/g)) mark === "#" ? (element.id = word) : element.classList.add(word);
  return element;
}

function give(element, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
  else if (key === "value" || key === "checked" || key === "open") element[key] = value;
  else element.setAttribute(key, value === true ? "" : value);
}

/** An icon of the sprite, silent for a screen reader. */
export function icon(name) {
  return s("svg.icon", { "aria-hidden": "true" }, s("use", { href: `${SPRITE}#i-${name}` }));
}

const PATTERNS = ["pinwheel", "geese", "hourglass", "ladder", "churn", "star", "steps", "window", "arcs"];
const HUES = ["mulberry", "marine", "ochre", "moss", "clay", "slate"];

/** The class that lends a client's ground and ink. */
export const hue = (mark) => `is-${HUES[mark.hue - 1]}`;

/** The client's quilt block. */
export function quilt(mark, size = "") {
  const use = s("use", { href: `${SPRITE}#m-${PATTERNS[mark.pattern - 1]}` });
  return s(`svg.mark.${hue(mark)}${size && `.${size}`}`, { viewBox: "0 0 24 24", "aria-hidden": "true" }, use);
}

const MOST = 50;

/** Tally strokes: four upright and a fifth across; at most 50. */
export function strokes(count) {
  const shown = Math.min(count, MOST);
  if (!shown) return h("span.strokes");
  const left = (n) => 2 + Math.floor(n / 5) * 32 + (n % 5) * 6.5;
  const path = Array.from({ length: shown }, (_, n) => (n % 5 === 4 ? `M${2 + Math.floor(n / 5) * 32} 16l24-12` : `M${left(n)} 3V17`)).join("");
  const last = shown - 1;
  const width = Math.ceil(last % 5 === 4 ? 2 + Math.floor(last / 5) * 32 + 26 : left(last) + 2);
  return s("svg.strokes", { viewBox: `0 0 ${width} 20`, width, height: 20, "aria-hidden": "true" }, s("path", { d: path }));
}

/** How one trial went: own, prompted, not_yet, todo. */
export function disc(result) {
  const ring = () => s("circle.ring", { cx: 12, cy: 12, r: 9 });
  const parts = {
    own: () => [s("circle.own", { cx: 12, cy: 12, r: 9 })],
    prompted: () => [ring(), s("path.half", { d: "M12 3a9 9 0 0 0 0 18z" })],
    not_yet: () => [ring()],
    todo: () => [s("circle.todo", { cx: 12, cy: 12, r: 9 })],
  }[result]();
  return s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, ...parts);
}

/** Words of a client or a plan: never translated. */
export const own = (tag, text) => h(tag, { translate: "no" }, text);
