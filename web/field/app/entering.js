/* Who comes in and goes: setting up, unlocking, locking; and what is recorded between. */
import { nobody, tapWithoutWords, tilesWithoutWords } from "./covered.js";
import { feel } from "./feelings.js";
import { say } from "./words.js";
import { afresh } from "./ways.js";

export function enteringOf(app) {
  const { device } = app;

  /* The staff row of whoever was here last: a crisis while locked is theirs. */
  const author = () => device.people().find(({ enrolment }) => enrolment === device.status().last)?.staff ?? null;

  async function askWhoIsIn() {
    app.door.asked = true;
    try {
      const answer = await fetch("/field/session/", { headers: { Accept: "application/json" } });
      const told = await answer.json();
      Object.assign(app.door, { signedIn: told.staff ? told : null, unreachable: false });
    } catch {
      Object.assign(app.door, { signedIn: null, unreachable: true });
    }
    app.redraw();
  }

  async function enrol({ pin, again, label }) {
    app.door.label = label;
    app.door.problem = pin !== again ? say("field.app.set_up.differ") : pin.length < 8 ? say("field.app.set_up.short") : "";
    if (app.door.problem) return app.redraw();
    app.door.busy = true;
    app.redraw();
    try {
      await device.enrol({ pin, label });
      app.door = {};
      await app.remember();
      await app.refresh({ quietly: true, first: true });
      afresh("today");
    } catch (trouble) {
      Object.assign(app.door, { busy: false, problem: app.troubled(trouble, "field.app.trouble.no_signal") });
      app.redraw();
    }
  }

  async function unlock(asked) {
    Object.assign(app.door, { busy: true, problem: "" });
    app.redraw();
    try {
      await device.unlock(asked);
      app.door = {};
      await app.remember();
      const unclear = app.crisis();
      unclear && !unclear.client ? afresh("whose") : afresh("today");
      app.handIn();
      app.refresh({ quietly: true });
    } catch (trouble) {
      Object.assign(app.door, { busy: false, problem: notOpened(trouble) });
      app.redraw();
    }
  }

  /* Why a PIN or a passkey opened nothing, in words. */
  function notOpened({ code, values }, otherwise = "field.app.locked.wrong") {
    if (["wiped", "pin_spent"].includes(code)) return say(`field.app.locked.${code}`);
    const count = Math.ceil(values?.seconds ?? 0);
    if (count) return say("field.app.locked.wait", { count });
    return code === "pin_wrong" ? say("field.app.locked.wrong") : app.troubled({ code }, otherwise);
  }

  function lock() {
    const staff = app.memory.staff;
    app.covered = tilesWithoutWords(app.memory, Date.now());
    app.running = app.day().running.length > 0;
    shut(nobody(staff, app.memory.crises));
    if (!author()) Object.assign(app, { covered: null, memory: nobody(null), door: { problem: say("field.app.locked.wiped") } }); // before the device tells
    device.lock();
    afresh(device.people().length ? "locked" : "set-up", {});
  }

  /* The browser threw away what was kept here, or it was wiped with nobody else on it. */
  function cleared() {
    if (!app.who) return;
    Object.assign(app, { covered: null, running: false });
    shut(nobody(null));
    device.lock();
    app.door = { problem: say("field.app.trouble.storage_cleared") };
    app.keepWorker();
    afresh("set-up", {});
  }

  /* Somebody was taken off this device: nothing of what they had open stays in memory. */
  function forget() {
    Object.assign(app, { covered: null, running: false });
    shut(nobody(null));
  }

  const shut = (memory) => Object.assign(app, { memory, local: {}, drafts: [], lastAct: null, stale: null, who: null });

  async function lockedTap(tile) {
    feel("one");
    const before = { ...tile };
    const { operation, begun } = tapWithoutWords(tile, Date.now());
    try {
      if (operation) await device.record(operation);
      if (begun) await device.keep(`covered:${tile.session}`, begun);
    } catch (trouble) {
      Object.assign(tile, before);
      app.door.problem = app.troubled(trouble, "field.app.trouble.broken");
    }
    app.redraw();
  }

  return { author, notOpened, askWhoIsIn, enrol, unlock, lock, cleared, forget, lockedTap };
}
