/* What one does in a visit: each act is checked by the rules, put on the device's disk, then taken into memory. */
import { faults as faultsOf } from "../rules/visit.js";
import { stopped, undoing } from "../rules/board.js";
import { tapped } from "../rules/taps.js";
import { beginFaults, endFaults } from "../rules/sessions.js";
import { uuid7 } from "../core/uuid7.js";
import { whereAmI, withoutPlace } from "./place.js";
import * as looks from "./looks.js";
import { has, say } from "./words.js";
import { go, instead } from "./ways.js";

const ZERO = { count: { count: 0 }, rate: { count: 0 }, duration: { seconds: 0 } };

/** A fault in words; a code that this build has no words for is said in general. */
export function inWords({ code, values = {}, field }) {
  const name = `field.reason.${code}`;
  if (has(code)) return say(code, { ...values, field: field ?? "" });
  return say(has(name) ? name : "field.app.trouble.broken");
}

export class Wrong extends Error {
  constructor(faults) {
    super(faults.map(({ code }) => code).join());
    this.faults = faults;
  }
}

export function actsOf(app) {
  const now = () => Date.now();
  const moment = () => new Date().toISOString();

  /* The one way in: check, keep durably, remember, draw. */
  async function act(operation) {
    const visit = app.memory.visits.get(looks_session(app.memory, operation));
    const at = operation.at ?? moment();
    const whole = { ...operation, id: operation.id ?? uuid7(now()), at };
    const found = visit ? faultsOf(visit, whole, { now: now() }) : [];
    if (found.length) throw new Wrong(found);
    const kept = await app.device.record(whole);
    app.took(kept);
    app.handIn();
    return kept;
  }

  async function local(session, entry) {
    const whole = { id: uuid7(now()), at: moment(), ...entry };
    const key = `local:${session}`;
    app.local[session] = [...(app.local[session] ?? []), whole];
    await app.device.keep(key, app.local[session]);
    app.took({ ...whole, on: session });
    return whole;
  }

  const record = (session, target, details, { id, happened_at, measure } = {}) => {
    const second = looks.sessionOf(app.memory, session).second;
    return act({ id, kind: "behaviour.record/1", on: session, details: { target, details, happened_at: happened_at ?? moment(), ...(measure ? { measure } : {}), ...(second ? { second } : {}) } });
  };

  const TAPS = {
    one: (session, tile) => record(session, tile.target, tapped(tile.line, {}, now()).details),
    less: (session, tile) => act({ kind: "behaviour.retract/1", on: tile.line.rows.at(-1).id, details: {} }),
    start: (session, tile) => local(session, { kind: "timer.start", details: { target: tile.target } }),
    stop: (session, tile) => act({ ...stopped({ ...tile.line.timer, target: tile.target }, now(), { second: looks.sessionOf(app.memory, session).second }), on: session }),
    watch: (session, tile) => local(session, { kind: "watch.start", details: { target: tile.target } }),
    unwatch: (session, tile) => local(session, { kind: "timer.drop", details: { timer: tile.line.timer.id } }),
    look: (session, tile, { scored }) => counted(session, tile, { seen: scored }),
    trial: (session, tile, { outcome, prompt }) => counted(session, tile, { result: outcome, prompt, step: tile.step || undefined }),
    level: (session, tile, { level }) => counted(session, tile, { level }),
    amount: (session, tile, { value }) => counted(session, tile, { amount: value }),
  };

  function counted(session, tile, sent) {
    const { details, faults } = tapped(tile.line, sent, now());
    if (faults.length) throw new Wrong(faults);
    return record(session, tile.target, details);
  }

  return {
    act, local,

    /** One tap on a tile; what was done last is said above the keys, with its undo. */
    async tap(session, tile, name, details = {}) {
      app.feel(name);
      try {
        const kept = await TAPS[name](session, tile, details);
        app.lastAct = { session, id: kept.seq ? kept.id : null, label: tile.label, at: kept.at, undone: name === "less" };
      } catch (trouble) {
        app.lastAct = { session, problem: say("field.app.record.not_kept", { why: app.why(trouble).join(" ") }) };
      }
      app.redraw();
    },

    async undo(session, id) {
      const visit = app.memory.visits.get(session);
      const made = visit.acts.find((one) => one.id === id);
      const undo = made && undoing(visit, made);
      if (!undo) return;
      await act(undo);
      app.lastAct = { session, undone: true };
      app.redraw();
    },

    async start({ client, visit, form, about }) {
      const limits = app.memory.index.reference?.visits;
      const began_at = moment();
      const zone = visit?.zone ?? app.memory.index.places.sites.find((site) => site.id === form.site)?.zone ?? app.memory.index.today.zone;
      const wrong = [...(limits ? beginFaults(began_at, { now: now(), limits }) : [])];
      if (app.busyElsewhere(client) && form.overlap.trim().length < (limits?.fewest_reason_letters ?? 4)) about.overlap = true;
      about.faults = wrong.map(inWords);
      if (!visit && !form.site && !form.place.trim()) about.faults.push(say("field.app.start.needs_place"));
      about.faults.push(...unsaid(form));
      if (about.faults.length || (about.overlap && !form.overlap.trim())) return app.redraw();
      const id = uuid7(now());
      const details = visit ? { visit: visit.id } : { programme: form.programme, ...(form.site ? { site: form.site } : {}), ...(form.place.trim() ? { place: form.place } : {}) };
      const known = app.memory.index.clients.get(client);
      const layout = { reference: app.memory.index.reference, targets: (known?.targets?.targets ?? []).map(({ id: target, kind, measure, settings, pinned }) => ({ id: target, kind, measure, settings, pinned, name: "", screen_name: "" })) };
      app.memory.layouts[id] = layout;
      await app.device.keep(`layout:${id}`, layout);
      const kept = await tried(about, () => act({ id, kind: "sessions.start/1", on: client, details: { ...details, zone, began_at, ...(form.overlap ? { overlap_reason: form.overlap } : {}) } }));
      if (!kept) return;
      instead("record", { session: id });
      verify(id, "begin", form);
    },

    async end(session, form, about) {
      const visit = app.memory.visits.get(session);
      const { early: soon, planned_end } = looks.endingOf(app.memory, session, now());
      const ended_at = moment();
      const wrong = endFaults(visit.session.began_at, ended_at, { plannedEnd: planned_end ? Date.parse(planned_end) : null, earlyReason: form.early_reason ?? "", now: now(), limits: visit.reference.visits });
      about.faults = [...wrong.map(inWords), ...unsaid(form)];
      if (about.faults.length) return app.redraw();
      const done = await tried(about, async () => {
        for (const tile of looks.tilesOf(app.memory, session, { now: now() })) {
          if (tile.since && tile.kind === "timer") await TAPS.stop(session, tile);
          if (form.zero.includes(tile.target) && ZERO[tile.measure]) await record(session, tile.target, ZERO[tile.measure]);
        }
        const place = form.with_place ? await whereAmI() : withoutPlace(form);
        await act({ kind: "sessions.verify/1", on: session, details: { moment: "end", ...place } });
        return act({ kind: "sessions.end/1", on: session, details: { ended_at, ...(soon ? { early_reason: form.early_reason } : {}) } });
      });
      if (!done) return;
      await app.writeNote(session, instead);
    },

    useStrategy: (session, strategy, undone) => shown(() => act({ kind: "behaviour.use_strategy/1", on: session, details: { strategy, at: moment(), ...(undone ? { undone } : {}) } })),
    notice: (session, { area, words }) => act({ kind: "behaviour.notice/1", on: session, details: { area, ...(words?.trim() ? { words } : {}) } }),
    presence: (session, { who, took_part = false, undone = false }) => act({ kind: "sessions.note_presence/1", on: session, details: { who: who ?? "", took_part, ...(undone ? { undone } : {}) } }),
    deviate: (session, { what = "", reason = "", strategy }) => act({ kind: "behaviour.deviate/1", on: session, details: { what, reason, ...(strategy ? { strategy } : {}) } }),
    help: (session, { activity, level, choice, refused }) => act({ kind: "living.help/1", on: session, details: { activity, level, ...(choice ? { choice } : {}), ...(refused ? { refused } : {}) } }),
    useTechnique: (session, { technique = "", went = "", felt, felt_words, words }) => act({ kind: "skills.use_technique/1", on: session, details: { technique, went, ...(felt ? { felt } : {}), ...(felt_words?.trim() ? { felt_words } : {}), ...(words?.trim() ? { words } : {}) } }),
    probe: (session, probe) => act({ kind: "skills.probe/1", on: session, details: { probe } }),
    token: (session, count) => act({ kind: "behaviour.give_token/1", on: session, details: { count } }),
    exchange: (session, line) => act({ kind: "behaviour.exchange/1", on: session, details: { reinforcer: line.id, cost: line.cost } }),
    correct: (session, row, form) => {
      const details = Object.fromEntries(row.fields.map(({ name }) => [name, form[name]]).filter(([, value]) => value !== undefined && value !== ""));
      return act({ kind: "behaviour.correct/1", on: row.id, details: { details: { ...row.details, ...details }, ...(form.reason ? { reason: form.reason } : {}) } });
    },
    retract: (session, row, reason) => act({ kind: "behaviour.retract/1", on: row.id, details: reason ? { reason } : {} }),

    abc(session, form) {
      const { target, did_not_occur, ...rest } = form;
      const details = Object.fromEntries(Object.entries({ ...rest, occurred: !did_not_occur }).filter(([, value]) => value !== undefined && value !== "" && value !== false && !(Array.isArray(value) && !value.length)));
      return record(session, target, { ...details, occurred: !did_not_occur }, { measure: "abc" });
    },

    beginWatch: (session, minutes) => act({ kind: "safety.watch/1", on: session, details: { due_at: new Date(now() + minutes * 60e3).toISOString() } }),
    checkIn: (due, more) => shown(() => act({ kind: "safety.check_in/1", on: due.session, details: more ? { due_at: new Date(now() + more * 60e3).toISOString() } : {} })),
  };

  /* Some reasons for having no place say too little without words. */
  function unsaid({ with_place, exception, place_reason = "" }) {
    const short = place_reason.trim().length < (app.memory.index.reference?.visits?.fewest_reason_letters ?? 4);
    return !with_place && app.verifying().in_words.includes(exception) && short ? [say("field.app.verify.say_why")] : [];
  }

  async function shown(what) {
    try {
      await what();
    } catch (trouble) {
      app.lastAct = { problem: app.why(trouble).join(" ") };
    }
    app.redraw();
  }

  async function tried(about, what) {
    about.faults = [];
    try {
      return await what();
    } catch (trouble) {
      about.faults = app.why(trouble);
      app.redraw();
      return null;
    }
  }

  async function verify(session, when, form) {
    const place = form.with_place ? await whereAmI() : withoutPlace(form);
    await shown(() => act({ kind: "sessions.verify/1", on: session, details: { moment: when, ...place } }));
  }
}

const looks_session = (memory, { on }) => (memory.visits.has(on) ? on : memory.of.get(on));
