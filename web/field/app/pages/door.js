/* Before anybody reads here: setting up the device, and unlocking it. */
import { h, icon } from "../dom.js";
import { faults, field, strip } from "../frame.js";
import { say } from "../words.js";
import { afresh, go } from "../ways.js";

const SIGN_IN = "/account/login/?next=/field/";

/** Nobody works on this device yet, or one more person wants to. */
export function setUp(app) {
  const { signedIn, problem = "", busy = false } = app.door;
  if (app.door.asked !== true) app.askWhoIsIn();
  return {
    title: say("field.app.name"), key: "set-up",
    main: [
      h("h1", say("field.app.set_up.title")), h("p", say("field.app.set_up.text")), problem ? faults([problem]) : null,
      signedIn ? form(app, signedIn, busy) : signIn(app),
      app.device.people().length ? h("button.button", { type: "button", onclick: () => afresh("locked") }, say("field.app.set_up.other")) : null,
    ],
  };
}

function signIn(app) {
  return h(
    "section.card.next.stack", {}, h("h2", say("field.app.set_up.sign_in")), h("p", say("field.app.set_up.sign_in_text")),
    app.door.unreachable ? strip("warn", "offline", say("field.app.set_up.no_signal"), say("field.app.set_up.no_signal_text")) : null,
    h("a.button.solid.tall.wide", { href: SIGN_IN }, say("field.app.set_up.sign_in_button")),
  );
}

function form(app, who, busy) {
  const pin = h("input", { type: "password", autocomplete: "new-password", minlength: "8", required: true, name: "pin" });
  const again = h("input", { type: "password", autocomplete: "new-password", minlength: "8", required: true, name: "again" });
  const label = h("input", { type: "text", maxlength: "60", name: "label", value: app.door.label ?? say("field.app.set_up.this_phone") });
  const send = (event) => {
    event.preventDefault();
    app.enrol({ pin: pin.value, again: again.value, label: label.value });
  };
  return h(
    "form.card.next.stack", { onsubmit: send }, h("p", {}, say("field.app.set_up.as"), " ", h("strong", { translate: "no" }, who.staff.name)),
    field("pin", say("field.app.set_up.pin"), pin, say("field.app.set_up.pin_hint")), field("again", say("field.app.set_up.again"), again),
    field("label", say("field.app.set_up.label"), label), h("button.button.solid.tall.wide", { type: "submit", disabled: busy }, busy ? say("field.app.set_up.busy") : say("field.app.set_up.submit")),
  );
}

/** Locked: what runs goes on, what is tapped is kept, and nothing of a client is shown. */
export function locked(app, about) {
  const people = app.device.people();
  const chosen = about.enrolment ?? app.device.status().last ?? people[0]?.enrolment;
  const pin = h("input", { type: "password", autocomplete: "current-password", required: true, name: "pin" });
  const unlock = (event) => {
    event.preventDefault();
    app.unlock({ enrolment: chosen, pin: pin.value });
  };
  return {
    title: say("field.app.name"), key: `locked${chosen}`,
    main: [
      h("h1", say("field.app.locked.title")), app.door.problem ? faults([app.door.problem]) : null,
      people.length > 1 ? h("nav.segmented", { "aria-label": say("field.app.locked.who") }, people.map((one) => h("button", { type: "button", "aria-current": (one.enrolment === chosen) || null, onclick: () => afresh("locked", { enrolment: one.enrolment }) }, one.initials))) : null,
      h(
        "form.card.next.stack", { onsubmit: unlock }, field("pin", people.length === 1 ? say("field.app.locked.pin_of", { who: people[0].initials }) : say("field.app.locked.pin"), pin),
        h("button.button.solid.tall.wide", { type: "submit", disabled: app.door.busy }, icon("key"), app.door.busy ? say("field.app.locked.busy") : say("field.app.locked.unlock")),
        app.hasPasskey(chosen) ? h("button.button.tall.wide#by-passkey", { type: "button", disabled: app.door.busy, onclick: () => app.unlock({ enrolment: chosen, passkey: true }) }, icon("key"), say("field.app.locked.by_passkey")) : null,
      ),
      covered(app), h("button.button.plain", { type: "button", onclick: () => go("set-up") }, say("field.app.locked.somebody_else")),
      h("button.button.plain", { type: "button", onclick: () => go("this-device") }, say("field.app.device.title")),
      h("p.small.quiet", say("field.app.locked.forgotten")),
    ],
    dock: [h("button.button.danger.wide#help", { type: "button", onclick: () => go("crisis", {}) }, icon("help"), say("foundation.shell.help_now"))],
  };
}

/* The pinned tiles while locked: shapes and numbers, no words of a plan, no name. */
function covered(app) {
  const tiles = app.lockedTiles();
  if (!tiles.length) return null;
  const one = (tile, n) =>
    tile.kind === "timer"
      ? h(`div.timer${tile.since ? ".running" : ""}`, {}, h("p.label", say("field.app.locked.tile", { number: n + 1 })), h("p.elapsed", tile.since ? { role: "timer", "data-since": tile.since } : {}, "0:00"), h("form", { onsubmit: (event) => (event.preventDefault(), app.lockedTap(tile)) }, h(`button.button${tile.since ? ".solid" : ""}`, { type: "submit" }, icon(tile.since ? "stop" : "play"), h("span.sr", say("field.app.locked.tile", { number: n + 1 })))))
      : h("div.tally", {}, h("form", { onsubmit: (event) => (event.preventDefault(), app.lockedTap(tile)) }, h("button", { type: "submit" }, h("span.label", say("field.app.locked.tile", { number: n + 1 })), h("span.count", String(tile.count)))), icon("plus"));
  return h("section.stack", { "aria-label": say("field.app.locked.going_on") }, h("h2", say("field.app.locked.going_on")), h("div.tiles", tiles.map(one)));
}
