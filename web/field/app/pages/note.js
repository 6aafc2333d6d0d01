/* The note: drafted on the device from what was recorded, edited, signed, without signal. */
import { h, icon, own } from "../dom.js";
import { banner, faults, field, strip } from "../frame.js";
import { clock, shortDay, span } from "../moments.js";
import { signing } from "../signing.js";
import { say } from "../words.js";
import { back, go } from "../ways.js";

export function note(app, about) {
  const paper = app.note(about.session);
  if (!paper) return later(app, about);
  const client = app.client(paper.client);
  const { head } = paper.body;
  return {
    title: say("field.app.note.title"), key: `note${about.session}`, back: true, form: true, about: { client: paper.client }, banner: banner(client, { small: h("span.badge.outline", {}, icon(paper.signed ? "signature" : "pencil"), say(paper.signed ? "field.app.note.signed" : "field.app.note.draft")) }),
    main: [
      h("div.stack.tight", {}, h("h1", `${shortDay(head.began_at, head.zone)}, ${span(head.began_at, head.ended_at, head.zone)}`), h("p.quiet", say("field.app.note.visit", { count: head.minutes, units: head.units }))),
      faults(about.faults ?? []), paper.signed ? signedLine(paper) : missing(paper), ...app.arranged(paper).map((part) => section(app, about, paper, part)), paper.signed ? null : presentOf(about, paper),
    ],
    dock: paper.signed ? [h("button.button.solid", { type: "button", onclick: () => go("today") }, say("field.app.note.done"))] : [
      h("button.button#save", { type: "button", onclick: () => app.saveNote(about) }, say("field.app.note.save")),
      h("button.button.solid#to-sign", { type: "button", onclick: () => app.saveNote(about).then((kept) => kept && go("sign", { session: about.session })) }, icon("signature"), say("field.app.note.to_sign")),
    ],
  };
}

/* Its pack is over or was never fetched: nothing to draft from, nothing lost. */
function later(app, { session, faults: stopped = [] }) {
  return {
    title: say("field.app.note.title"), key: `note${session}`, back: true, banner: banner(app.client(app.session(session).client)),
    main: [h("h1", say("field.app.note.later")), faults(stopped), h("p", say("field.app.note.later_text"))],
    dock: [h("button.button.solid", { type: "button", onclick: () => go("today") }, say("field.app.note.done"))],
  };
}

const signedLine = (paper) => strip("ok", "signature", say("field.app.note.signed_at", { time: clock(paper.signed.at, paper.body.head.zone), day: shortDay(paper.signed.at, paper.body.head.zone) }), say("field.app.note.signed_text"));

function missing(paper) {
  if (!paper.missing.length) return strip("ok", "ok", say("field.app.note.ready"));
  return h("div.alert-strip.warn", {}, icon("warn"), h("div", {}, h("p", {}, h("strong", say("field.app.note.missing", { count: paper.missing.length }))), h("ul.plain-list", paper.missing.map((words) => h("li", words)))));
}

function section(app, about, paper, { heading, title, sentences, roles }) {
  const typed = (about.typed ??= {});
  const added = (about.added ??= {});
  return h(
    "section.stack", { "aria-labelledby": `h-${heading}` }, h("h2", { id: `h-${heading}` }, title),
    sentences.length ? h("ol.thread.writing", { role: "list" }, sentences.map((sentence, n) => line(typed, paper, sentence, n))) : h("p.quiet.small", say("field.app.note.nothing")),
    paper.signed ? null : roles.map((role) => adding(added, role)),
  );
}

function line(typed, paper, sentence, n) {
  if (paper.signed) return h(`li${sentence.own ? ".own" : ""}`, {}, h("p.words", { translate: "no" }, sentence.text));
  const area = h("textarea", { rows: "2", id: `s-${sentence.id}`, maxlength: "4000", oninput: (event) => (typed[sentence.id] = event.target.value) });
  area.value = typed[sentence.id] ?? sentence.text;
  return h(`li${sentence.own ? ".own" : ""}`, {}, h("div", {}, h("label.sr", { for: `s-${sentence.id}` }, say("field.app.note.sentence", { number: n + 1 })), area), chips(sentence));
}

function chips(sentence) {
  if (!sentence.evidence.length) return h("span.badge.outline", say("field.app.note.own_words"));
  return h("p.small.quiet", {}, icon("link"), " ", sentence.evidence.map((one) => [one.label, one.times].filter(Boolean).join(", ")).join(" · "));
}

function adding(added, role) {
  const area = h("textarea", { rows: "3", maxlength: "4000", oninput: (event) => (added[role] = event.target.value) });
  area.value = added[role] ?? "";
  return h("details.adding", { open: Boolean(added[role]) }, h("summary", {}, icon("plus"), say(`notes.form.add.${role}`)), field(`add-${role}`, say(`notes.form.add.${role}`), area));
}

function presentOf(about, paper) {
  const input = h("input", { type: "text", maxlength: "500", value: about.present ?? paper.body.present, oninput: (event) => (about.present = event.target.value) });
  return h("section.stack", {}, field("present", say("notes.form.present"), input));
}

/** Signing: exactly this text, with the PIN given anew. */
export function sign(app, about) {
  const paper = app.note(about.session);
  const client = app.client(paper.client);
  return {
    title: say("field.app.sign.title"), key: `sign${about.session}`, back: true, form: true, about: { client: paper.client }, banner: banner(client),
    main: [
      h("h1", say("field.app.sign.title")), faults(about.faults ?? []), missing(paper), paper.missing.length ? h("button.button#to-note", { type: "button", onclick: back }, icon("pencil"), say("field.app.sign.to_note")) : null,
      h("section.section.light.stack", {}, app.arranged(paper).map(({ title, sentences }) => (sentences.length ? h("div", {}, h("h2", title), sentences.map((sentence) => own("p.words", sentence.text))) : null))),
      signing(app, { meaning: say("field.app.sign.meaning"), stopped: paper.missing.length > 0, busy: about.busy, sign: (by) => app.signNote(about, by) }),
    ],
  };
}
