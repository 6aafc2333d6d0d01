/* How long a pack may be read without the server: until it expires, by the latest clock that the device has ever seen. */

/** The later of two clocks in milliseconds: turning the device's clock back gives no more time. */
export const latest = (seen, now) => Math.max(seen ?? 0, now);

/**
 * Whether what was fetched may be shown. `ends` is when the pack expires (null: there is none), `seen` the latest clock
 * ever seen, `now` the device's clock, all in milliseconds. Recording never asks this.
 */
export function lease({ ends, seen, now }) {
  return { ends: ends ?? null, over: ends === null || ends === undefined || latest(seen, now) >= ends };
}
