/* The last step of everything that is signed here: the PIN given anew, or the passkey. */
import { h, icon, own } from "./dom.js";
import { field } from "./frame.js";
import { say } from "./words.js";

/** The form of a signature. `sign({pin})` or `sign({passkey: true})`; `meaning`: what the signature says. */
export function signing(app, { meaning, stopped, busy, sign }) {
  const pin = h("input", { type: "password", autocomplete: "current-password", required: true, name: "pin" });
  const send = (event) => {
    event.preventDefault();
    sign({ pin: pin.value });
  };
  const off = stopped || busy;
  return h(
    "form.card.next.stack", { onsubmit: send }, h("p", {}, say("field.app.sign.as"), " ", own("strong", app.signer())), h("p.small.quiet", meaning), field("pin", say("field.app.sign.pin"), pin),
    h("button.button.solid.tall.wide#sign", { type: "submit", disabled: off }, icon("signature"), say(busy ? "field.app.sign.busy" : "field.app.sign.submit")),
    app.hasPasskey(app.who?.enrolment) ? h("button.button.tall.wide#sign-by-passkey", { type: "button", disabled: off, onclick: () => sign({ passkey: true }) }, icon("key"), say("field.app.sign.by_passkey")) : null,
  );
}
