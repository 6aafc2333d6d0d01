/* Running time: [data-since] counts up, [data-until] counts down to zero. Text only; nothing blinks.
   Under reduced motion a visit's clock moves once a minute and a timer every ten seconds. */
import { now } from "./now.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** "1:12", "1:00:01", or always with hours "0:54:18". */
export function digits(seconds, hours = false) {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h || hours ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function show(element) {
  const { since, until } = element.dataset;
  const seconds = since ? (now() - Date.parse(since)) / 1000 : Math.ceil((Date.parse(until) - now()) / 1000);
  const step = !still.matches ? 1 : element.matches(".clock") ? 60 : 10;
  const text = digits(Math.floor(seconds / step) * step, "hours" in element.dataset);
  if (element.textContent !== text) element.textContent = text;
}

function tick() {
  document.querySelectorAll("[data-since], [data-until]").forEach(show);
}

tick();
setInterval(tick, 1000);
