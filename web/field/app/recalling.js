/* Everything that this person has here, put together from the disk; and what is kept from then on. */
import { withCovered } from "./covered.js";
import { beQuiet } from "./feelings.js";
import { remembered, take } from "./memory.js";

/** What is read while somebody locks, here or in another tab, is not read. */
export function unlessLocked(trouble) {
  if (trouble.code !== "locked") throw trouble;
}

export function recallingOf(app) {
  const { device } = app;

  /* Everything that this person has here, put together anew. What is kept while it is read is not forgotten over it. */
  const readings = new Set();
  async function remember() {
    const meanwhile = [];
    readings.add(meanwhile);
    try {
      await reread(meanwhile);
    } finally {
      readings.delete(meanwhile);
    }
  }

  async function reread(meanwhile) {
    const { operations } = await device.operations();
    const begun = operations.filter(({ kind }) => kind === "sessions.start/1").map(({ id }) => id);
    const elsewhere = (device.pack?.sections ?? []).filter(({ kind }) => kind === "session/1").map(({ body }) => body.id);
    const sessions = [...new Set([...begun, ...elsewhere])];
    const [local, layouts] = [{}, {}];
    const packed = (await device.kept("packed")) ?? 0;
    const quiet = (await device.kept("quiet")) === true;
    for (const id of sessions) {
      local[id] = await withCovered(device, id, (await device.kept(`local:${id}`)) ?? []);
      layouts[id] = (await device.kept(`layout:${id}`)) ?? undefined;
    }
    const who = device.status().who;
    if (!who) return; // locked or wiped meanwhile: nothing of it is remembered
    if (app.who?.id === who.id) for (const id of sessions) local[id] = withAll(local[id], app.local[id]);
    app.who = who;
    app.kinds = new Map(operations.map(({ id, kind }) => [id, kind]));
    app.local = local;
    app.memory = remembered({ pack: device.pack, operations, local, layouts, staff: who.id, packed });
    app.newest = operations.at(-1)?.seq ?? 0;
    await app.readDrafts();
    meanwhile.forEach(learnOf);
    beQuiet(quiet);
    app.covered = null;
    app.running = app.day().running.length > 0;
  }

  /* One list of entries, and those of another that are not in it yet. */
  function withAll(entries, others = []) {
    const known = new Set(entries.map(({ id }) => id));
    return [...entries, ...others.filter(({ id }) => !known.has(id))];
  }

  /* What was just kept is remembered. */
  function took(entry) {
    for (const meanwhile of readings) meanwhile.push(entry);
    learnOf(entry);
  }

  function learnOf(entry) {
    if (entry.seq) {
      app.kinds.set(entry.id, entry.kind);
      app.newest = Math.max(app.newest ?? 0, entry.seq);
    }
    take(app.memory, entry);
  }

  /* Another tab recorded something: this one knows it too before it goes on. */
  async function catchUp() {
    const { others } = device.status();
    if (!app.who || others === app.others) return;
    app.others = others;
    await remember().catch(unlessLocked);
    if (!document.querySelector("form.card, [data-writing]")) app.redraw();
  }

  return { remember, took, catchUp };
}
