/* This device: who is set up here, what opens it for them, how quiet it is, its version, and leaving it. */
import { h, icon } from "../dom.js";
import { faults, field, strip } from "../frame.js";
import { say } from "../words.js";
import { go } from "../ways.js";

export function thisDevice(app) {
  const status = app.device.status();
  const open = !status.locked && status.who;
  return {
    title: say("field.app.device.title"), key: "this-device", back: true,
    main: [
      h("h1", say("field.app.device.title")), app.here.problem ? faults([app.here.problem]) : null, app.here.done ? strip("ok", "ok", app.here.done) : null,
      people(app, status), open ? mine(app, status.who.enrolment) : h("p", say("field.app.device.locked")),
      h("p.small.quiet", say("field.app.unsent.build", { build: status.build ?? "" })),
      h("button.button", { type: "button", onclick: () => go("unsent") }, icon("send"), say("field.app.unsent.title")),
    ],
  };
}

function people(app, status) {
  const one = ({ enrolment, initials, passkey }) => {
    const name = enrolment === status.who?.enrolment ? status.who.name : initials;
    return h("li.list-row", {}, icon("key"), h("div.what", {}, h("strong", { translate: "no" }, name), h("p", say(passkey ? "field.app.device.by_both" : "field.app.device.by_pin"))));
  };
  return h("section.section", {}, h("header", {}, h("h2", say("field.app.device.people"))), h("ul.rows", { role: "list" }, app.device.people().map(one)));
}

function mine(app, enrolment) {
  return [
    changing(app, enrolment), app.passkeys ? passkey(app, enrolment) : null,
    h("section.section.stack", {}, h("h2", say("field.app.device.quiet")), h("p", say("field.app.device.quiet_text")), h("button.button#quiet", { type: "button", "aria-pressed": app.quiet(), onclick: () => app.setQuiet(!app.quiet()) }, icon("bell"), say(app.quiet() ? "field.app.record.quiet_on" : "field.app.record.quiet_off"))),
    h("section.section.stack", {}, h("h2", say("field.app.device.leave")), h("p", say("field.app.device.leave_text")), h("button.button.danger#leave", { type: "button", disabled: app.here.busy, onclick: () => app.takeOff() }, say("field.app.device.take_off"))),
  ];
}

const secret = (name, autocomplete, more = {}) => h("input", { type: "password", autocomplete, required: true, name, ...more });

function changing(app, enrolment) {
  const [old, next, again] = [secret("old", "current-password"), secret("next", "new-password", { minlength: "8" }), secret("again", "new-password", { minlength: "8" })];
  const typed = (by) => app.changePin({ ...by, next: next.value, again: again.value });
  const send = (event) => {
    event.preventDefault();
    typed({ pin: old.value });
  };
  const byPasskey = () => {
    old.required = false;
    if (next.form.reportValidity()) typed({ passkey: true });
    old.required = true;
  };
  return h(
    "form.section.stack", { onsubmit: send }, h("h2", say("field.app.device.change_pin")), field("old", say("field.app.device.old_pin"), old),
    field("next", say("field.app.device.new_pin"), next, say("field.app.set_up.pin_hint")), field("again", say("field.app.set_up.again"), again),
    h("button.button.solid#change-pin", { type: "submit", disabled: app.here.busy }, say("field.app.device.change_pin")),
    app.hasPasskey(enrolment) ? h("button.button#change-by-passkey", { type: "button", disabled: app.here.busy, onclick: byPasskey }, icon("key"), say("field.app.device.change_by_passkey")) : null,
  );
}

function passkey(app, enrolment) {
  if (app.hasPasskey(enrolment)) {
    return h("section.section.stack", {}, h("h2", say("field.app.device.passkey")), h("p", say("field.app.device.passkey_there")), h("button.button#remove-passkey", { type: "button", disabled: app.here.busy, onclick: () => app.removePasskey() }, say("field.app.device.remove_passkey")));
  }
  const pin = secret("pin", "current-password");
  const send = (event) => {
    event.preventDefault();
    app.addPasskey(pin.value);
  };
  return h(
    "form.section.stack", { onsubmit: send }, h("h2", say("field.app.device.passkey")), h("p", say("field.app.device.passkey_text")), field("passkey-pin", say("field.app.locked.pin"), pin),
    h("button.button#add-passkey", { type: "submit", disabled: app.here.busy }, icon("key"), say("field.app.device.add_passkey")),
  );
}
