/* What stands around every page: what is not yet sent, the client, the way on. */
import { h, hue, icon, quilt } from "./dom.js";
import { has, say } from "./words.js";
import { go } from "./ways.js";
import { age, plainDay, sinceWhen } from "./moments.js";

const place = () => document.getElementById("app");

/** Put a page in place. `page`: { title, banner, main, dock, toast, crisis, key }. Scroll and focus stay where the key is the same. */
export function put(page, status, acts) {
  const before = place();
  const same = before.dataset.key === page.key;
  const [top, focused] = [scrollY, document.activeElement?.id];
  document.body.className = page.crisis ? "crisis" : "";
  document.title = say("field.app.name");
  before.dataset.key = page.key;
  before.replaceChildren(
    h("div.page.bare.docked", {}, topbar(page, status, acts), page.banner ?? null, h("main.wide.stack.loose#main", { tabindex: "-1" }, page.main), page.dock ? dock(page) : null),
    unkept(),
  );
  for (const field of before.querySelectorAll("input, textarea, select")) if (!field.form) field.setAttribute("form", UNKEPT);
  if (same) {
    scrollTo(0, top);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  } else {
    scrollTo(0, 0);
    (document.querySelector(".error-summary") ?? document.getElementById("main")).focus({ preventScroll: true });
  }
}

const UNKEPT = "unkept";

/** The form of every field that stands in none: what is typed there is not written to disk by the browser either. */
const unkept = () => h(`form#${UNKEPT}`, { onsubmit: (event) => event.preventDefault() });

function topbar(page, status, acts) {
  return h(
    "header.topbar", {}, page.back ? h("button.button.plain.square", { type: "button", onclick: acts.back }, icon("left"), h("span.sr", say("field.app.back"))) : null,
    h("p.title", page.title), sync(status),
    status.who && !status.locked && !page.crisis ? h("button.button.plain.square", { type: "button", onclick: acts.lock }, icon("lock"), h("span.sr", say("field.app.lock"))) : null,
    !page.crisis && !(page.dock ?? []).some((key) => key?.id === "help") ? h("button.button.plain.square.help#help", { type: "button", onclick: () => go("crisis", page.about ?? {}) }, icon("help"), h("span.sr", say("foundation.shell.help_now"))) : null,
    page.close ? h("button.button.small", { type: "button", onclick: page.close }, say("field.app.close")) : null,
  );
}

/** Always true, always words: what is not yet sent, since when, and what was held. */
export function sync(status) {
  const [tone, name, words] = standing(status);
  return h(`button.sync.${tone}#sync`, { type: "button", onclick: () => go("unsent") }, icon(name), h("span", words));
}

export function standing(status) {
  if (status.disk?.full) return ["held", "warn", say("field.app.sync.full")];
  const { count, oldest, again } = status.unsent;
  if (count && again && again.code !== "no_signal") return ["held", "warn", say(has(`field.app.again.${again.code}`) ? `field.app.again.${again.code}` : "field.app.again.refused", { count })];
  if (status.held.length) return ["held", "warn", say("field.app.sync.held", { count: status.held.length })];
  if (count) return ["waiting", "offline", say("field.app.sync.waiting", { count, since: sinceWhen(oldest) })];
  return ["saved", "saved", say("field.app.sync.sent")];
}

function dock(page) {
  return h("div.dock", { role: "region", "aria-label": say("foundation.shell.visit_controls") }, h("div#toast", page.toast ?? null), h("div.keys", page.dock));
}

/** Who this page is about; with the clock of a visit that runs. */
export function banner(client, { since = null, small = null } = {}) {
  return h(
    `section.client-banner.${hue(client.mark)}`, { "aria-label": say("foundation.banner.client") },
    h(
      "div.who", {}, quilt(client.mark),
      h(
        "div", {}, h("p.name", {}, h("bdi", client.name)),
        h("p.facts", {}, client.born ? h("span", age(client.born)) : null, client.pronouns ? h("span", { translate: "no" }, client.pronouns) : null, client.born ? h("span", say("foundation.banner.born", { day: plainDay(client.born) })) : null),
      ),
      since ? h("p.clock", { role: "timer", "aria-label": say("foundation.banner.visit_time"), "data-since": since, "data-hours": true }, "0:00:00") : small,
    ),
  );
}

export function toast(words, undo = null) {
  return h("div.toast", { role: "status" }, h("p", words), undo ? h("button#undo", { type: "button", onclick: undo }, say("desk.record.undo")) : null);
}

/** What went wrong, above a form; it takes focus. */
export function faults(list) {
  if (!list.length) return null;
  return h(
    "div.error-summary", { role: "alert", tabindex: "-1" }, h("h2", {}, icon("warn"), " ", say("foundation.form.faults", { count: list.length })),
    h("ul", { role: "list" }, list.map((words) => h("li", {}, h("span", words)))), h("p", say("foundation.form.kept")),
  );
}

export function helpKey(about) {
  return h("button.button.danger#help", { type: "button", onclick: () => go("crisis", about) }, icon("help"), say("foundation.shell.help_now"));
}

export function strip(tone, name, title, text = "", act = null) {
  return h(`div.alert-strip.${tone}`, {}, icon(name), h("p", {}, h("strong", title), text ? h("span.small", ` ${text}`) : null), act);
}

export function field(id, label, input, hint = "") {
  input.id = id;
  return h("div.field", {}, h("label", { for: id }, label), hint ? h("p.hint", { id: `${id}-hint` }, hint) : null, input);
}
