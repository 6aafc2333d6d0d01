/* One client: the plan card by stage, what is different, who they are in their own words, the brief for a cover. */
import { h, icon, own, s } from "../dom.js";
import { banner, helpKey, strip } from "../frame.js";
import { plainDay } from "../moments.js";
import { say } from "../words.js";
import { go, instead } from "../ways.js";
import { emergencyLine } from "./crisis.js";

const TABS = ["card", "brief", "people"];

export function client(app, about) {
  const one = app.client(about.client);
  const tab = about.tab ?? "card";
  return {
    title: say("field.app.client.title"), key: `client${about.client}${tab}`, back: true, banner: banner(one),
    main: [
      h("h1.sr", say("field.app.client.title")), alerts(one), app.formsOf(one.id).length ? h("p", {}, h("button.button#forms", { type: "button", onclick: () => go("forms", { client: one.id }) }, icon("clipboard"), say("field.app.forms.of"))) : null, tabs(app, about, tab), ...{ card: () => card(app, one, about), brief: () => brief(app, one, about), people: () => people(app, one) }[tab](),
    ],
    dock: [helpKey({ client: one.id }), h("button.button.solid#start", { type: "button", onclick: () => go("start", { client: one.id, visit: about.visit }) }, say("field.app.today.start"))],
  };
}

function tabs(app, about, tab) {
  return h("nav.segmented", { "aria-label": say("desk.record.show") }, TABS.map((name) => h("button", { type: "button", "aria-current": (name === tab) || null, onclick: () => instead("client", { ...about, tab: name }) }, say(`field.app.client.${name}`))));
}

function alerts(one) {
  if (!one.alerts.length) return null;
  return h("ul.alerts.plain-list", { role: "list" }, one.alerts.map((alert) => h(`li${alert.kind === "warn" ? "" : ".grave"}`, { translate: "no" }, icon("warn"), alert.text)));
}

/** The stages of the plan as a hill; one opens at a time. */
export function card(app, one) {
  const plan = app.card(one.id);
  if (!plan) return [h("div.empty", {}, h("h2", say("field.app.client.no_plan")), h("p", say("field.app.client.no_plan_text")))];
  return [
    one.own_words ? h("blockquote.says", { translate: "no" }, one.own_words, h("cite", say("field.app.client.own_words"))) : null,
    h("div.stages", {}, plan.stages.map((stage, n) => staged(stage, n + 1))),
    plan.why ? h("section.section.light", {}, h("h2", say("field.app.client.why")), own("p", plan.why)) : null,
    strategies(app, one), procedures(app, one),
    h("p.small.quiet", say("field.app.client.version", { number: plan.number, by: plan.by })),
  ];
}

/* What limits a right, with its limits: only while everybody who has to agree does. */
function procedures(app, one) {
  const lines = app.procedures(one.id);
  if (!lines.length) return null;
  return h(
    "section.section.light#procedures", {}, h("header", {}, h("h2", say("plans.restrictive.title"))),
    lines.map((line) => h(
      "article.stack.tight", {}, h("p", {}, h("strong", say(`plans.restrictive.kind.${line.kind}`))), own("p.words", line.what),
      h("dl.plan-facts", {}, line.limits.map(({ name, text }) => [h("dt", name), own("dd", text)]), h("dt", say("field.app.client.agreed")), h("dd", say("plans.gate.until", { day: plainDay(line.until) }))),
    )),
  );
}

function staged(stage, number) {
  const of = (kind) => stage.lines.filter((line) => line.kind === kind);
  const [signs, dos, donts, words] = [of("look"), of("do"), of("dont"), of("say")];
  if (!stage.lines.length) return null;
  return h(
    `details.stage.s${number}`, { name: "stage", open: number === 1 },
    h("summary", {}, bars(number), h("div", {}, h("h2", `${number} ${say(`plans.stage.${stage.key}`)}`)), icon("down")),
    h(
      "div.inside", {},
      signs.length ? h("div", {}, h("p.label", say("foundation.plan_card.seen")), h("ul.seen", { role: "list" }, signs.map((line) => own("li", line.text)))) : null,
      dos.length || donts.length ? h("div.do-dont", {}, dos.length ? listed("do", "ok", dos) : null, donts.length ? listed("dont", "no", donts) : null) : null,
      words.map((line) => h("blockquote.says", { translate: "no" }, line.text, h("cite", say("field.app.client.says_how")))),
    ),
  );
}

function listed(kind, name, lines) {
  return h(`div.${kind}`, {}, h("h3", say(`foundation.plan_card.${kind}`)), h("ul", { role: "list" }, lines.map((line) => h("li", {}, icon(name), h("span", { translate: "no" }, line.text, line.new ? h("span.badge.accent", say("foundation.plan_card.new")) : null)))));
}

function bars(number) {
  const heights = [8, 14, 22, 30, 12];
  return s("svg.bars", { viewBox: "0 0 48 36", "aria-hidden": "true" }, ...heights.map((high, n) => s(`rect.${n + 1 === number ? "on" : "off"}`, { x: n * 10, y: 34 - high, width: 7, height: high, rx: 2 })));
}

function strategies(app, one) {
  const lines = app.strategies(one.id);
  if (!lines.length) return null;
  return h("section.section.light", {}, h("h2", say("desk.strategy.title")), h("ul.rows", { role: "list" }, lines.map((line) => h("li.list-row", {}, h("span.badge.outline", say(`desk.moment.${line.moment}`)), h("div.what", {}, own("p", line.text))))));
}

function brief(app, one, about) {
  const cover = app.cover(one.id);
  if (!cover) return [h("p", say("field.app.client.no_brief"))];
  const answered = about.answers ?? {};
  return [
    h("section.card.stack", {}, h("h2", say("field.app.client.brief_title")), cover.brief.map((text) => own("p", text))),
    ...cover.questions.map((ask, n) =>
      h(
        "fieldset.card.stack", {}, h("legend", {}, own("strong", ask.question)),
        h("div.stack.tight", {}, ask.choices.map((choice, at) => h("button.button", { type: "button", "aria-pressed": answered[n] === at, onclick: () => instead("client", { ...about, answers: { ...answered, [n]: at } }) }, own("span", choice)))),
        n in answered ? strip(answered[n] === ask.answer ? "ok" : "warn", answered[n] === ask.answer ? "ok" : "info", say(answered[n] === ask.answer ? "field.app.client.right" : "field.app.client.look_again")) : null,
      ),
    ),
  ];
}

function people(app, one) {
  const { calls, emergency } = app.crisisOf(one.id);
  return [
    one.matters ? h("section.section.light", {}, h("h2", say("field.app.client.matters")), own("p", one.matters)) : null,
    one.strengths ? h("section.section.light", {}, h("h2", say("field.app.client.strengths")), own("p", one.strengths)) : null,
    one.culture ? h("section.section.light", {}, h("h2", say("field.app.client.culture")), one.culture.split("\n").map((line) => own("p", line))) : null,
    h("section.calls.stack", {}, h("h2", say("field.app.client.contacts")), calls.length ? calls.map((call) => h("a.button", { href: `tel:${call.number}` }, icon("phone"), h("span", {}, h("b", {}, h("bdi", call.name)), " ", h("small", { translate: "no" }, call.relation)))) : h("p", say("field.app.client.no_contacts"))),
    emergency.length ? h("section.section.light", {}, h("h2", say("field.app.crisis.emergency")), h("ul", emergency.map((line) => h("li", {}, emergencyLine(line))))) : null,
  ];
}
