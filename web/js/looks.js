/* Interval recording: [data-looks] counts the intervals since the watch began and gives a short buzz at each end.
   The answer to a tap brings the tile anew; between taps this keeps number and time true. */
import { digits } from "./clock.js";
import { now } from "./now.js";

const told = new Map();

function tick() {
  document.querySelectorAll("[data-looks]").forEach(show);
}

function show(tile) {
  const length = Number(tile.dataset.length);
  const elapsed = Math.max(0, (now() - Date.parse(tile.dataset.looks)) / 1000);
  const number = Math.floor(elapsed / length) + 1;
  const timer = tile.querySelector("[data-next]");
  const count = tile.querySelector("[data-number]");
  if (timer) timer.textContent = digits(Math.ceil(length - (elapsed % length)));
  if (count) count.textContent = String(number);
  if (told.has(tile.id) && told.get(tile.id) !== number) navigator.vibrate?.(150);
  told.set(tile.id, number);
}

tick();
setInterval(tick, 500);
