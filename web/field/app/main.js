/* The field app begins here: the device's store is opened, the pages are drawn from what it holds. */
import { openDevice } from "../device.js";
import { actsOf, inWords, Wrong } from "./acts.js";
import { answeringOf } from "./answering.js";
import { nobody, withCovered } from "./covered.js";
import { crisesOf } from "./crises.js";
import { enteringOf } from "./entering.js";
import { beQuiet, chime, feel, isQuiet, stayAwake } from "./feelings.js";
import { keepingOf } from "./keeping.js";
import { put, sync } from "./frame.js";
import * as looks from "./looks.js";
import { remembered, take } from "./memory.js";
import { madeAt } from "../core/uuid7.js";
import { sinceWhen, tick } from "./moments.js";
import { onRelease } from "./pressing.js";
import { papersOf } from "./papers.js";
import { renewal } from "./renewal.js";
import { answering, form, forms } from "./pages/answering.js";
import { client } from "./pages/client.js";
import { crisis, whoseCrisis } from "./pages/crisis.js";
import { thisDevice } from "./pages/device.js";
import { locked, setUp } from "./pages/door.js";
import { end } from "./pages/end.js";
import { correct, log } from "./pages/log.js";
import { note, sign } from "./pages/note.js";
import { record } from "./pages/record.js";
import { around, different, living, otherwise, present, tokens, watch } from "./pages/sheets.js";
import { start } from "./pages/start.js";
import { today } from "./pages/today.js";
import { unsent } from "./pages/unsent.js";
import { has, known, language, learn, say } from "./words.js";
import { afresh, back, begin, go, here } from "./ways.js";

const PAGES = { today, client, start, record, around, different, present, otherwise, living, tokens, watch, log, correct, end, note, sign, forms, form, answering, crisis, unsent, locked, "set-up": setUp, "this-device": thisDevice, whose: whoseCrisis };
const OPEN_TO_ALL = ["locked", "set-up", "crisis", "unsent", "this-device"];
const LINE = "incidents.line.";
const OWN_KEYS = ["called_911", "called_988", "called_on_call", "told_guardian", "other", "followed_plan"]; // have a key of their own on the page
const LOCK_AFTER = 5 * 60_000; // without a touch
const LOOK = 60_000; // how often expiry, intervals and the watch are looked at; nothing goes over the network

await learn(language(document));
const device = await openDevice({ build: document.documentElement.dataset.build ?? "" });
const app = { device, memory: nobody(null), running: false, others: 0, local: {}, lastAct: null, stale: null, kinds: new Map(), door: {}, trouble: "", tiles: null, touched: Date.now(), passkeys: await device.offersPasskeys() };
const redraw = onRelease(drawAnew);
const refreshStatus = onRelease(statusAnew);

Object.assign(app, actsOf(app), crisesOf(app), papersOf(app), answeringOf(app), enteringOf(app), keepingOf(app), renewal(app), {
  client: (id) => looks.clientOf(app.memory, id), people: () => looks.people(app.memory), session: (id) => looks.sessionOf(app.memory, id),
  visit: (id) => app.memory.index.today.visits.find((one) => one.id === id), visitToday: (client) => looks.visitToday(app.memory, client, Date.now()), day: () => looks.dayFor(app.memory, Date.now()),
  packed: () => Boolean(app.memory.index.made_at), packWords: () => looks.packWords(app.memory),
  card: (id) => section(id, "card"), cover: (id) => section(id, "cover"), strategies: (id) => section(id, "strategies")?.strategies ?? [], taught: (id) => section(id, "skills")?.taught ?? [],
  crisisOf: (id) => ({ steps: [], calls: [], emergency: [], ...section(id, "crisis") }),
  programmes: () => app.memory.index.places.programmes, sites: () => app.memory.index.places.sites, onCall: () => app.memory.index.places.on_call ?? [],
  tilesOf: (id) => looks.tilesOf(app.memory, id, { now: Date.now() }), lockedTiles: () => app.covered ?? [],
  present: (id) => looks.presentOf(app.memory, id), used: (id) => looks.usedOf(app.memory, id), helped: (id) => looks.helpedOf(app.memory, id),
  tokensOf: (id) => looks.tokensOf(app.memory, id), rows: (id) => looks.rowsOf(app.memory, id), ending: (id) => looks.endingOf(app.memory, id, Date.now()),
  living: (client) => looks.livingOf(app.memory, client), areas: () => app.memory.index.reference?.noticing?.areas ?? ["sleep", "mood", "appetite", "speech", "energy", "other"],
  crisisLines, verifying: () => app.memory.index.reference?.visits?.verification ?? { exceptions: [], in_words: [] },
  watch: () => app.memory.watch, last: (session) => (app.lastAct && (!app.lastAct.session || app.lastAct.session === session) ? app.lastAct : null),
  busyElsewhere: () => looks.dayFor(app.memory, Date.now()).running.length > 0, mayAskPlace: () => Boolean(navigator.geolocation),
  quiet: isQuiet, feel, signer: () => [app.who?.name, app.who?.credential].filter(Boolean).join(", "),
  whatWas, sendProblem: () => app.trouble, packProblem: () => app.stale,
  redraw, why, troubled, remember, took, back, handIn, refresh, keepEven, setQuiet, crisisOver,
  tried: async (what) => what().then(() => [], why),
});
app.tiles = (id) => looks.tilesOf(app.memory, id, { now: Date.now(), just: app.lastAct?.id ?? null });

function section(id, name) {
  return app.memory.index.clients.get(id)?.[name] ?? null;
}

/* What can be tapped in a crisis, in the order of the reference data; while locked, as far as there are words. */
function crisisLines() {
  const named = app.memory.index.reference?.crisis?.line;
  const all = named ?? Object.keys(known()).filter((code) => code.startsWith(LINE)).map((code) => ({ key: code.slice(LINE.length), group: "" }));
  const groups = new Map();
  for (const { key, group } of all) if (!OWN_KEYS.includes(key)) groups.set(group, [...(groups.get(group) ?? []), key]);
  return [...groups];
}

function draw({ name, about }) {
  const status = device.status();
  const shut = status.locked && !OPEN_TO_ALL.includes(name);
  const page = shut ? locked(app, {}) : PAGES[name](app, about);
  put(page, status, { back, lock: app.lock });
  tick();
}

function drawAnew() {
  const now = here();
  if (now) draw(now);
}

/* What a held record is, as far as whoever looks may know: one's own by its kind, a colleague's by initials alone. */
function whatWas({ id, enrolment }) {
  const initials = device.people().find((one) => one.enrolment === enrolment)?.initials;
  const time = sinceWhen(madeAt(id));
  if (enrolment !== app.who?.enrolment) return say("field.app.unsent.held_of", { who: initials ?? say("field.app.unsent.somebody"), time });
  return say("field.app.unsent.held_one", { what: say(`field.app.what.${app.kinds.get(id)?.split(".")[0] ?? "behaviour"}`), time });
}

/* Faults and troubles of the device as sentences. */
function why(trouble) {
  if (trouble instanceof Wrong) return trouble.faults.map(inWords);
  if (trouble?.faults) return trouble.faults.map(inWords);
  if (trouble?.code === "storage_cleared") queueMicrotask(app.cleared);
  return [troubled(trouble ?? {}, "field.app.trouble.broken")];
}

/* What hinders, in words; what has none is said as `otherwise`. */
function troubled({ code }, otherwise) {
  const name = `field.app.trouble.${code}`;
  return say(has(name) ? name : otherwise);
}

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

/* What is read while somebody locks, here or in another tab, is not read. */
function unlessLocked(trouble) {
  if (trouble.code !== "locked") throw trouble;
}

/* Another tab recorded something: this one knows it too before it goes on. */
async function catchUp() {
  const { others } = device.status();
  if (!app.who || others === app.others) return;
  app.others = others;
  await remember().catch(unlessLocked);
  if (!document.querySelector("form.card, [data-writing]")) redraw();
}

/* Kept whether locked or not: a crisis does not wait for a PIN. */
async function keepEven(operation) {
  const kept = await device.record(operation);
  app.took(kept);
  handIn();
  return kept;
}

function crisisOver(about) {
  device.status().locked ? afresh("locked") : about.session ? afresh("today") : afresh("today");
  if (!device.status().locked && about.session) go("record", { session: about.session });
}

async function handIn() {
  const told = await device.handIn().catch((trouble) => ({ unsent: { problem: trouble.code ?? "no_signal" } }));
  const problem = told?.unsent?.problem;
  app.trouble = problem ? troubled({ code: problem }, "field.app.trouble.no_signal") : "";
  refreshStatus();
}

async function refresh({ quietly = false, first = false } = {}) {
  try {
    await handIn();
    const packed = device.status().unsent.count ? null : app.newest;
    await device.fetchPack();
    if (packed !== null) await device.keep("packed", packed);
    await device.askAgain();
    await remember();
    app.stale = null;
  } catch (trouble) {
    if (trouble.code === "locked") return;
    if (first || !quietly || trouble.code !== "no_signal") app.stale = { code: trouble.code, words: trouble.code === "no_signal" ? say("field.app.today.no_answer") : troubled(trouble, "field.app.today.no_answer") };
  }
  if (!quietly || here().name === "today") redraw();
}

async function setQuiet(on) {
  beQuiet(on);
  redraw();
  await device.keep("quiet", on);
}

/* The line at the top alone: a form that somebody types into is not drawn anew. */
function statusAnew() {
  const old = document.getElementById("sync");
  if (old) old.replaceWith(sync(device.status()));
  if (here()?.name === "unsent") redraw();
}

/* What time brings: a lock after five minutes, the end of an interval, the watch that is due, the lease that is over. */
const chimed = new Map();
function look() {
  const status = device.status();
  if (!status.locked && Date.now() - app.touched > LOCK_AFTER) return app.lock();
  if (!status.locked && status.lease.over && app.packed()) remember().then(redraw).catch(unlessLocked);
  app.takeOverWhenIdle();
  const running = status.locked ? [] : looks.dayFor(app.memory, Date.now()).running;
  stayAwake(running.map((session) => intervals(session.id)).some(Boolean) && document.visibilityState === "visible");
  const due = app.memory.watch?.due_at;
  if (due && Date.parse(due) < Date.now() && chimed.get("watch") !== due) {
    chimed.set("watch", due);
    chime("due");
    redraw();
  }
}

function intervals(session) {
  const watched = app.tilesOf(session).filter((tile) => tile.kind === "look" && tile.since);
  for (const tile of watched) {
    const before = chimed.get(tile.target);
    chimed.set(tile.target, tile.step);
    if (before !== undefined && before !== tile.step) {
      chime();
      if (here()?.name === "record") redraw();
    }
  }
  return watched.length > 0;
}

/* What another tab did, an order of the server, or the browser itself: nothing is shown that may not be read any more. */
function stands(status) {
  if (app.who && !status.device) return app.cleared();
  if ((app.who && status.locked) || (app.covered && !app.author())) return app.lock();
  refreshStatus();
  catchUp();
}

device.subscribe(stands);
for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => (app.touched = Date.now()), { passive: true });
for (const name of ["online", "focus"]) addEventListener(name, () => handIn());
addEventListener("beforeunload", (event) => document.querySelector("[data-writing]") && event.preventDefault());
setInterval(tick, 1000);
setInterval(look, 1000);
setInterval(refreshStatus, LOOK);
app.memory = nobody(app.author());
begin(draw, device.people().length ? "locked" : "set-up");
handIn();
