/* Forms of one client, and one of them as it is answered: drawn once, and followed as it is typed. */
import { nameOf, manyOf, numbers, otherOf, unitOf } from "../../../questionnaires/typed.js";
import { h, icon, own } from "../dom.js";
import { one, text } from "../forms.js";
import { banner, faults, helpKey, strip } from "../frame.js";
import { plainDay } from "../moments.js";
import { say } from "../words.js";
import { signedForm } from "./answers.js";
import { go } from "../ways.js";

const EVERYBODY = ["self", "parent", "caregiver", "teacher", "staff", "clinician", "other"];

/** What may be answered about this client. */
export function forms(app, about) {
  const client = app.client(about.client);
  const [found, going] = [app.formsOf(client.id), app.draftsOf(client.id)];
  return {
    title: say("field.app.forms.title"), key: `forms${client.id}`, back: true, banner: banner(client),
    main: [
      h("h1", say("field.app.forms.of")),
      going.length ? h("section.section", {}, h("header", {}, h("h2", say("field.app.forms.going_on"))), h("ul.rows", { role: "list" }, going.map((draft) => line(draft.title, say(draft.signed ? "field.app.note.signed" : draft.saved ? "field.app.forms.handed_in" : "field.app.note.draft"), () => go(draft.signed ? "signed-form" : "answering", { client: client.id, draft: draft.id }))))) : null,
      found.length ? h("ul.rows", { role: "list" }, found.map((form) => line(form.title, form.due ? say("field.app.forms.due", { day: plainDay(form.due.due_on) }) : "", () => go("form", { client: client.id, edition: form.edition })))) : h("div.empty", {}, h("h2", say("field.app.forms.none")), h("p", say("field.app.forms.none_text"))),
    ],
    dock: [helpKey({ client: client.id })],
  };
}

const line = (title, words, onclick) => h("li.list-row", {}, icon("clipboard"), h("div.what", {}, h("button.button.plain", { type: "button", onclick }, own("strong", title)), words ? h("p", words) : null), h("span.fact", {}, icon("right")));

/** Who answers it: then it begins. */
export function form(app, about) {
  const client = app.client(about.client);
  const wanted = app.formsOf(client.id).find(({ edition }) => edition === about.edition);
  const given = (about.form ??= { respondent: wanted.due?.respondent ?? (wanted.respondents.length === 1 ? wanted.respondents[0] : undefined) });
  const begin = () => given.respondent && app.beginForm({ client: client.id, form: wanted, ...given });
  const known = wanted.respondents.length ? wanted.respondents : EVERYBODY;
  return {
    title: say("field.app.forms.title"), key: `form${about.edition}`, back: true, form: true, banner: banner(client),
    main: [
      own("h1", wanted.title), one(given, "respondent", say("instruments.form.respondent"), known.map((code) => [code, say(`instruments.respondent.${code}`)]), app.redraw),
      text(given, "answered_by", say("instruments.form.answered_by"), { most: 120, hint: say("instruments.form.answered_by_hint") }),
    ],
    dock: [helpKey({ client: client.id }), h("button.button.solid#begin", { type: "button", disabled: !given.respondent, onclick: begin }, say("field.app.forms.begin"))],
  };
}

/** The form itself. What is typed is kept at once, and nothing is drawn anew under the thumb. */
export function answering(app, about) {
  const client = app.client(about.client);
  const draft = app.draft(about.draft);
  if (draft.signed) return signedForm(app, about); // on the way back from signing
  const asked = app.askedBy(draft);
  const place = h("form.stack.loose.answering-form", { "data-writing": true, onsubmit: (event) => event.preventDefault() });
  const known = numbers(asked);
  const draw = () => place.replaceChildren(...asked.items.map((item) => control({ draft, known, again }, item, [])).filter(Boolean), h("p.small.quiet", say("field.app.forms.kept")));
  const again = () => (draw(), look());
  const look = () => {
    const now = app.follow(draft);
    for (const part of place.querySelectorAll("[data-at]")) part.hidden = now.off.has(part.dataset.at);
    for (const part of place.querySelectorAll("output")) part.textContent = now.results.get(part.dataset.of)?.join(", ") ?? "–";
    return now;
  };
  place.addEventListener("input", (event) => {
    typedInto(draft, event.target);
    look();
    app.keepDraft(draft);
  });
  again();
  const left = look().missing.size;
  const done = app.isHandedIn(draft);
  const send = async () => {
    about.faults = await app.tried(() => app.handInForm(draft));
    app.redraw();
  };
  return {
    title: say("field.app.forms.title"), key: `answering${draft.id}`, back: true, form: true, about: { client: client.id }, banner: banner(client),
    main: [own("h1", draft.title), faults(about.faults ?? []), done ? strip("ok", "ok", say("field.app.forms.handed_in"), say("field.app.forms.handed_in_text")) : null, left ? h("p.small.quiet", say("field.app.forms.missing", { count: left })) : null, place],
    dock: [
      helpKey({ client: client.id }), h("button.button#hand-in", { type: "button", onclick: send }, say(draft.saved ? "field.app.forms.again" : "field.app.forms.hand_in")),
      h("button.button.solid#look-over", { type: "button", onclick: () => go("sign-form", { client: client.id, draft: draft.id }) }, icon("signature"), say("field.app.note.to_sign")),
    ],
  };
}

/* What stands in a field goes where it is kept. */
function typedInto(draft, field) {
  if (field.type === "checkbox") draft.fields[field.name] = [...field.form.querySelectorAll(`[name="${field.name}"]:checked`)].map(({ value }) => value);
  else draft.fields[field.name] = field.value === "" ? [] : [field.value];
}

function control(doing, item, above) {
  if (item.hidden) return null;
  const at = nameOf(doing.known, [...above, [item.link_id, 0]]);
  const name = [item.prefix, item.text || (item.type === "display" || item.type === "group" ? "" : item.link_id)].filter(Boolean).join(" ");
  if (item.type === "display") return h("p", { "data-at": at, translate: "no" }, name);
  if (item.type === "group") return group(doing, item, above, at, name);
  if (item.calculated || item.read_only) return h("div.field", { "data-at": at }, own("p", name), h("p", {}, h("output.num", { "data-of": at, translate: "no" }, "–"), item.unit ? own("span", ` ${item.unit}`) : null));
  return h("div.answering", { "data-at": at }, question(doing, item, above, at, name));
}

function group(doing, item, above, at, name) {
  const count = item.repeats ? Math.max(1, Number(doing.draft.fields[manyOf(at)]?.[0] ?? 1)) : 1;
  const copies = Array.from({ length: count }, (_, n) => (item.items ?? []).map((child) => control(doing, child, [...above, [item.link_id, n]])));
  return h("div.answering-group", { "data-at": at, role: "group", ...(name ? { "aria-label": name } : {}) }, name ? own("p.answering-head", name) : null, copies.map((copy) => (item.repeats ? h("div.answering-copy.stack", {}, copy) : copy)), item.repeats ? more(doing, manyOf(at), count) : null);
}

function more(doing, name, count) {
  const add = () => {
    doing.draft.fields[name] = [String(count + 1)];
    doing.again();
  };
  return h("p", {}, h("button.button.small", { type: "button", onclick: add }, icon("plus"), say("instruments.work.more")));
}

function question(doing, item, above, at, name) {
  const needed = item.required ? h("span.badge.outline", say("instruments.work.needed")) : null;
  const below = (n) => (item.items ?? []).map((child) => control(doing, child, [...above, [item.link_id, n]]));
  const choice = item.options?.length && ["choice", "open-choice"].includes(item.type);
  if (choice || item.type === "boolean") return [choices(doing, item, at, [own("span", name), " ", needed]), below(0)];
  if (item.type === "attachment") return [own("p", name), h("p.small", {}, icon("document"), " ", say("field.app.forms.file"))];
  const count = item.repeats ? Math.max(1, Number(doing.draft.fields[manyOf(at)]?.[0] ?? 1)) : 1;
  const fields = Array.from({ length: count }, (_, n) => {
    const here = nameOf(doing.known, [...above, [item.link_id, n]]);
    return [h("div.field", {}, h("label", { for: `${here}-f` }, own("span", name), " ", needed), item.help ? own("p.hint", item.help) : null, input(doing, item, here)), below(n)];
  });
  return [fields, item.repeats ? more(doing, manyOf(at), count) : null];
}

function choices(doing, item, at, legend) {
  const marked = doing.draft.fields[at] ?? [];
  const lines = item.type === "boolean" ? [["true", say("instruments.answer.yes")], ["false", say("instruments.answer.no")]] : item.options.map((option, n) => [String(n), option.label]);
  const open = item.type === "open-choice" ? h("label", { for: `${at}-own` }, say("instruments.work.other_words"), h("input", { type: "text", id: `${at}-own`, name: otherOf(at), maxlength: "1000", value: doing.draft.fields[otherOf(at)]?.[0] ?? "" })) : null;
  return h("fieldset.field", {}, h("legend", {}, legend), item.help ? own("p.hint", item.help) : null, h("div.choices.lines", {}, lines.map(([value, words]) => h("label", { for: `${at}-${value}` }, h("input", { type: item.repeats ? "checkbox" : "radio", id: `${at}-${value}`, name: at, value, checked: marked.includes(value) }), own("span", words)))), open);
}

const KINDS = { date: "date", dateTime: "datetime-local", time: "time", url: "url" };

function input(doing, item, name) {
  const value = doing.draft.fields[name]?.[0] ?? "";
  if (item.type === "text") {
    const area = h("textarea", { rows: "3", id: `${name}-f`, name, maxlength: String(item.max_length ?? 20000) });
    area.value = value;
    return area;
  }
  const number = ["integer", "decimal", "quantity"].includes(item.type);
  const field = h("input", { type: KINDS[item.type] ?? "text", id: `${name}-f`, name, value, ...(number ? { inputmode: "decimal" } : { maxlength: String(item.max_length ?? 2000) }) });
  const units = item.units?.length ? h("select", { name: unitOf(name), "aria-label": say("instruments.work.unit") }, item.units.map((unit, n) => h("option", { value: String(n), selected: doing.draft.fields[unitOf(name)]?.[0] === String(n) }, Object.values(unit)[0].display ?? Object.values(unit)[0].code))) : item.unit ? own("span", item.unit) : null;
  return units ? h("span.answering-line", {}, field, units) : field;
}
