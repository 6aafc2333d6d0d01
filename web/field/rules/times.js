/* Days, clock times and lengths of time in words, in the zone of the place. Moments are milliseconds since 1970 (or ISO text). */
import { rounded } from "./numbers.js";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY = 86_400_000;
/* Names of zones in minutes from UTC; elsewhere the same letters may mean other hours, and then they are not said. */
const NAMED = {
  ADT: -180, AST: -240, EDT: -240, EST: -300, CDT: -300, CST: -360, MDT: -360, MST: -420, PDT: -420, PST: -480, AKDT: -480,
  AKST: -540,
};
const known = new Map();

/** Milliseconds since 1970 of a moment in ISO 8601 with an offset. Throws RangeError for anything else. */
export function moment(at) {
  const found = typeof at === "number" ? at : /(?:Z|[+-]\d{2}:?\d{2})$/.test(at) ? Date.parse(at) : NaN;
  if (!Number.isFinite(found)) throw new RangeError(String(at));
  return found;
}

/** The parts of a moment on the clock of a zone: year, month, day, hour, minute, second. */
export function local(at, zone) {
  const parts = {};
  for (const { type, value } of clockOf(zone).formatToParts(moment(at))) parts[type] = Number(value);
  return parts;
}

/** The local date of a moment, "2026-11-19". */
export function dayOf(at, zone) {
  const { year, month, day } = local(at, zone);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** A date ("2026-11-19") in words: full "Thu 19 Nov 2026", short "Thu 19 Nov", long "Thursday 19 Nov", plain, brief. */
export function day(date, say, form = "full") {
  const [year, month, number] = date.split("-").map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, number)).getUTCDay()];
  return say(`foundation.day.${form}`, {
    weekday: say((form === "long" ? "foundation.weekday_long." : "foundation.weekday.") + weekday),
    day: number, month: say(`foundation.month.${MONTHS[month - 1]}`), year,
  });
}

/** A time of day, "4:30 pm" or with seconds "4:30:09 pm". In the hour that comes twice when clocks go back, which of the two:
    "1:43 am EDT", "1:43 am EST". */
export function clock(at, zone, say, seconds = false) {
  return repeated(at, zone) ? inZone(at, zone, say, seconds) : plain(local(at, zone), say, seconds);
}

/** From when to when, "3:30–5:00 pm"; both halves of the day are said only where they differ. Where one of them is in the hour
    that comes twice, so is its zone: "1:10–1:50 am EDT", "1:43 am EDT–1:39 am EST". */
export function span(start, end, zone, say) {
  const twice = repeated(start, zone) || repeated(end, zone);
  if (twice && offset(start, zone) !== offset(end, zone)) return `${inZone(start, zone, say)}–${inZone(end, zone, say)}`;
  const [first, last] = [local(start, zone), local(end, zone)];
  const begin = half(first) === half(last) ? digits(first) : plain(first, say);
  return `${begin}–${twice ? inZone(end, zone, say) : plain(last, say)}`;
}

/** A length of time in seconds: "38 s", "6 min 12 s", "1 h 40 min". */
export function minutes(seconds, say) {
  const whole = rounded(seconds);
  const total = Math.abs(whole);
  const [hours, mins, secs] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const parts = hours ? [["h", hours], ["min", mins]] : [["min", mins], ["s", secs]];
  const said = parts.filter(([, n]) => n).map(([unit, n]) => say(`foundation.length.${unit}`, { n }));
  return (whole < 0 ? "\u2212" : "") + (said.length ? said.join(" ") : say("foundation.length.s", { n: 0 }));
}

/** A length of time as a running clock shows it: "1:12", "1:00:01", or always with `hours` "0:54:18". */
export function elapsed(seconds, hours = false) {
  const total = Math.max(0, Math.trunc(seconds));
  const [hour, mins, secs] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hour || hours ? `${hour}:${two(mins)}:${two(secs)}` : `${mins}:${two(secs)}`;
}

/** A moment as a signed record keeps it: UTC, milliseconds only where there are any. */
export function utc(at) {
  return new Date(moment(at)).toISOString().replace(".000Z", "Z");
}

/* Whether the clocks of its place show this time twice on that day: they are turned back near it, and both are this time. */
function repeated(at, zone) {
  const [before, after] = [offset(moment(at) - DAY, zone), offset(moment(at) + DAY, zone)];
  if (before <= after) return false;
  const shown = moment(at) + offset(at, zone);
  return offset(shown - before, zone) === before && offset(shown - after, zone) === after;
}

/* How far (ms) the clocks of a zone are ahead of UTC at a moment. */
function offset(at, zone) {
  const { year, month, day: date, hour, minute, second } = local(at, zone);
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(moment(at) / 1000) * 1000;
}

function inZone(at, zone, say, seconds = false) {
  return say("foundation.clock.in_zone", { clock: plain(local(at, zone), say, seconds), zone: zoneOf(at, zone, say) });
}

/* "EDT" where that is known to everybody, otherwise "UTC+2". */
function zoneOf(at, zone, say) {
  const whole = Math.round(offset(at, zone) / 60_000);
  const name = nameOf(at, zone);
  if (NAMED[name] === whole) return name;
  const [hours, rest] = [Math.floor(Math.abs(whole) / 60), Math.abs(whole) % 60];
  return say("foundation.clock.offset", { offset: `${whole < 0 ? "\u2212" : "+"}${hours}${rest ? `:${two(rest)}` : ""}` });
}

function nameOf(at, zone) {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(moment(at));
  return parts.find((part) => part.type === "timeZoneName").value;
}

function plain(here, say, seconds = false) {
  return say(half(here), { time: digits(here, seconds) });
}

function clockOf(zone) {
  if (!known.has(zone)) {
    known.set(zone, new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric",
      minute: "numeric", second: "numeric",
    }));
  }
  return known.get(zone);
}

function half(here) {
  return here.hour < 12 ? "foundation.clock.am" : "foundation.clock.pm";
}

function digits(here, seconds = false) {
  return `${here.hour % 12 || 12}:${two(here.minute)}${seconds ? `:${two(here.second)}` : ""}`;
}

function two(n) {
  return String(n).padStart(2, "0");
}
