/* Whether the device's place verifies a visit; where it does not, why, which may stay unsaid. */
import { h, icon } from "../dom.js";
import { one, text } from "../forms.js";
import { say } from "../words.js";

/** The fields, of `form`: with_place, exception, place_reason. */
export function placing(app, form, hint = "") {
  const { exceptions, in_words } = app.verifying();
  const turn = (event) => {
    form.with_place = event.target.checked;
    app.redraw();
  };
  const box = h("input#with-place", { type: "checkbox", checked: form.with_place, onchange: turn });
  return [
    h("div.choices.lines", {}, h("label", { for: "with-place" }, box, h("span", {}, icon("pin"), " ", say("field.app.start.with_place"), hint ? h("small.hint", ` ${hint}`) : null))),
    form.with_place || !exceptions.length ? null : one(form, "exception", say("field.app.verify.why"), exceptions.map((code) => [code, say(`sessions.exception.${code}`)]), app.redraw),
    form.with_place ? null : text(form, "place_reason", say("field.app.verify.in_words"), { most: 500, needed: in_words.includes(form.exception) }),
  ];
}
