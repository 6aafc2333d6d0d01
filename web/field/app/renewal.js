/* A new version of the app waits beside the old one until nothing is being recorded. */
let waiting = null;

export function renewal(app) {
  if ("serviceWorker" in navigator) keepUp();
  return {
    /** The browser may have thrown the worker away with the rest. */
    keepWorker: () => navigator.serviceWorker && registered(),
    updateWaits: () => Boolean(waiting),
    takeOver: () => waiting?.postMessage("take-over"),
    /** Asked again and again: the new one takes over as soon as nobody would lose their place. */
    takeOverWhenIdle: () => waiting && idle(app) && waiting.postMessage("take-over"),
  };
}

const registered = () => navigator.serviceWorker.register("/field/worker.js", { scope: "/field/", updateViaCache: "none" }).catch(() => null);

async function keepUp() {
  const registration = await registered();
  if (!registration) return; // a browser that keeps no workers: the app runs, but does not start without signal
  let first = !navigator.serviceWorker.controller;
  const found = () => (waiting = registration.waiting);
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", found));
  addEventListener("focus", () => registration.update().catch(() => {}));
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!navigator.serviceWorker.controller) return; // the browser threw it away with the rest
    first ? (first = false) : location.reload();
  });
  found();
}

/* No visit and no crisis is under way, nothing is open to read, and nothing is typed. */
function idle(app) {
  const typed = [...document.querySelectorAll("input:not([type=checkbox]), textarea")].some((field) => field.value && field.value !== field.defaultValue);
  return app.device.status().locked && !app.running && !app.crisis() && !app.door.busy && !typed;
}
