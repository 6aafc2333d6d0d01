/* Beginning a visit: whom, what, where, and whether the place can be verified. */
import { h, own } from "../dom.js";
import { banner, faults, field, helpKey, strip } from "../frame.js";
import { span } from "../moments.js";
import { say } from "../words.js";
import { placing } from "./placing.js";

export function start(app, about) {
  const one = app.client(about.client);
  const visit = about.visit ? app.visit(about.visit) : app.visitToday(one.id);
  const chosen = (about.form ??= { place: "", programme: one.programmes[0] ?? "", site: "", overlap: "", with_place: app.mayAskPlace() });
  const send = (event) => {
    event.preventDefault();
    app.start({ client: one.id, visit, form: chosen, about });
  };
  return {
    title: say("field.app.start.title"), key: `start${about.client}`, back: true, banner: banner(one), form: true,
    main: [
      h("h1", visit ? span(visit.begins_at, visit.ends_at, visit.zone) : say("field.app.start.unplanned")), faults(about.faults ?? []),
      h(
        "form.card.next.stack#start-form", { onsubmit: send },
        visit ? h("p", {}, own("strong", visit.site_name || visit.place || say("field.app.today.no_place"))) : where(app, one, chosen),
        about.overlap ? field("overlap", say("field.app.start.overlap"), h("input", { type: "text", required: true, maxlength: "200", oninput: (event) => (chosen.overlap = event.target.value) })) : null,
        placing(app, chosen, say("field.app.start.with_place_hint")),
        h("button.button.solid.tall.wide", { type: "submit" }, say("field.app.today.start")),
      ),
      app.busyElsewhere(one.id) ? strip("warn", "warn", say("field.app.start.running")) : null,
    ],
    dock: [helpKey({ client: one.id })],
  };
}

function where(app, one, chosen) {
  const programmes = app.programmes().filter((line) => one.programmes.includes(line.id));
  const pick = (name) => (event) => (chosen[name] = event.target.value);
  return h(
    "div.stack", {},
    field("programme", say("field.app.start.programme"), h("select", { required: true, onchange: pick("programme") }, programmes.map((line) => h("option", { value: line.id, selected: line.id === chosen.programme }, line.name)))),
    field("site", say("field.app.start.site"), h("select", { onchange: pick("site") }, h("option", { value: "" }, say("field.app.start.elsewhere")), app.sites().map((site) => h("option", { value: site.id, selected: site.id === chosen.site }, site.name)))),
    field("place", say("field.app.start.place"), h("input", { type: "text", maxlength: "200", value: chosen.place, oninput: pick("place") })),
  );
}
