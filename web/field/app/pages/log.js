/* What was recorded in this visit, line by line. A mistaken line is set right or taken back, never erased. */
import { h, icon, own } from "../dom.js";
import { number, one, sheet, text, tick } from "../forms.js";
import { banner, faults, helpKey } from "../frame.js";
import { clock } from "../moments.js";
import { say } from "../words.js";
import { back, go } from "../ways.js";

export function log(app, about) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  const rows = app.rows(session.id);
  return {
    title: say("field.app.log.title"), key: `log${session.id}`, back: true, banner: banner(client, { since: session.ended_at ? null : session.began_at }),
    main: [
      h("h1", say("field.app.log.title")), rows.length ? h("ul.rows", { role: "list" }, rows.map((row) => line(session, row))) : h("p", say("field.app.log.empty")),
    ],
    dock: [helpKey({ client: client.id, session: session.id })],
  };
}

function line(session, row) {
  return h(
    "li.list-row", {}, icon(row.icon), h("div.what", {}, own("strong", row.label), h("p", {}, [clock(row.at, session.zone, true), row.said].filter(Boolean).join(" · "))),
    row.may_correct ? h("button.button.small", { type: "button", onclick: () => go("correct", { session: session.id, row: row.id }) }, icon("pencil"), h("span.sr", say("field.app.log.correct"))) : null,
  );
}

/** Setting one observation right. */
export function correct(app, about) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  const row = app.rows(session.id).find((other) => other.id === about.row);
  const form = (about.form ??= row ? { ...row.details } : {});
  const after = Boolean(session.ended_at);
  const tried = async (act) => {
    about.faults = await app.tried(act);
    about.faults.length ? app.redraw() : back();
  };
  return {
    title: say("field.app.log.correct"), key: `correct${about.row}`, back: true, form: true, banner: banner(client),
    main: !row ? [h("p", say("field.app.log.gone"))] : [
      h("h1", { translate: "no" }, row.label), h("p", `${clock(row.at, session.zone, true)} ${row.said}`), faults(about.faults ?? []),
      sheet(() => tried(() => app.correct(session.id, row, form)), say("field.app.log.keep"), ...row.fields.map((field) => input(form, field, app)), after ? text(form, "reason", say("field.app.log.reason"), { most: 500, needed: true }) : null),
      h("button.button.danger.wide#retract", { type: "button", onclick: () => tried(() => app.retract(session.id, row, form.reason)) }, icon("undo"), say("field.app.log.retract")),
    ],
    dock: [helpKey({ client: client.id, session: session.id })],
  };
}

function input(form, { name, kind, least, most, of }, app) {
  const label = say(`field.app.detail.${name}`);
  if (kind === "flag") return tick(form, name, label);
  if (kind === "choice") return one(form, name, label, of.map((value) => [value, say(`field.app.choice.${value.replace(" ", "_")}`)]), app.redraw);
  if (kind === "text") return text(form, name, label, { most });
  return number(form, name, label, { least, most });
}
