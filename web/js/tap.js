/* One tap records: a form with [data-tap] is posted in the background, in the order of the taps. The answer is a fragment
   of HTML (or the whole page again); each element takes the place of the one with the same id. Without this script the form is posted plainly.
   An act keeps its id while it is tried again, so that it is recorded once. */
import { say } from "./say.js";
import { uuid7 } from "./uuid.js";

const waiting = [];
let running = false;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-tap]");
  if (!form) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  body.set("operation", uuid7());
  body.set("at", new Date().toISOString());
  waiting.push({ url: form.action, body, tile: form.closest("[id]")?.id });
  if (form.dataset.tap === "count") countNow(form);
  tell();
  send();
});

/* The number moves under the thumb at once; the answer puts the recorded number in its place. */
function countNow(form) {
  const count = form.querySelector(".count");
  const shown = Number(count.textContent.replace(/\D/g, ""));
  count.textContent = String(shown + 1);
}

async function send(pause = 1000) {
  if (running) return;
  running = true;
  while (waiting.length) {
    const done = await post(waiting[0]);
    if (done) {
      waiting.shift();
      pause = 1000;
    } else {
      tell();
      await new Promise((resume) => setTimeout(resume, pause));
      pause = Math.min(pause * 2, 30_000);
    }
  }
  running = false;
  tell();
}

/* True when the act was answered for good: recorded, or refused with a reason. */
async function post(act) {
  let answer;
  try {
    answer = await fetch(act.url, { method: "POST", body: act.body, headers: { "HX-Request": "true" } });
  } catch {
    return false; // no signal
  }
  if (answer.status >= 500 || answer.status === 429) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const elsewhere = answer.redirected && new URL(answer.url).pathname !== location.pathname;
  if (answer.status === 401 || elsewhere) {
    toast(say("foundation.js.signed_out"));
    return false;
  }
  if (!put(page, act) && !answer.ok) toast(say("foundation.js.refused"));
  return true;
}

/* Puts each element of the answer in the place of its namesake; of a whole page, only the tile and the toast.
   A tile with more taps under way waits for the last. */
function put(page, act) {
  const whole = page.getElementById("main");
  const parts = whole
    ? [act.tile, "toast"].map((id) => page.getElementById(id)).filter(Boolean)
    : [...page.body.children].filter((part) => part.id);
  for (const part of parts) {
    const old = document.getElementById(part.id);
    const later = waiting.some((other) => other !== act && other.tile === part.id);
    if (old && !later) replace(old, document.importNode(part, true));
  }
  return parts.length > 0;
}

function replace(old, fresh) {
  const reachable = "a, button, input, select, textarea, summary";
  const at = [...old.querySelectorAll(reachable)].indexOf(document.activeElement);
  old.replaceWith(fresh);
  if (at >= 0) fresh.querySelectorAll(reachable)[at]?.focus({ preventScroll: true });
}

function toast(words) {
  const place = document.getElementById("toast");
  if (!place) return;
  const box = document.createElement("div");
  box.className = "toast";
  box.setAttribute("role", "status");
  box.append(Object.assign(document.createElement("p"), { textContent: words }));
  place.replaceChildren(box);
}

function tell() {
  const sync = document.getElementById("sync");
  if (!sync) return;
  sync.hidden = false;
  const late = waiting.length > 1 || (waiting.length > 0 && !navigator.onLine);
  sync.classList.toggle("waiting", late);
  sync.classList.toggle("saved", !late);
  if (late) sync.textContent = say("foundation.js.waiting", { count: waiting.length });
  else sync.textContent = waiting.length ? say("foundation.js.saving") : say("foundation.js.saved");
}

addEventListener("online", () => send());
addEventListener("beforeunload", (event) => {
  if (waiting.length) event.preventDefault();
});
