/* Asking the server: whatever goes wrong on the way is no answer. */
import { secondsOf } from "../core/answers.js";

const PATIENCE = 60_000; // milliseconds; a stalled line is given up

/** `{status, type, body, retryAfter}`, body being the parsed JSON or null; null where no whole answer came. */
export async function asked({ fetch, now }, address, how = {}) {
  const signal = globalThis.AbortSignal?.timeout?.(PATIENCE);
  try {
    const answer = await fetch(address, { cache: "no-store", redirect: "manual", signal, ...how });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get("content-type") ?? "",
      body: parsed(text),
      retryAfter: secondsOf(answer.headers.get("retry-after"), now()),
    };
  } catch {
    return null;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How to post JSON. */
export const posted = (body, headers = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
