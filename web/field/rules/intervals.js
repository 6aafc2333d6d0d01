/* Which interval an answer is about, and how long until the next (alongside/behaviour/rules/intervals.py). Seconds. */

const SOONER = { partial_interval: true, whole_interval: false }; // the answer that is known before the interval ends

/** The interval, from 1, that an answer given `elapsed` seconds after the watch began is about. */
export function number(measure, scored, elapsed, length) {
  if (SOONER[measure] === scored) return Math.floor(elapsed / length) + 1;
  return Math.max(1, Math.floor(elapsed / length + 0.5));
}

/** Seconds until the running interval ends. */
export function untilNext(elapsed, length) {
  return length - (elapsed % length);
}
