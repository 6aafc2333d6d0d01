/* How often a PIN may be tried: ten times, waiting longer each time. What is in the outbox is never touched by it. */

export const MOST = 10;
const WAITS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600]; // seconds to wait after the 1st, 2nd ... wrong PIN

export const untried = { wrong: 0, until: 0 };

/** May a PIN be tried now? Null, or `{code, seconds}`: `pin_wait`, or `pin_spent` when ten were wrong. */
export function refusal(tries, now) {
  if (tries.wrong >= MOST) return { code: "pin_spent", seconds: null };
  return now < tries.until ? { code: "pin_wait", seconds: Math.ceil((tries.until - now) / 1000) } : null;
}

/** The tries after one more wrong PIN at `now` (milliseconds). */
export function wrongAgain(tries, now) {
  const wrong = tries.wrong + 1;
  return { wrong, until: now + (WAITS[wrong - 1] ?? 0) * 1000 };
}
