/* Fields of the app's small forms. What is typed stands in `form` at once, so that it stays when the page is drawn anew. */
import { h } from "./dom.js";
import { field } from "./frame.js";
import { say } from "./words.js";

export function text(form, name, label, { hint = "", most = 1000, needed = false } = {}) {
  return field(name, label, h("input", { type: "text", maxlength: String(most), required: needed, value: form[name] ?? "", oninput: (event) => (form[name] = event.target.value) }), hint);
}

export function words(form, name, label, { hint = "", most = 4000, needed = false } = {}) {
  const area = h("textarea", { rows: "3", maxlength: String(most), required: needed, oninput: (event) => (form[name] = event.target.value) });
  area.value = form[name] ?? "";
  return field(name, label, area, hint);
}

export function number(form, name, label, { least, most, hint = "" } = {}) {
  return field(name, label, h("input", { type: "number", inputmode: "numeric", min: String(least), max: String(most), value: form[name] ?? "", oninput: (event) => (form[name] = event.target.value === "" ? undefined : Number(event.target.value)) }), hint);
}

export function tick(form, name, label) {
  return h("div.choices.lines", {}, h("label", { for: name }, h("input", { type: "checkbox", id: name, checked: form[name] === true, onchange: (event) => (form[name] = event.target.checked) }), h("span", label)));
}

/** One of several, as buttons for the thumb: [[value, words], ...]. A second tap takes it back. */
export function one(form, name, label, choices, redraw) {
  const choose = (value) => () => {
    form[name] = form[name] === value ? undefined : value;
    redraw();
  };
  return h("fieldset.field", {}, h("legend", label), h("div.row", choices.map(([value, said]) => h("button.button", { type: "button", id: `${name}-${value}`, "aria-pressed": form[name] === value, onclick: choose(value) }, h("span", said)))));
}

export function several(form, name, label, choices, redraw) {
  const chosen = (form[name] ??= []);
  const choose = (value) => () => {
    form[name] = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    redraw();
  };
  return h("fieldset.field", {}, h("legend", label), h("div.row", choices.map(([value, said]) => h("button.button", { type: "button", id: `${name}-${value}`, "aria-pressed": chosen.includes(value), onclick: choose(value) }, h("span", said)))));
}

export function sheet(onsubmit, label, ...fields) {
  const send = (event) => {
    event.preventDefault();
    onsubmit();
  };
  return h("form.card.stack#sheet", { onsubmit: send }, ...fields, h("button.button.solid.tall.wide#keep", { type: "submit" }, label ?? say("desk.record.keep")));
}
