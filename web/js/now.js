/* The time on the server: a device's own clock may be wrong, and elapsed time must not be. */
const told = Date.parse(document.documentElement.dataset.now ?? "");
const ahead = Number.isNaN(told) ? 0 : told - Date.now();

/** Milliseconds since 1970, by the server's clock. */
export function now() {
  return Date.now() + ahead;
}
