/* Moments as the protocol writes them: ISO 8601 with milliseconds and an offset. */

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 as text in UTC. */
export const moment = (milliseconds) => new Date(milliseconds).toISOString();

/** Milliseconds of a moment's text; null when it is none. */
export function milliseconds(text) {
  if (typeof text !== "string" || !MOMENT.test(text)) return null;
  const value = Date.parse(text);
  return Number.isNaN(value) ? null : value;
}
