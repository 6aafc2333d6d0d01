/* The recording page: pinned targets as big tiles, several at once, on one session clock. */
import { h, icon, own } from "../dom.js";
import { banner, helpKey, toast } from "../frame.js";
import { clock } from "../moments.js";
import { tileOf } from "../tiles.js";
import { say } from "../words.js";
import { go } from "../ways.js";
import { card } from "./client.js";

export function record(app, about) {
  const session = app.session(about.session);
  const one = app.client(session.client);
  const tab = about.tab ?? "now";
  const tiles = app.tiles(session.id);
  const [pinned, more] = [tiles.filter((tile) => tile.pinned), tiles.filter((tile) => !tile.pinned)];
  return {
    title: say("field.app.record.title"), key: `record${session.id}${tab}`, back: true, banner: banner(one, { since: session.began_at }), toast: last(app, session),
    main: tab === "card" ? [h("h1.sr", say("desk.record.heading")), tabs(app, about, tab), ...card(app, one)] : [
      h("h1.sr", say("desk.record.heading")), tabs(app, about, tab), session.second ? h("p.alert-strip.change", {}, icon("info"), h("span", say("desk.record.second"))) : null,
      h("div.tiles", pinned.map((tile) => tileOf(app, session, tile))),
      more.length ? h("details.section.light.more", { open: about.more === true, ontoggle: (event) => (about.more = event.target.open) }, h("summary", say("desk.record.more", { count: more.length })), h("div.tiles", more.map((tile) => tileOf(app, session, tile)))) : null,
      taught(app, session), beside(app, session), session.second ? null : strategies(app, session),
    ],
    dock: [helpKey({ client: one.id, session: session.id }), session.second ? null : h("button.button.solid#end", { type: "button", onclick: () => go("end", { session: session.id }) }, say("desk.record.end"))],
  };
}

function tabs(app, about, tab) {
  const to = (name) => () => (about.tab = name, app.redraw());
  return h(
    "nav.segmented", { "aria-label": say("desk.record.show") },
    h("button", { type: "button", "aria-current": (tab === "now") || null, onclick: to("now") }, say("desk.record.now")),
    h("button", { type: "button", "aria-current": (tab === "card") || null, onclick: to("card") }, say("desk.record.card")),
    h("button", { type: "button", onclick: () => go("log", { session: about.session }) }, say("desk.record.log")),
  );
}

/* What was done last, and how to take it back. */
function last(app, session) {
  const act = app.last(session.id);
  if (!act) return null;
  if (act.problem) return toast(act.problem);
  const said = act.undone ? say("desk.record.taken_back") : say("field.app.record.kept", { name: act.label, time: clock(act.at, session.zone, true) });
  return toast(said, act.undone || !act.id ? null : () => app.undo(session.id, act.id));
}

function beside(app, session) {
  const to = (name, words, mark) => h("button.button", { type: "button", id: name, onclick: () => go(name, { session: session.id }) }, icon(mark), words);
  return h(
    "div.pair", {}, to("around", say("field.app.record.around"), "list"),
    session.second ? null : [
      to("different", say("field.app.record.different"), "eye"), to("present", here(app, session), "team"), to("otherwise", say("desk.record.otherwise"), "pencil"),
      to("living", say("field.app.record.living"), "home"), to("teaching", say("field.app.record.teaching"), "sparkle"), app.tokensOf(session.client) ? to("tokens", say("field.app.record.tokens", { count: app.tokensOf(session.client).balance }), "sparkle") : null,
    ],
    h("button.button#quiet", { type: "button", "aria-pressed": app.quiet(), onclick: () => app.setQuiet(!app.quiet()) }, icon("bell"), say(app.quiet() ? "field.app.record.quiet_on" : "field.app.record.quiet_off")),
    app.watch() ? null : h("button.button#watch", { type: "button", onclick: () => go("watch", { session: session.id }) }, icon("timer"), say("field.app.watch.title")),
  );
}

const here = (app, session) => (app.present(session.id).length ? say("field.app.record.who", { count: app.present(session.id).length }) : say("desk.record.who"));

/* Where each program stands: what is taught now, and how much help still counts. */
function taught(app, session) {
  const lines = app.taught(session.client);
  if (!lines.length) return null;
  return h("section.section.light#taught", {}, h("header", {}, h("h2", say("desk.record.taught"))), h("ul.rows", { role: "list" }, lines.map((line) => h("li.list-row", {}, h("div.what", {}, own("strong", line.name), own("p", line.said), line.due ? h("p.small", {}, h("span.badge.warn", {}, icon("clock"), say("desk.record.due", { count: line.due }))) : null)))));
}

function strategies(app, session) {
  const lines = app.strategies(session.client);
  if (!lines.length) return null;
  const used = app.used(session.id);
  return h(
    "section.section.light", {}, h("header", {}, h("h2", say("desk.strategy.title"))),
    h(
      "ul.rows", { role: "list" },
      lines.map((line) => {
        const count = used.get(line.id) ?? 0;
        return h(
          "li.list-row", {}, h("span.badge.outline", say(`desk.moment.${line.moment}`)), h("div.what", {}, own("p", line.text), count ? h("p.small.quiet", say("desk.strategy.used", { count })) : null),
          h("span.row", {}, h("button.button.small", { type: "button", onclick: () => app.useStrategy(session.id, line.id, false) }, icon("check"), h("span", say("desk.strategy.use"))), count ? h("button.button.small", { type: "button", onclick: () => app.useStrategy(session.id, line.id, true) }, icon("minus"), h("span.sr", say("desk.strategy.undo"))) : null),
        );
      }),
    ),
  );
}
