/* Ending a visit: what still runs, what was watched for and not seen, then the note. */
import { h } from "../dom.js";
import { sheet, text } from "../forms.js";
import { banner, faults, helpKey, strip } from "../frame.js";
import { clock } from "../moments.js";
import { say } from "../words.js";
import { placing } from "./placing.js";

export function end(app, about) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  const { silent, running, early, planned_end } = app.ending(session.id);
  const form = (about.form ??= { zero: [], with_place: app.mayAskPlace() });
  return {
    title: say("field.app.end.title"), key: `end${session.id}`, back: true, form: true, banner: banner(client, { since: session.began_at }),
    main: [
      h("h1", say("field.app.end.title")), faults(about.faults ?? []),
      running.length ? strip("warn", "clock", say("field.app.end.running", { count: running.length }), running.join(", ")) : null,
      early ? strip("change", "clock", say("field.app.end.early", { time: clock(planned_end, session.zone) })) : null,
      sheet(
        () => app.end(session.id, form, about), say("field.app.end.submit"),
        silent.length ? h("fieldset.field", {}, h("legend", say("field.app.end.none_seen")), h("p.hint", say("field.app.end.none_seen_hint")), silent.map((tile) => zero(form, tile))) : null,
        early ? text(form, "early_reason", say("field.app.end.early_reason"), { most: 500, needed: true }) : null, placing(app, form),
      ),
    ],
    dock: [helpKey({ client: client.id, session: session.id })],
  };
}

function zero(form, tile) {
  const change = (event) => (form.zero = event.target.checked ? [...form.zero, tile.target] : form.zero.filter((id) => id !== tile.target));
  return h("div.choices.lines", {}, h("label", { for: `zero-${tile.target}` }, h("input", { type: "checkbox", id: `zero-${tile.target}`, checked: form.zero.includes(tile.target), onchange: change }), h("span", { translate: "no" }, tile.label)));
}
