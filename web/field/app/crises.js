/* A crisis as it happens: begun with the first tap, also while locked; each tap a line with its time. */
import { go } from "./ways.js";

export function crisesOf(app) {
  const moment = () => new Date().toISOString();
  const open = () => [...app.memory.crises.values()].reverse().find((one) => !one.closed) ?? null;
  let sent = false;

  async function begun(about) {
    const running = open();
    if (running) return running.id;
    const locked = app.device.status().locked;
    const on = !locked && about.client ? about.client : app.memory.staff;
    const session = about.session && app.memory.visits.has(about.session) ? { session: about.session } : {};
    const kept = await app.keepEven({ kind: "incidents.begin/1", on, details: { began_at: moment(), ...session } });
    return kept.id;
  }

  return {
    crisis: open,
    async mark(about, line, words = "") {
      app.feel("mark");
      const on = await begun(about);
      await app.keepEven({ kind: "incidents.mark/1", on, details: { line, at: moment(), ...(words ? { words } : {}) } });
      app.redraw();
    },
    async crisisAbout(client) {
      const running = open();
      if (running) await app.keepEven({ kind: "incidents.about/1", on: running.id, details: { client } });
      go("crisis", { client });
    },
    async closeCrisis(about) {
      const on = await begun(about);
      await app.keepEven({ kind: "incidents.mark/1", on, details: { line: "calming", at: moment() } });
      await app.keepEven({ kind: "incidents.close/1", on, details: { closed_at: moment() } });
      app.crisisOver(about);
    },
    async duress(about) {
      const on = about.session && app.memory.visits.has(about.session) ? about.session : app.memory.staff;
      await app.keepEven({ kind: "safety.duress/1", on, details: {} });
      sent = true;
      app.redraw();
    },
    duressSent: () => sent,
  };
}
