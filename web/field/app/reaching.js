/* What goes out and what comes in: handing in, fetching the pack, and what is kept whoever is there. */
import { troubled } from "./troubles.js";
import { say } from "./words.js";
import { here } from "./ways.js";

export function reachingOf(app) {
  const { device } = app;

  /* Kept whether locked or not: a crisis does not wait for a PIN. */
  async function keepEven(operation) {
    const kept = await device.record(operation);
    app.took(kept);
    handIn();
    return kept;
  }

  async function handIn() {
    const told = await device.handIn().catch((trouble) => ({ unsent: { problem: trouble.code ?? "no_signal" } }));
    const problem = told?.unsent?.problem;
    app.trouble = problem ? troubled({ code: problem }, "field.app.trouble.no_signal") : "";
    app.refreshStatus();
  }

  async function refresh({ quietly = false, first = false } = {}) {
    try {
      await handIn();
      const packed = device.status().unsent.count ? null : app.newest;
      await device.fetchPack();
      if (packed !== null) await device.keep("packed", packed);
      await device.askAgain();
      await app.remember();
      app.stale = null;
    } catch (trouble) {
      if (trouble.code === "locked") return;
      if (first || !quietly || trouble.code !== "no_signal") app.stale = { code: trouble.code, words: trouble.code === "no_signal" ? say("field.app.today.no_answer") : troubled(trouble, "field.app.today.no_answer") };
    }
    if (!quietly || here().name === "today") app.redraw();
  }

  return { keepEven, handIn, refresh };
}
