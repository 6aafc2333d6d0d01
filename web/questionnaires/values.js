/* Answers as FHIR writes them (alongside/questionnaires/values.py): whether a value is one, and how two compare. */
const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
export const MEMBERS = { boolean: "valueBoolean", decimal: "valueDecimal", integer: "valueInteger", date: "valueDate", dateTime: "valueDateTime", time: "valueTime", string: "valueString", text: "valueString", url: "valueUri", choice: "valueCoding", "open-choice": "valueCoding", attachment: "valueAttachment", reference: "valueReference", quantity: "valueQuantity" };
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(\.\d+)?)(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/;
const LARGEST = 2_147_483_647; // FHIR integer
const MOST = 20_000; // characters of any text

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The `value[x]` of an answer, alone. */
export const valueOf = (answer) => Object.fromEntries(Object.entries(answer).filter(([name]) => name.startsWith("value")));
export const given = (value) => Object.values(value)[0];

/** Whether a value can be an answer of this type at all. */
export function isOf(item, value) {
  const names = Object.keys(value);
  if (names.length !== 1) return false;
  if (item.type === "open-choice" && names[0] === "valueString") return isText(given(value));
  return names[0] === MEMBERS[item.type] && SORTS[names[0]](given(value));
}

/** An option as an answer: its score stands in the coding, where expressions look for it. */
export function chosen(option) {
  const coding = option.value.valueCoding;
  if (option.score === undefined || !isObject(coding) || scoreOf(coding) !== null) return option.value;
  return { valueCoding: { ...coding, extension: [...(coding.extension ?? []), { url: ORDINAL, valueDecimal: option.score }] } };
}

export const optionOf = (item, value) => (item.options ?? []).find((option) => alike(option.value, value)) ?? null;

/** Whether two values mean the same. Codings by code, and by system where both name one. */
export function alike(one, other) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other) && same(given(one), given(other));
}

export function same(left, right) {
  if (isObject(left) && isObject(right)) {
    if ("code" in left || "code" in right) return left.code === right.code && (!("system" in left) || !("system" in right) || left.system === right.system);
    return ["value", "reference", "display"].filter((name) => name in left).every((name) => left[name] === right[name]);
  }
  return left === right;
}

/** What > and < compare: a number (also a quantity's or an option's), the text of a date or time, or null. */
export function order(value) {
  if (isObject(value)) return scoreOf(value) ?? value.value ?? null;
  return typeof value === "boolean" || value === undefined ? null : value;
}

/** Whether the answers to a question stand so to what an enableWhen wants. */
export function stands(operator, answers, wanted) {
  if (operator === "exists") return answers.length > 0 === (wanted === true);
  if (operator === "=") return answers.some((answer) => same(wanted, answer));
  if (operator === "!=") return answers.length > 0 && !answers.some((answer) => same(wanted, answer));
  return answers.some((answer) => compared(operator, order(answer), order(wanted)));
}

const COMPARE = { ">": (a, b) => a > b, "<": (a, b) => a < b, ">=": (a, b) => a >= b, "<=": (a, b) => a <= b };
const compared = (operator, left, right) => comparable(left, right) && (COMPARE[operator]?.(left, right) ?? false);
export const comparable = (one, other) => (typeof one === "number" || typeof one === "string") && typeof one === typeof other;

function scoreOf(coding) {
  const found = (coding.extension ?? []).find((one) => isObject(one) && one.url === ORDINAL);
  return found ? (found.valueDecimal ?? found.valueInteger ?? null) : null;
}

const isText = (value) => typeof value === "string" && value.trim() !== "" && [...value].length <= MOST;
const isNumber = (value) => typeof value === "number" && Math.abs(value) < 1e15;
const isWhole = (value) => Number.isInteger(value) && Math.abs(value) <= LARGEST;
const isDay = (value) => typeof value === "string" && DATE.test(value) && (value.length < 10 || exists(value));
const isClock = (value) => typeof value === "string" && TIME.test(value);

function isMoment(value) {
  if (isDay(value)) return true;
  const [, day, clock] = (typeof value === "string" && value.match(DATE_TIME)) || [];
  return Boolean(day) && exists(day) && isClock(clock);
}

function exists(day) {
  const moment = new Date(`${day}T00:00:00Z`);
  return day >= "0001" && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

function isAttachment(value) {
  if (!isObject(value) || !isText(value.contentType)) return false;
  return isText(value.url) || (typeof value.data === "string" && value.data !== "" && /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.data));
}

const SORTS = {
  valueBoolean: (value) => typeof value === "boolean", valueDecimal: isNumber, valueInteger: isWhole, valueDate: isDay, valueDateTime: isMoment, valueTime: isClock, valueString: isText, valueUri: isText,
  valueCoding: (value) => isObject(value) && (isText(value.code) || isText(value.display)), valueAttachment: isAttachment,
  valueReference: (value) => isObject(value) && (isText(value.reference) || isText(value.display)), valueQuantity: (value) => isObject(value) && isNumber(value.value),
};
