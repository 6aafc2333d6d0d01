/* What somebody changes about this device: what opens it for them, and leaving it. */
import { say } from "./words.js";
import { afresh } from "./ways.js";

export function keepingOf(app) {
  const { device } = app;
  const state = (app.here = { done: "", problem: "", busy: false });

  /* Do it, say that it is done or what is in the way, and draw the page again. */
  async function tell(work, done) {
    Object.assign(state, { done: "", problem: "", busy: true });
    app.redraw();
    try {
      await work();
      Object.assign(state, { done: say(done), busy: false });
    } catch (trouble) {
      Object.assign(state, { problem: words(trouble), busy: false });
    }
    app.redraw();
  }

  function words(trouble) {
    if (trouble.code === "unsent") return say("field.app.device.unsent", trouble.values);
    return trouble.code === "pin_weak" ? app.troubled(trouble) : app.notOpened(trouble, "field.app.trouble.broken");
  }

  function changePin({ next, again, ...by }) {
    if (next === again) return tell(() => device.changePin({ ...by, next }), "field.app.device.pin_changed");
    Object.assign(state, { done: "", problem: say("field.app.set_up.differ") });
    return app.redraw();
  }

  async function takeOff() {
    if (app.day().running.length) {
      Object.assign(state, { done: "", problem: say("field.app.device.visit_runs") });
      return app.redraw();
    }
    await tell(async () => {
      await device.handIn();
      await device.takeOff();
      app.forget();
    }, "field.app.device.off");
    if (!state.problem) leave();
  }

  /* Nobody who is left here sees what the last one did. */
  function leave() {
    state.done = "";
    app.door = { problem: "" };
    afresh(device.people().length ? "locked" : "set-up");
  }

  return {
    changePin, takeOff,
    addPasskey: (pin) => tell(() => device.addPasskey({ pin, app: say("field.app.name") }), "field.app.device.passkey_added"),
    removePasskey: () => tell(() => device.removePasskey(), "field.app.device.passkey_removed"),
    hasPasskey: (enrolment) => app.passkeys && Boolean(device.people().find((one) => one.enrolment === enrolment)?.passkey),
  };
}
