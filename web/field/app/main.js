/* The field app begins here: the device's store is opened, the pages are drawn from what it holds. */
import { openDevice } from "../device.js";
import { actsOf } from "./acts.js";
import { answeringOf } from "./answering.js";
import { answersOf } from "./answers.js";
import { nobody } from "./covered.js";
import { crisesOf } from "./crises.js";
import { enteringOf } from "./entering.js";
import { beQuiet, feel } from "./feelings.js";
import { put, sync } from "./frame.js";
import { keepingOf } from "./keeping.js";
import { knowingOf } from "./knowing.js";
import { tick } from "./moments.js";
import { papersOf } from "./papers.js";
import { passingOf } from "./passing.js";
import { onRelease } from "./pressing.js";
import { reachingOf } from "./reaching.js";
import { recallingOf } from "./recalling.js";
import { renewal } from "./renewal.js";
import { troublesOf } from "./troubles.js";
import { answering, form, forms } from "./pages/answering.js";
import { signedForm, signForm } from "./pages/answers.js";
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
import { teaching, technique } from "./pages/teaching.js";
import { today } from "./pages/today.js";
import { unsent } from "./pages/unsent.js";
import { language, learn } from "./words.js";
import { afresh, back, begin, go, here } from "./ways.js";

const PAGES = { today, client, start, record, around, different, present, otherwise, living, tokens, watch, teaching, technique, log, correct, end, note, sign, forms, form, answering, "sign-form": signForm, "signed-form": signedForm, crisis, unsent, locked, "set-up": setUp, "this-device": thisDevice, whose: whoseCrisis };
const OPEN_TO_ALL = ["locked", "set-up", "crisis", "unsent", "this-device"];
const LOOK = 60_000; // how often expiry, intervals and the watch are looked at; nothing goes over the network

await learn(language(document));
const device = await openDevice({ build: document.documentElement.dataset.build ?? "" });
const app = { device, memory: nobody(null), running: false, others: 0, local: {}, lastAct: null, stale: null, kinds: new Map(), door: {}, trouble: "", touched: Date.now(), passkeys: await device.offersPasskeys() };
const redraw = onRelease(drawAnew);
const refreshStatus = onRelease(statusAnew);

Object.assign(app, knowingOf(app), actsOf(app), crisesOf(app), papersOf(app), answeringOf(app), answersOf(app), enteringOf(app), keepingOf(app), recallingOf(app), reachingOf(app), troublesOf(app), renewal(app), {
  feel, redraw, refreshStatus, back, setQuiet, crisisOver, tried: async (what) => what().then(() => [], app.why),
});
const { look } = passingOf(app);

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

function crisisOver(about) {
  device.status().locked ? afresh("locked") : about.session ? afresh("today") : afresh("today");
  if (!device.status().locked && about.session) go("record", { session: about.session });
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

/* What another tab did, an order of the server, or the browser itself: nothing is shown that may not be read any more. */
function stands(status) {
  if (app.who && !status.device) return app.cleared();
  if ((app.who && status.locked) || (app.covered && !app.author())) return app.lock();
  refreshStatus();
  app.catchUp();
}

device.subscribe(stands);
for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => (app.touched = Date.now()), { passive: true });
for (const name of ["online", "focus"]) addEventListener(name, () => app.handIn());
addEventListener("beforeunload", (event) => document.querySelector("[data-writing]") && event.preventDefault());
setInterval(tick, 1000);
setInterval(look, 1000);
setInterval(refreshStatus, LOOK);
app.memory = nobody(app.author());
begin(draw, device.people().length ? "locked" : "set-up");
app.handIn();
