/* The day: what runs, the next visit, the later ones, the people one works with. */
import { h, icon, own, quilt } from "../dom.js";
import { helpKey, strip } from "../frame.js";
import { clock, dayOf, shortDay, span } from "../moments.js";
import { say } from "../words.js";
import { go } from "../ways.js";

const SIGN_IN = ["not_signed_in", "somebody_else", "other_agency"];

export function today(app) {
  const { running, observing, next, later, done, drafts, people } = app.day();
  return {
    title: say("field.app.today.title"), key: "today",
    main: [
      lease(app), notFetched(app), watch(app), ...running.map((session) => goOn(app, session)), ...drafts.map((note) => unsigned(app, note)),
      ...observing.map((session) => observe(app, session)),
      next ? nextVisit(app, next, !running.length && !drafts.length) : null,
      !running.length && !next && !drafts.length ? h("div.empty", {}, h("h1", say(done.length ? "field.app.today.no_more" : "field.app.today.empty")), h("p", say("field.app.today.empty_text"))) : null,
      later.length || done.length ? h("section.section", {}, h("header", {}, h("h2", say("field.app.today.later"))), h("ul.rows", { role: "list" }, [...later, ...done].map((visit) => row(app, visit)))) : null,
      h("section.section", {}, h("header", {}, h("h2", say("field.app.today.people"))), h("ul.rows", { role: "list" }, people.map((client) => person(client)))),
      h("p.small.quiet", app.packWords()),
    ],
    dock: [helpKey({}), h("button.button#refresh", { type: "button", onclick: () => app.refresh() }, icon("sync"), say("field.app.today.refresh"))],
  };
}

function lease(app) {
  const { lease: until } = app.device.status();
  const problem = app.packProblem();
  if (!app.packed() && !until?.ends && problem && !SIGN_IN.includes(problem.code)) return strip("warn", "offline", problem.words);
  if (until?.over || !app.packed()) return strip("warn", "lock", say("field.app.today.lease_over"), say("field.app.today.lease_over_text"), h("a.button.small", { href: "/account/login/?next=/field/" }, say("field.app.set_up.sign_in_button")));
  return null;
}

/* Why what is here was not made new; not said twice where the lease is over. */
function notFetched(app) {
  const problem = app.packProblem();
  if (!problem || app.device.status().lease.over || !app.packed()) return null;
  const signIn = SIGN_IN.includes(problem.code);
  return strip("warn", signIn ? "lock" : "offline", problem.words, "", signIn ? h("a.button.small", { href: "/account/login/?next=/field/" }, say("field.app.set_up.sign_in_button")) : null);
}

function watch(app) {
  const due = app.watch();
  if (!due) return null;
  const late = Date.parse(due.due_at) < Date.now();
  return h(
    `section.card.stack${late ? ".next" : ""}`, {}, h("p", {}, h("strong", late ? say("field.app.watch.late") : say("field.app.watch.due", { time: clock(due.due_at) }))),
    h("div.pair", {}, h("button.button.solid", { type: "button", onclick: () => app.checkIn(due, null) }, icon("check"), say("field.app.watch.safe")), h("button.button", { type: "button", onclick: () => app.checkIn(due, 15) }, say("field.app.watch.more"))),
  );
}

function goOn(app, session) {
  const client = app.client(session.client);
  return h(
    "section.stack", {}, h("h1", say("field.app.today.running", { name: client.given })),
    h("article.card.next.stack", {}, h("p.quiet", {}, say("field.app.today.since", { time: clock(session.began_at, session.zone) })), h("button.button.solid.tall.wide", { type: "button", onclick: () => go("record", { session: session.id }) }, say("field.app.today.go_on"))),
  );
}

function observe(app, session) {
  const client = app.client(session.client);
  return h(
    "section.section.light.stack", {}, h("h2", say("field.app.today.observe", { name: client.given })), h("p.quiet", say("field.app.today.observe_text")),
    h("button.button", { type: "button", onclick: () => go("record", { session: session.id }) }, icon("eye"), say("field.app.today.observe_start")),
  );
}

function unsigned(app, note) {
  const client = app.client(note.client);
  return h(
    "section.stack", {}, h("h2", say("field.app.today.note_of", { name: client.given })),
    h("article.card.stack", {}, h("p.quiet", shortDay(note.began_at, note.zone)), h("button.button.solid.wide", { type: "button", onclick: () => app.writeNote(note.session) }, icon("notes"), say("field.app.today.write"))),
  );
}

function nextVisit(app, visit, first) {
  const client = app.client(visit.client);
  const when = dayOf(visit.begins_at, visit.zone) === dayOf(Date.now(), visit.zone) ? clock(visit.begins_at, visit.zone) : `${shortDay(visit.begins_at, visit.zone)}, ${clock(visit.begins_at, visit.zone)}`;
  return h(
    "section.stack", {}, h(first ? "h1" : "h2", say("field.app.today.next", { name: client.given, time: when })),
    h(
      `article.card.stack${first ? ".next" : ""}`, {},
      h("div.row", {}, quilt(client.mark, "large"), h("div.grow", {}, h("p", {}, own("strong", visit.site_name || visit.place || say("field.app.today.no_place"))), h("p.quiet.small", span(visit.begins_at, visit.ends_at, visit.zone)))),
      h("button.button.solid.tall.wide", { type: "button", onclick: () => go("start", { visit: visit.id, client: visit.client }) }, say("field.app.today.start")),
      h("button.button.plain", { type: "button", onclick: () => go("client", { client: visit.client }) }, icon("book"), say("field.app.today.card")),
    ),
  );
}

function row(app, visit) {
  const client = app.client(visit.client);
  const day = dayOf(visit.begins_at, visit.zone) === dayOf(Date.now(), visit.zone) ? "" : `${shortDay(visit.begins_at, visit.zone)} · `;
  return h(
    "li.list-row", {}, quilt(client.mark),
    h("div.what", {}, h("button.link", { type: "button", onclick: () => go(visit.standing === "planned" || visit.standing === "due" ? "start" : "client", { visit: visit.id, client: visit.client }) }, say("field.app.today.row", { name: client.given, time: clock(visit.begins_at, visit.zone) })), h("p", {}, day, visit.site_name || visit.place, visit.standing === "planned" ? "" : ` · ${say(`field.app.standing.${visit.standing}`)}`)),
    icon("right"),
  );
}

function person(client) {
  return h("li.list-row", {}, quilt(client.mark), h("div.what", {}, h("button.link", { type: "button", translate: "no", onclick: () => go("client", { client: client.id }) }, client.name)), icon("right"));
}
