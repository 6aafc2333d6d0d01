/* Times on a screen, in the zone of the place, as the rules say them; numbers that tick. */
import * as times from "../rules/times.js";
import { say } from "./words.js";

export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "4:12 pm" */
export const clock = (at, zone = here(), seconds = false) => times.clock(at, zone, say, seconds);

/** The ISO day on which a moment falls in a zone. */
export const dayOf = (at, zone = here()) => times.dayOf(at, zone);

/** "Sun 22 Nov" */
export const shortDay = (at, zone = here()) => times.day(dayOf(at, zone), say, "short");

/** An ISO day as "4 Mar 2017". */
export const plainDay = (day) => times.day(day, say, "plain");

/** "3:30–5:00 pm" */
export const span = (from, to, zone) => times.span(from, to, zone, say);

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
export const digits = times.elapsed;

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
