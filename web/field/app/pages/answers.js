/* Answers before they are signed, and after: what they open, what they come to, what was said. */
import { said } from "../../../questionnaires/typed.js";
import { h, icon, own } from "../dom.js";
import { banner, faults, helpKey, strip } from "../frame.js";
import { clock, plainDay, shortDay } from "../moments.js";
import { signing } from "../signing.js";
import { has, say } from "../words.js";
import { back, go } from "../ways.js";

/** The last look, and the signature. */
export function signForm(app, about) {
  const [client, draft] = [app.client(about.client), app.draft(about.draft)];
  if (draft.signed) return signedForm(app, about);
  const found = app.looked(draft);
  return {
    title: say("field.app.sign.title"), key: `sign-form${draft.id}`, back: true, form: true, about: { client: client.id }, banner: banner(client),
    main: [
      head(draft), faults(about.faults ?? []), stopped(found.faults), ...whole(app, client, found),
      signing(app, { meaning: say("instruments.sign.permanent"), stopped: found.faults.length > 0, busy: about.busy, sign: (by) => app.signForm(about, by) }),
    ],
    dock: [helpKey({ client: client.id })],
  };
}

/** What was signed here. */
export function signedForm(app, about) {
  const [client, draft] = [app.client(about.client), app.draft(about.draft)];
  return {
    title: say("field.app.forms.title"), key: `signed-form${draft.id}`, back: true, about: { client: client.id }, banner: banner(client),
    main: [head(draft), strip("ok", "signature", say("field.app.note.signed_at", { time: clock(draft.signed.at), day: shortDay(draft.signed.at) }), say("field.app.forms.signed_text")), ...whole(app, client, draft.signed)],
    dock: [helpKey({ client: client.id }), h("button.button.solid", { type: "button", onclick: () => go("today") }, say("field.app.note.done"))],
  };
}

function head(draft) {
  const who = [say(`instruments.respondent.${draft.respondent}`), draft.answered_by].filter(Boolean).join(", ");
  return h("div.stack.tight", {}, own("h1", draft.title), h("p.quiet", {}, own("span", who), ` · ${plainDay(draft.taken_on)}`));
}

function stopped(found) {
  if (!found.length) return null;
  return h("div.alert-strip.warn", {}, icon("warn"), h("div.stack", {}, h("p", {}, h("strong", say("instruments.sign.missing", { count: found.length }))), h("ul.plain-list", found.map((words) => own("li", words))), h("p", {}, h("button.button#to-form", { type: "button", onclick: back }, icon("pencil"), say("instruments.sign.stay")))));
}

function whole(app, client, { scores, paths, lines }) {
  return [
    ...paths.map((one) => opened(app, client, one)),
    h("section.section.light.stack", {}, h("header", {}, h("h2", say("instruments.read.scores"))), scores.length ? h("ul.rows", { role: "list" }, scores.map(worth)) : h("p.quiet", say("instruments.read.no_scores"))),
    h("section.section.light.stack", {}, h("header", {}, h("h2", say("instruments.read.answers"))), h("dl.answered", lines.map(line))),
  ];
}

/* What an answer opened, and what follows before anybody leaves. */
function opened(app, client, { path, grave }) {
  const known = app.paths().find(({ key }) => key === path);
  const list = grave ? "grave_must" : "must", mine = known?.own ?? {};
  const steps = mine[list]?.length ? mine[list].map((words) => own("li", words)) : (known?.[list] ?? []).map((step) => h("li", say(`instruments.must.${step}`)));
  const numbers = (mine.numbers ?? []).map(([name, number]) => h("a.button", { href: `tel:${number}` }, icon("phone"), own("bdi", name)));
  return h(
    "section.alert-strip.danger.answering-alarm", {}, icon("incident"),
    h(
      "div.stack", {}, h("h2", say(grave ? "instruments.alarm.grave" : `instruments.alarm.${path}`)), h("p", say("instruments.alarm.before_leaving")), h("ol", steps),
      h("p.row", {}, h("button.button.solid.danger", { type: "button", onclick: () => go("crisis", { client: client.id }) }, icon("incident"), say("instruments.alarm.crisis")), h("a.button", { href: "tel:988" }, icon("phone"), say("instruments.alarm.lifeline")), numbers, app.onCall().map((one) => h("a.button", { href: `tel:${one.number}` }, icon("phone"), own("bdi", one.name)))),
    ),
  );
}

function worth(score) {
  const badge = score.positive === null ? null : score.positive ? h("span.badge.warn", {}, icon("warn"), say("instruments.score.positive")) : h("span.badge.ok", {}, icon("ok"), say("instruments.score.negative"));
  return h("li.list-row", {}, h("div.what", {}, own("strong", score.name), h("p.num", totalOf(score)), remark(score)), badge);
}

function totalOf({ total, band, left_out }) {
  if (total === null) return say("instruments.score.incomplete", { count: left_out.length });
  const name = `instruments.band.${band}`;
  return band ? say("instruments.score.banded", { total: String(total), band: has(name) ? say(name) : band.replaceAll("_", " ") }) : String(total);
}

function remark({ total, left_out, firm }) {
  if (total === null || !left_out.length) return null;
  return h("p.small.quiet", say(firm ? "instruments.score.filled_zero" : "instruments.score.filled_mean", { count: left_out.length }));
}

function line({ depth, prefix, text, answers, group, unit }) {
  const asked = own("dt", [prefix, text].filter(Boolean).join(" "));
  if (group) return h(`div.answered-group.depth-${depth}`, {}, asked);
  return h(`div.depth-${depth}`, {}, asked, answers.map((answer) => own("dd", [words(answer), unit].filter(Boolean).join(" "))));
}

function words(answer) {
  if ("valueBoolean" in answer) return say(answer.valueBoolean ? "instruments.answer.yes" : "instruments.answer.no");
  if ("valueDate" in answer && answer.valueDate.length === 10) return plainDay(answer.valueDate);
  const { valueCoding: coding, valueQuantity: quantity, valueReference: reference } = answer;
  if (coding) return coding.display ?? coding.code;
  if (quantity) return [quantity.value, quantity.unit].filter((one) => one !== undefined).join(" ");
  return reference ? reference.display ?? reference.reference : said(answer);
}
