/* What the pages look up: each answer is read from memory as it stands, and nothing is kept. */
import { isQuiet } from "./feelings.js";
import * as looks from "./looks.js";
import { known } from "./words.js";

const LINE = "incidents.line.";
const OWN_KEYS = ["called_911", "called_988", "called_on_call", "told_guardian", "other", "followed_plan"]; // have a key of their own on the page
const AREAS = ["sleep", "mood", "appetite", "speech", "energy", "other"];

export function knowingOf(app) {
  const section = (id, name) => app.memory.index.clients.get(id)?.[name] ?? null;
  const now = () => Date.now();

  /* What can be tapped in a crisis, in the order of the reference data; while locked, as far as there are words. */
  function crisisLines() {
    const named = app.memory.index.reference?.crisis?.line;
    const all = named ?? Object.keys(known()).filter((code) => code.startsWith(LINE)).map((code) => ({ key: code.slice(LINE.length), group: "" }));
    const groups = new Map();
    for (const { key, group } of all) if (!OWN_KEYS.includes(key)) groups.set(group, [...(groups.get(group) ?? []), key]);
    return [...groups];
  }

  return {
    client: (id) => looks.clientOf(app.memory, id), people: () => looks.people(app.memory), session: (id) => looks.sessionOf(app.memory, id),
    visit: (id) => app.memory.index.today.visits.find((one) => one.id === id), visitToday: (client) => looks.visitToday(app.memory, client, now()), day: () => looks.dayFor(app.memory, now()),
    packed: () => Boolean(app.memory.index.made_at), packWords: () => looks.packWords(app.memory),
    card: (id) => section(id, "card"), cover: (id) => section(id, "cover"), strategies: (id) => section(id, "strategies")?.strategies ?? [], taught: (id) => section(id, "skills")?.taught ?? [],
    probes: (id) => section(id, "skills")?.probes ?? [], techniques: (id) => looks.techniquesOf(app.memory, id), usedTechniques: (id) => looks.usedTechniques(app.memory, id), probed: (id) => looks.probedIn(app.memory, id),
    procedures: (id) => looks.proceduresOf(app.memory, id, now()),
    crisisOf: (id) => ({ steps: [], calls: [], emergency: [], ...section(id, "crisis") }),
    programmes: () => app.memory.index.places.programmes, sites: () => app.memory.index.places.sites, onCall: () => app.memory.index.places.on_call ?? [],
    tiles: (id) => looks.tilesOf(app.memory, id, { now: now(), just: app.lastAct?.id ?? null }), tilesOf: (id) => looks.tilesOf(app.memory, id, { now: now() }), lockedTiles: () => app.covered ?? [],
    present: (id) => looks.presentOf(app.memory, id), used: (id) => looks.usedOf(app.memory, id), helped: (id) => looks.helpedOf(app.memory, id),
    tokensOf: (id) => looks.tokensOf(app.memory, id), rows: (id) => looks.rowsOf(app.memory, id), ending: (id) => looks.endingOf(app.memory, id, now()),
    living: (client) => looks.livingOf(app.memory, client), areas: () => app.memory.index.reference?.noticing?.areas ?? AREAS,
    crisisLines, verifying: () => app.memory.index.reference?.visits?.verification ?? { exceptions: [], in_words: [] },
    watch: () => app.memory.watch, last: (session) => (app.lastAct && (!app.lastAct.session || app.lastAct.session === session) ? app.lastAct : null),
    busyElsewhere: () => looks.dayFor(app.memory, now()).running.length > 0, mayAskPlace: () => Boolean(navigator.geolocation),
    quiet: isQuiet, signer: () => [app.who?.name, app.who?.credential].filter(Boolean).join(", "),
    sendProblem: () => app.trouble, packProblem: () => app.stale,
  };
}
