/* Times on a screen, in the zone of the place; numbers that tick. */
import { say } from "./words.js";

const cache = new Map();

function format(zone, options) {
  const key = `${zone}${JSON.stringify(options)}`;
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }));
  return cache.get(key);
}

export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "4:12 pm" */
export function clock(at, zone = here(), seconds = false) {
  const options = { hour: "numeric", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) };
  return format(zone, options).format(new Date(at)).replace(/[\s\u202f]+([AP])M$/, (_, half) => ` ${half.toLowerCase()}m`);
}

/** "Sun 22 Nov" */
export function shortDay(at, zone = here()) {
  const parts = Object.fromEntries(format(zone, { weekday: "short", day: "numeric", month: "short" }).formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return `${parts.weekday} ${parts.day} ${parts.month}`;
}

/** An ISO day as "4 Mar 2017". */
export function plainDay(day) {
  const parts = Object.fromEntries(format("UTC", { day: "numeric", month: "short", year: "numeric" }).formatToParts(new Date(`${day}T12:00:00Z`)).map((part) => [part.type, part.value]));
  return `${parts.day} ${parts.month} ${parts.year}`;
}

/** The ISO day on which a moment falls in a zone. */
export function dayOf(at, zone = here()) {
  const parts = Object.fromEntries(format(zone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

export function span(from, to, zone) {
  return `${clock(from, zone)} – ${clock(to, zone)}`;
}

/** Whole years, in words. */
export function age(born) {
  const [then, now] = [born, dayOf(Date.now())];
  const count = Number(now.slice(0, 4)) - Number(then.slice(0, 4)) - (now.slice(5) < then.slice(5) ? 1 : 0);
  return say("field.app.years", { count });
}

/** "4:12 pm" today, otherwise "Fri 20 Nov, 4:12 pm". */
export function sinceWhen(at) {
  return dayOf(at) === dayOf(Date.now()) ? clock(at) : `${shortDay(at)}, ${clock(at)}`;
}

/** "1:12", "1:00:01", with hours always "0:54:18". */
export function digits(seconds, hours = false) {
  const whole = Math.max(0, Math.floor(seconds));
  const [hour, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return hour || hours ? `${hour}:${two(minute)}:${two(second)}` : `${minute}:${two(second)}`;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Let every [data-since] and [data-until] on the page tick. Text only. */
export function tick() {
  for (const element of document.querySelectorAll("[data-since], [data-until]")) {
    const { since, until } = element.dataset;
    const seconds = since ? (Date.now() - Date.parse(since)) / 1000 : Math.ceil((Date.parse(until) - Date.now()) / 1000);
    const step = !still.matches ? 1 : element.matches(".clock") ? 60 : 10;
    const text = digits(Math.floor(seconds / step) * step, "hours" in element.dataset);
    if (element.textContent !== text) element.textContent = text;
  }
}
