/* What time brings: a lock after five minutes, the end of an interval, the watch that is due, the lease that is over. */
import { chime, stayAwake } from "./feelings.js";
import * as looks from "./looks.js";
import { unlessLocked } from "./recalling.js";
import { here } from "./ways.js";

const LOCK_AFTER = 5 * 60_000; // without a touch

/** `look()`, to be called each second. */
export function passingOf(app) {
  const { device } = app;
  const chimed = new Map();

  function look() {
    const status = device.status();
    if (!status.locked && Date.now() - app.touched > LOCK_AFTER) return app.lock();
    if (!status.locked && status.lease.over && app.packed()) app.remember().then(app.redraw).catch(unlessLocked);
    app.takeOverWhenIdle();
    const running = status.locked ? [] : looks.dayFor(app.memory, Date.now()).running;
    stayAwake(running.map((session) => intervals(session.id)).some(Boolean) && document.visibilityState === "visible");
    const due = app.memory.watch?.due_at;
    if (due && Date.parse(due) < Date.now() && chimed.get("watch") !== due) {
      chimed.set("watch", due);
      chime("due");
      app.redraw();
    }
  }

  function intervals(session) {
    const watched = app.tilesOf(session).filter((tile) => tile.kind === "look" && tile.since);
    for (const tile of watched) {
      const before = chimed.get(tile.target);
      chimed.set(tile.target, tile.step);
      if (before !== undefined && before !== tile.step) {
        chime();
        if (here()?.name === "record") app.redraw();
      }
    }
    return watched.length > 0;
  }

  return { look };
}
