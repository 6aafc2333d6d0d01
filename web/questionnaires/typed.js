/* From the fields of a form to answers (alongside/questionnaires/typed.py): what somebody typed, and what cannot be read. */
import { MEMBERS, chosen, isObject, isOf, optionOf, valueOf } from "./values.js";

const MOST_COPIES = 50;
const WHOLE = /^[-−]?\d{1,10}$/;
const NUMBER = /^[-−]?\d{1,14}(\.\d{1,8})?$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** Each link id with its number in reading order. */
export function numbers(asked) {
  const found = new Map();
  const walk = (items) => (items ?? []).forEach((item) => (found.set(item.link_id, found.size), walk(item.items)));
  walk(asked.items);
  return found;
}

/** `q3-0_7-1`: the second of item 7 in the first of item 3. */
export const nameOf = (known, place) => `q${place.map(([link, n]) => `${known.get(link)}-${n}`).join("_")}`;
export const manyOf = (name) => `n${name.slice(1)}`;
export const otherOf = (name) => `o${name.slice(1)}`;
export const unitOf = (name) => `u${name.slice(1)}`;
export const goneOf = (name) => `x${name.slice(1)}`;

/** {answers, raw, wrong} of fields: `all(name)` gives the texts of a field. `before`: the answers so far. */
export function typed(asked, all, { before = [], zone, files = {} }) {
  const reading = { known: numbers(asked), all, one: (name) => (all(name)[0] ?? "").trim(), zone, files, raw: {}, wrong: [] };
  return { answers: items(reading, asked.items, before, []), raw: reading.raw, wrong: reading.wrong };
}

function items(reading, wanted, before, place) {
  return (wanted ?? []).flatMap((item) => {
    const were = before.filter((node) => node.linkId === item.link_id);
    if (item.type === "display" || item.calculated) return [];
    if (item.type === "group") return group(reading, item, were, place);
    if (item.read_only || item.hidden) return were;
    const found = answers(reading, item, were.flatMap((node) => node.answer ?? []), place);
    return found.length ? [{ linkId: item.link_id, answer: found }] : [];
  });
}

function group(reading, item, were, place) {
  return Array.from({ length: many(reading, item, place) }, (_, n) => items(reading, item.items, were[n]?.item ?? [], [...place, [item.link_id, n]])).flatMap((below) => (below.length || item.repeats ? [{ linkId: item.link_id, ...(below.length ? { item: below } : {}) }] : []));
}

function many(reading, item, place) {
  const said = item.repeats ? reading.one(manyOf(nameOf(reading.known, [...place, [item.link_id, 0]]))) : "";
  return /^\d{1,3}$/.test(said) ? Math.min(Math.max(Number(said), 1), MOST_COPIES) : 1;
}

function answers(reading, item, were, place) {
  const choice = item.options?.length && ["choice", "open-choice"].includes(item.type);
  const found = choice ? marked(reading, item, were, place) : written(reading, item, were, place);
  return found.map(([at, value], n) => {
    const below = items(reading, item.items, were[n]?.item ?? [], [...place, [item.link_id, at]]);
    return below.length ? { ...value, item: below } : value;
  });
}

function marked(reading, item, were, place) {
  const name = nameOf(reading.known, [...place, [item.link_id, 0]]);
  const marks = new Set(reading.all(name).map((mark) => mark.trim()));
  let found = item.options.filter((_, n) => marks.has(String(n))).map(chosen);
  if (item.type === "open-choice") {
    found.push(...were.filter((one, n) => marks.has(`k${n}`) && !optionOf(item, valueOf(one))).map(valueOf));
    const own = reading.one(otherOf(name));
    const fresh = own ? [{ valueString: own }] : [];
    found = item.repeats ? [...found, ...fresh] : marks.has("o") || !found.length ? fresh : found;
  }
  const offered = marksOf(item, were);
  if ([...marks].some((mark) => mark && !offered.has(mark))) reading.wrong.push({ code: "no_option", place: [...place, [item.link_id, 0]], values: {} });
  return (item.repeats ? found : found.slice(0, 1)).map((value, n) => [n, value]);
}

/* The marks that the page has for a question with options. */
function marksOf(item, were) {
  const own = item.type === "open-choice" ? ["o", ...were.map((_, n) => `k${n}`)] : [];
  return new Set([...own, ...item.options.map((_, n) => String(n))]);
}

function written(reading, item, were, place) {
  const found = [];
  for (let n = 0; n < many(reading, item, place); n++) {
    const here = [...place, [item.link_id, n]];
    const name = nameOf(reading.known, here);
    if (item.type === "attachment") {
      const value = reading.files[name] ?? (were[n] && !reading.one(goneOf(name)) ? valueOf(were[n]) : null);
      if (value) found.push([n, value]);
      continue;
    }
    const text = reading.one(name);
    if (!text) continue;
    const value = same(reading, item, text, name, were) ?? read(reading, item, text, name);
    if (value && isOf(item, value)) found.push([n, value]);
    else {
      reading.raw[name] = text;
      reading.wrong.push({ code: "type", place: here, values: { type: item.type } });
    }
  }
  return found;
}

/* The answer that stood there, whole, where its field was left as it was. */
function same(reading, item, text, name, were) {
  const one = were.find((answer) => text === said(answer, reading.zone) && (!item.units || reading.one(unitOf(name)) === unitAt(item, answer)));
  return one ? valueOf(one) : null;
}

function read(reading, item, text, name) {
  const member = MEMBERS[item.type];
  const plain = text.replace("−", "-");
  if (item.type === "boolean") return ["true", "false"].includes(text) ? { [member]: text === "true" } : null;
  if (item.type === "integer") return WHOLE.test(text) ? { [member]: Number(plain) } : null;
  if (item.type === "decimal") return NUMBER.test(text) ? { [member]: Number(plain) } : null;
  if (item.type === "quantity") return NUMBER.test(text) ? { [member]: { value: Number(plain), ...unit(reading, item, name) } } : null;
  if (item.type === "dateTime" && LOCAL.test(text)) return moment(text, reading.zone);
  if (item.type === "time" && /^\d\d:\d\d$/.test(text)) return { [member]: `${text}:00` };
  if (item.type === "reference") return { [member]: { display: text } };
  if (item.type === "choice" || item.type === "open-choice") return item.type === "open-choice" ? { valueString: text } : { valueCoding: { display: text } }; // a choice whose options are not known here
  return { [member]: text };
}

function unit(reading, item, name) {
  const chosenAt = reading.one(unitOf(name));
  const units = (item.units ?? []).map((one) => one.valueCoding).filter(isObject);
  if (!units.length || !/^\d{1,3}$/.test(chosenAt) || Number(chosenAt) >= units.length) return item.unit ? { unit: item.unit } : {};
  const coding = units[Number(chosenAt)];
  const kept = Object.fromEntries(["system", "code"].filter((key) => key in coding).map((key) => [key, coding[key]]));
  return { unit: String(coding.display ?? coding.code ?? ""), ...kept };
}

/* A local moment with the offset of its zone; of an hour that comes twice, the first. */
function moment(text, zone) {
  const whole = text.length === 16 ? `${text}:00` : text;
  const asUTC = Date.parse(`${whole}Z`);
  if (Number.isNaN(asUTC)) return null;
  const fits = [offset(asUTC - 864e5, zone), offset(asUTC + 864e5, zone)].find((minutes) => offset(asUTC - minutes * 6e4, zone) === minutes);
  const minutes = fits ?? offset(asUTC - 864e5, zone);
  const two = (value) => String(value).padStart(2, "0");
  const sign = minutes < 0 ? "-" : "+";
  return { valueDateTime: `${whole}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}` };
}

function offset(at, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Math.round((Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - at) / 6e4);
}

/** An answer as its field holds it; a moment in a zone. */
export function said(answer, zone) {
  const [member, value] = Object.entries(answer).find(([name]) => name.startsWith("value")) ?? ["", ""];
  if (isObject(value)) {
    const name = ["value", "display", "title", "url", "reference", "code"].find((one) => one in value);
    return name ? String(value[name]) : "";
  }
  if (member === "valueDateTime" && value.includes("T")) return new Date(Date.parse(value) + offset(Date.parse(value), zone) * 6e4).toISOString().slice(0, 16);
  if (member === "valueTime" && /^\d\d:\d\d:00$/.test(value)) return value.slice(0, 5);
  return String(value);
}

/** What the field of a quantity's unit holds; "" for the item's own. */
export function unitAt(item, answer) {
  const at = (item.units ?? []).findIndex((one) => label(one) === (answer.valueQuantity?.unit ?? ""));
  return at < 0 ? "" : String(at);
}

/** A value in the words of the questionnaire. */
export function label(value) {
  const one = Object.values(value)[0] ?? "";
  return isObject(one) ? String(one.display || one.code || one.value || "") : String(one);
}

/** The fields that answers stand in: name -> texts, as a page would send them. */
export function fieldsOf(asked, answers, zone) {
  const found = {};
  fill(found, numbers(asked), asked.items, answers, [], zone);
  return found;
}

function fill(found, known, wanted, answers, place, zone) {
  for (const item of wanted ?? []) {
    const nodes = answers.filter((node) => node.linkId === item.link_id);
    const name = nameOf(known, [...place, [item.link_id, 0]]);
    if (item.type === "group") {
      if (item.repeats && nodes.length) found[manyOf(name)] = [String(nodes.length)];
      for (const [n, node] of nodes.entries()) fill(found, known, item.items, node.item ?? [], [...place, [item.link_id, n]], zone);
      continue;
    }
    const given = nodes.flatMap((node) => node.answer ?? []);
    if (!given.length || item.calculated) continue;
    if (item.options?.length && ["choice", "open-choice"].includes(item.type)) found[name] = given.map((one, n) => (optionOf(item, valueOf(one)) ? String(item.options.indexOf(optionOf(item, valueOf(one)))) : `k${n}`));
    else for (const [n, one] of given.entries()) found[nameOf(known, [...place, [item.link_id, n]])] = [said(one, zone)];
    if (item.repeats && given.length > 1) found[manyOf(name)] = [String(given.length)];
    for (const [n, one] of given.entries()) fill(found, known, item.items, one.item ?? [], [...place, [item.link_id, n]], zone);
  }
}
