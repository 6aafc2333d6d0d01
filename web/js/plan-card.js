/* The stage of a plan card that was open stays open on return, within this tab. */
for (const stages of document.querySelectorAll("[data-stages]")) {
  const key = `stage:${stages.dataset.stages}`;
  const all = [...stages.querySelectorAll("details.stage")];
  const kept = all[Number(sessionStorage.getItem(key) ?? -1)];
  if (kept) kept.open = true;
  all.forEach((stage, at) =>
    stage.addEventListener("toggle", () => {
      if (stage.open) sessionStorage.setItem(key, String(at));
    }),
  );
}
