/* What an answer to handing in means. docs/field-protocol.md, section 4: only receipts end the wait of an operation. */
import { isUuid } from "./uuid7.js";

const OUTCOMES = new Set(["done", "held", "waiting"]);

/**
 * Reads `{status, type, body, retryAfter}` (body: the parsed JSON, or null), or null when no answer came.
 * Gives `{means}` and, for `receipts`, `receipts, orders, next, epoch, turn, build, now`; for `busy`, `seconds`.
 */
export function reading(answer) {
  if (!answer) return { means: "lost" };
  const { status, body } = answer;
  if (status === 200) return isOurs(answer) ? taken(body) : { means: "not_ours" };
  if ((status === 429 || status === 503) && answer.retryAfter !== null) return { means: "busy", seconds: answer.retryAfter };
  return { means: { 400: "unreadable", 401: "unknown_device", 413: "too_much", 426: "old_app" }[status] ?? "lost" };
}

/** Seconds of a Retry-After header: a number or a date; null without one. */
export function secondsOf(header, now) {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

const isOurs = ({ type, body }) =>
  /^application\/json\b/.test(type ?? "") && body?.protocol === 1 && Array.isArray(body.receipts);

function taken(body) {
  return {
    means: "receipts",
    receipts: body.receipts.filter(isReceipt).map(({ id, outcome, digest, reasons }) => ({
      id, outcome, digest: digest ?? null, reasons: Array.isArray(reasons) ? reasons : [],
    })),
    orders: (Array.isArray(body.orders) ? body.orders : []).filter((one) => one?.order === "wipe" && isUuid(one.enrolment)),
    next: Object.entries(body.next ?? {}).filter(([id, next]) => isUuid(id) && Number.isSafeInteger(next) && next > 0),
    epoch: typeof body.epoch === "string" ? body.epoch : null,
    turn: Number.isSafeInteger(body.turn) && body.turn >= 0 ? body.turn : null,
    build: typeof body.build === "string" ? body.build : null,
    now: typeof body.now === "string" ? body.now : null,
  };
}

const isReceipt = (one) => isUuid(one?.id) && OUTCOMES.has(one.outcome);
