/* Readings of both clocks: what the device's said (`at`) when the server's did (`server`), at a tick of an outbox key; null
   where that was before the key was made. docs/field-protocol.md, section 4. */
import { moment } from "./moments.js";

const MOST = 6; // readings of one key: the first says what was known before, the newest how it is
const MOST_HANDED = 200;

/** The readings of a key with one more. */
export function withReading(readings, one) {
  const all = [...(readings ?? []), one];
  return all.length > MOST ? [all[0], ...all.slice(1 - MOST)] : all;
}

/**
 * The readings that go with keys: those that were kept with them and, for those in memory, how it is `now`, the server's
 * clock being what it will be on arrival. `ticks(id)`: how long a key has been in memory, or null.
 */
export function readingsOf(keys, { now, ticks }) {
  const found = keys.flatMap(({ id, readings = [] }) => {
    const tick = ticks(id);
    const here = tick === null ? [] : [{ tick, at: moment(now), server: null }];
    return [...readings, ...here].map((one) => ({ key: id, tick: one.tick, at: one.at, server: one.server }));
  });
  return found.slice(0, MOST_HANDED);
}
