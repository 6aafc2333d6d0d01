/* A new version of the app waits beside the old one until nothing is being recorded. */
let waiting = null;

export function renewal(app) {
  if ("serviceWorker" in navigator) keepUp(app);
  return {
    updateWaits: () => Boolean(waiting),
    takeOver: () => waiting?.postMessage("take-over"),
  };
}

async function keepUp(app) {
  const registration = await navigator.serviceWorker.register("/field/worker.js", { scope: "/field/", updateViaCache: "none" }).catch(() => null);
  if (!registration) return; // a browser that keeps no workers: the app runs, but does not start without signal
  const found = () => {
    waiting = registration.waiting;
    if (waiting && idle(app)) waiting.postMessage("take-over");
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", found));
  addEventListener("focus", () => registration.update().catch(() => {}));
  found();
  const first = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => !first && location.reload());
}

/* Nothing runs, nothing is typed: then nobody loses their place. */
function idle(app) {
  const running = [...app.memory.visits.values()].some((visit) => visit.session && !visit.ending);
  return !running && !document.querySelector("form input:not([type=hidden]), textarea");
}
