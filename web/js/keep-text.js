/* Text typed into a form with [data-keep=KEY] is kept in this tab and comes back after the session ended or a page was lost.
   [data-keep-base] names the saved text it was typed over: once that changes, the kept text was saved and is dropped.
   It is also dropped by [data-kept=KEY] on any page, by signing out ([data-forget]), and when somebody else signs in. */
import { say } from "./say.js";

const PREFIX = "keep:";
const actor = document.documentElement.dataset.actor ?? "";
const typed = "textarea, input:not([type]), input[type=text], input[type=number], input[type=date], input[type=time]";

const keptKeys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
const forget = (keys) => keys.forEach((key) => sessionStorage.removeItem(key));
const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");

function keep(form) {
  const fields = {};
  for (const field of form.querySelectorAll(typed)) if (field.name) fields[field.name] = field.value;
  const kept = { actor, base: form.dataset.keepBase ?? "", fields };
  sessionStorage.setItem(PREFIX + form.dataset.keep, JSON.stringify(kept));
}

function bringBack(form) {
  const key = PREFIX + form.dataset.keep;
  const kept = read(key);
  if (!kept) return;
  if (kept.base !== (form.dataset.keepBase ?? "")) return forget([key]);
  const changed = [...form.querySelectorAll(typed)].filter(
    (field) => field.name in kept.fields && kept.fields[field.name] !== field.value,
  );
  for (const field of changed) field.value = kept.fields[field.name];
  if (changed.length) tell(form);
}

function tell(form) {
  const note = document.createElement("p");
  note.className = "small quiet kept-text";
  note.setAttribute("role", "status");
  note.textContent = say("foundation.js.kept_text");
  form.prepend(note);
}

if (actor) forget(keptKeys().filter((key) => read(key).actor !== actor));
forget([...document.querySelectorAll("[data-kept]")].map((saved) => PREFIX + saved.dataset.kept));
for (const form of document.querySelectorAll("form[data-keep]")) {
  bringBack(form);
  form.addEventListener("input", () => keep(form));
}
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-forget]")) forget(keptKeys());
});
