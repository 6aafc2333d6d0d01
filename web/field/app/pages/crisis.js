/* Help now: one step at a time, whom to call, and each tap a line of what happened when. Also while locked, without a word of a client. */
import { h, icon, own } from "../dom.js";
import { banner } from "../frame.js";
import { clock, plainDay } from "../moments.js";
import { languageName, say } from "../words.js";
import { back, go } from "../ways.js";

export function crisis(app, about) {
  const locked = app.device.status().locked;
  const client = !locked && about.client ? app.client(about.client) : null;
  const running = app.crisis();
  return {
    title: say("field.app.crisis.title"), key: `crisis${about.client ?? ""}${about.step ?? 0}`, crisis: true, close: back, banner: client ? banner(client, { since: running?.began_at ?? null }) : null,
    main: [
      !locked && !client ? whose(app, h("h2", say("field.app.crisis.whose"))) : null, client ? step(app, about, client) : h("section.now", {}, h("h1", say("field.app.crisis.first")), h("p", say("field.app.crisis.first_text"))),
      taps(app, about), timeline(app, running), client ? emergency(app, client) : null, calls(app, client), quiet(app, about),
    ],
    dock: [h("a.button.danger.solid#call-911", { href: "tel:911", onclick: () => app.mark(about, "called_911") }, icon("phone"), h("b", "911")), onCall(app, about)],
  };
}

function whose(app, heading) {
  return h("section.stack", {}, heading, h("div.taps", app.people().map((one) => h("button.button", { type: "button", translate: "no", onclick: () => app.crisisAbout(one.id) }, one.given))));
}

function step(app, about, client) {
  const { steps } = app.crisisOf(client.id);
  if (!steps.length) return h("section.now", {}, h("h1", say("field.app.crisis.no_steps")), h("p", say("field.app.crisis.no_steps_text")));
  const at = Math.min(about.step ?? 0, steps.length - 1);
  const next = () => {
    app.mark(about, "followed_plan", steps[at].text);
    about.step = at + 1;
    app.redraw();
  };
  return h(
    "section.now", { "aria-live": "polite" }, h("p.label", say("field.app.crisis.step", { number: at + 1, all: steps.length })), h("h1", { translate: "no" }, steps[at].text), steps[at].who ? own("p", steps[at].who) : null,
    at < steps.length - 1 ? h("button.button.solid.tall.wide#next-step", { type: "button", onclick: next }, say("field.app.crisis.next")) : h("p", say("field.app.crisis.last")),
    at < steps.length - 1 ? h("p", {}, h("strong", say("field.app.crisis.then")), " ", own("span", steps[at + 1].text)) : null,
  );
}

function taps(app, about) {
  return h(
    "section.stack.tight", {}, h("h2", say("field.app.crisis.tap")),
    app.crisisLines().map(([group, codes]) => [group ? h("h3.label", say(`incidents.group.${group}`)) : null, h("div.taps", codes.map((code) => h("button.button", { type: "button", id: `mark-${code}`, onclick: () => app.mark(about, code) }, h("span", say(`incidents.line.${code}`)))))]),
    h("div.pair", {}, h("button.button.solid#calmer", { type: "button", onclick: () => app.closeCrisis(about) }, icon("check"), say("field.app.crisis.over"))),
  );
}

function timeline(app, running) {
  if (!running?.lines.length) return null;
  return h("section.stack.tight", { "aria-live": "polite" }, h("h2", say("field.app.crisis.so_far")), h("ol", running.lines.map((line) => h("li", {}, h("span.num", clock(line.at, undefined, true)), " ", say(`incidents.line.${line.code}`), line.words ? h("span.quiet", { translate: "no" }, `: ${line.words}`) : null))));
}

function emergency(app, client) {
  const { emergency: lines } = app.crisisOf(client.id);
  return h("details.section.light", {}, h("summary", {}, icon("firstaid"), say("field.app.crisis.emergency")), lines.length ? h("ul", lines.map((line) => h("li", {}, emergencyLine(line)))) : h("p", say("field.app.crisis.no_emergency")));
}

/** A line of the card for an ambulance: what it is, and the client's own words or facts. */
export function emergencyLine({ kind, text }) {
  const shown = { born: plainDay, language: languageName }[kind]?.(text) ?? text;
  return [h("span.label", `${say(`field.app.emergency.${kind}`)} `), own("span", shown)];
}

function calls(app, client) {
  const told = client ? app.crisisOf(client.id).calls : [];
  const call = (number, name, what, code) => h("a.button", { href: `tel:${number}`, onclick: () => app.mark({}, code) }, icon("phone"), h("span", {}, h("b", {}, h("bdi", name)), " ", h("small", what)));
  return h("section.calls", {}, h("h2", say("field.app.crisis.call")), call("911", "911", say("field.app.crisis.emergency_line"), "called_911"), call("988", "988", say("field.app.crisis.lifeline"), "called_988"), app.onCall().map((one) => call(one.number, one.name, say("field.app.crisis.on_call"), "called_on_call")), told.map((one) => call(one.number, one.name, one.relation, "told_family")));
}

function onCall(app, about) {
  const [first] = app.onCall();
  if (!first) return h("a.button", { href: "tel:988", onclick: () => app.mark(about, "called_988") }, icon("phone"), h("b", "988"));
  return h("a.button#on-call", { href: `tel:${first.number}`, onclick: () => app.mark(about, "called_on_call") }, icon("phone"), h("bdi", first.name));
}

/* The quiet signal of somebody in danger: no sound, no change that somebody over the shoulder would see but a word. */
function quiet(app, about) {
  return h("button.button.plain.wide#duress", { type: "button", onclick: () => app.duress(about) }, say(app.duressSent() ? "field.app.crisis.duress_kept" : "field.app.crisis.duress"));
}

/** Whose crisis it was that began while the device was locked. */
export function whoseCrisis(app) {
  return { title: say("field.app.crisis.title"), key: "whose", main: [whose(app, h("h1", say("field.app.crisis.whose_was")))], dock: [h("button.button", { type: "button", onclick: () => go("today") }, say("field.app.crisis.later"))] };
}
