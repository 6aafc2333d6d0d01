/* What is taught: where each program stands, what is looked at again, what was used of the library and how it went. */
import { h, icon, own } from "../dom.js";
import { one, sheet, words } from "../forms.js";
import { banner, faults, helpKey } from "../frame.js";
import { clock, dayOf, plainDay } from "../moments.js";
import { say } from "../words.js";
import { back, go } from "../ways.js";

/** The page of a visit, with what was recorded of it. */
export function teaching(app, about) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  return {
    title: say("field.app.record.teaching"), key: `teaching${session.id}`, back: true, about, banner: banner(client, { since: session.ended_at ? null : session.began_at }),
    main: [h("h1", say("skills.visit.title")), faults(about.faults ?? []), taught(app, session), probes(app, about, session), chosen(app, session), used(app, session)],
    dock: [helpKey({ client: client.id, session: session.id }), h("button.button.solid#use", { type: "button", onclick: () => go("technique", { session: session.id }) }, say("skills.visit.use_another"))],
  };
}

/** Saying what was used, and how it went. */
export function technique(app, about) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  const form = (about.form ??= { technique: about.technique });
  const known = app.techniques(session.client);
  const send = async () => {
    about.faults = await app.tried(() => app.useTechnique(session.id, form));
    about.faults.length ? app.redraw() : back();
  };
  const listed = (codes, table) => codes.map((code) => [code, say(`${table}.${code}`)]);
  return {
    title: say("field.app.record.teaching"), key: `technique${session.id}`, back: true, form: true, about, banner: banner(client, { since: session.ended_at ? null : session.began_at }),
    main: [
      h("h1", say("skills.visit.use_another")), faults(about.faults ?? []),
      sheet(
        send, null, choice(form, known), how(known.chosen.find((each) => each.technique === form.technique)), one(form, "went", say("skills.form.went"), listed(known.went, "skills.went"), app.redraw),
        one(form, "felt", say("skills.form.felt"), listed(known.felt, "skills.felt"), app.redraw), words(form, "felt_words", say("skills.form.felt_words"), { most: 1000 }), words(form, "words", say("skills.form.use_words"), { most: 1000 }),
      ),
    ],
    dock: [helpKey({ client: client.id, session: session.id })],
  };
}

/* What this client is taught comes first, then the library by families. */
function choice(form, { chosen: mine, families }) {
  const option = (key, name) => h("option", { value: key, selected: form.technique === key, translate: "no" }, name);
  const select = h(
    "select", { id: "technique", required: true, onchange: (event) => (form.technique = event.target.value) }, h("option", { value: "" }, ""),
    mine.length ? h("optgroup", { label: say("skills.form.theirs") }, mine.map((each) => option(each.technique, each.name))) : null,
    families.map(([family, some]) => h("optgroup", { label: say(`skills.family.${family}`) }, some.map((each) => option(each.key, each.name)))),
  );
  return h("div.field", {}, h("label", { for: "technique" }, say("skills.form.used")), select);
}

function how(one) {
  if (!one?.steps.length) return null;
  return h("details", {}, h("summary", say("skills.program.teaching")), own("p", one.what_for), h("ol", one.steps.map((step) => own("li", step))), own("p.small", one.watch), own("p.small", one.not_when));
}

function taught(app, session) {
  const lines = app.taught(session.client);
  if (!lines.length) return h("p.quiet", say("skills.page.none"));
  return h("section.section.light", {}, h("ul.rows", { role: "list" }, lines.map((line) => h("li.list-row", {}, h("div.what", {}, own("strong", line.name), own("p", line.said))))));
}

/* What this visit records of a target answers a probe: said once, for good. */
function probes(app, about, session) {
  const day = dayOf(Date.parse(session.began_at), session.zone);
  const done = app.probed(session.id);
  const due = app.probes(session.client).filter((probe) => probe.due_on <= day || done.has(probe.id));
  if (!due.length) return null;
  const answer = (probe) => async () => {
    about.faults = await app.tried(() => app.probe(session.id, probe.id));
    app.redraw();
  };
  return h(
    "section.section.light#probes", {}, h("header", {}, h("h2", say("skills.probe.title"))), h("p.small.quiet", say("skills.visit.probe_about")),
    h(
      "ul.rows", { role: "list" }, due.map((probe) => h(
        "li.list-row", {}, icon("clock"), h("div.what", {}, own("strong", probe.name), h("p", `${say(`skills.probe_kind.${probe.kind}`)} · ${say("skills.probe.due_on", { day: plainDay(probe.due_on) })}`)),
        done.has(probe.id) ? h("span.badge.ok", {}, icon("check"), say("skills.visit.answers")) : h("button.button.small", { type: "button", onclick: answer(probe) }, say("skills.visit.answer"), h("span.sr", { translate: "no" }, ` ${probe.name}`)),
      )),
    ),
  );
}

function chosen(app, session) {
  const { chosen: mine } = app.techniques(session.client);
  if (!mine.length) return null;
  const use = (one) => () => go("technique", { session: session.id, technique: one.technique });
  return h(
    "section.section.light", {}, h("header", {}, h("h2", say("skills.visit.techniques"))),
    h("ul.rows", { role: "list" }, mine.map((one) => h("li.list-row", {}, icon("sparkle"), h("div.what", {}, own("strong", one.name), one.words ? own("p", one.words) : null), h("button.button.small", { type: "button", onclick: use(one) }, say("skills.visit.use"), h("span.sr", { translate: "no" }, ` ${one.name}`))))),
  );
}

function used(app, session) {
  const lines = app.usedTechniques(session.id);
  if (!lines.length) return null;
  return h(
    "section.section.light#used", {}, h("header", {}, h("h2", say("field.app.teaching.used"))),
    h("ul.rows", { role: "list" }, lines.map((one) => h("li.list-row", {}, h(`span.badge.${one.went === "helped" ? "ok" : "outline"}`, say(`skills.went.${one.went}`)), h("div.what", {}, own("strong", one.name), h("p", {}, clock(one.at, session.zone), one.felt ? ` · ${say("skills.techniques.felt")} ${say(`skills.felt.${one.felt}`)}` : null, one.felt_words ? h("q", { translate: "no" }, one.felt_words) : null))))),
  );
}
