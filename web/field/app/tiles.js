/* One tile a target: what it shows follows from its measure. A tap is on the device's disk before the number moves. */
import { disc, h, icon, own, strokes } from "./dom.js";
import { say } from "./words.js";

const DISCS = { correct: "own", prompted: "prompted", incorrect: "not_yet", no_response: "not_yet" };
const OUTCOMES = { no_response: "no response" };

/** The tile of a target; `tile` comes from app.tiles: kind, target, label, count, said and what the kind needs. */
export function tileOf(app, session, tile) {
  return KINDS[tile.kind](tile, (act, details) => app.tap(session.id, tile, act, details));
}

function count(tile, tap) {
  return h(
    `div.tally${tile.just ? ".just" : ""}`, { id: `tile-${tile.target}` },
    h("form", { onsubmit: (event) => (event.preventDefault(), tap("one")) }, h("button", { type: "submit", id: `add-${tile.target}` }, own("span.label", tile.label), h("span.count", String(tile.count)), strokes(tile.count), h("span.rate", tile.said))),
    icon("plus"), tile.count ? h("form.less", { onsubmit: (event) => (event.preventDefault(), tap("less")) }, h("button", { type: "submit" }, icon("minus"), h("span.sr", say("foundation.tally.less", { label: tile.label })))) : null,
  );
}

function timer(tile, tap) {
  return h(
    `div.timer${tile.since ? ".running" : ""}`, { id: `tile-${tile.target}` }, own("p.label", tile.label),
    h("p.elapsed", { role: "timer", ...(tile.since ? { "data-since": tile.since } : {}) }, "0:00"),
    h("form", { onsubmit: (event) => (event.preventDefault(), tap(tile.since ? "stop" : "start")) }, h(`button.button${tile.since ? ".solid" : ""}`, { type: "submit", id: `run-${tile.target}` }, icon(tile.since ? "stop" : "play"), h("span.sr", say(tile.since ? "foundation.timer.stop" : "foundation.timer.start", { label: tile.label })))),
    h("p.sofar", {}, tile.since ? h("span.state", say("foundation.timer.running")) : null, tile.since && tile.said ? " · " : "", tile.said),
  );
}

function look(tile, tap) {
  return h(
    "section.card.stack.tight.look", { id: `tile-${tile.target}` },
    h("div.spread", {}, own("h2", tile.label), tile.since ? h("p.small.quiet", {}, say("desk.record.interval"), " ", h("b.num", { translate: "no" }, String(tile.step)), " · ", say("foundation.look.next"), " ", h("b.num", { role: "timer", "data-until": tile.next_at }, "0:00")) : null),
    tile.since ? h("div.pair", {}, h("button.button", { type: "button", id: `yes-${tile.target}`, onclick: () => tap("look", { scored: true }) }, icon("check"), say("desk.record.yes")), h("button.button", { type: "button", id: `no-${tile.target}`, onclick: () => tap("look", { scored: false }) }, icon("x"), say("desk.record.no"))) : null,
    h("div.spread", {}, h("p.small.quiet", tile.said), h("button.button.small", { type: "button", id: `watch-${tile.target}`, onclick: () => tap(tile.since ? "unwatch" : "watch") }, icon(tile.since ? "stop" : "play"), say(tile.since ? "desk.record.watch_end" : "desk.record.watch", { label: tile.label }))),
  );
}

function trials(tile, tap) {
  return h(
    "section.trials", { id: `tile-${tile.target}` }, h("div.spread", {}, own("h2", tile.label), h("p.small.quiet", tile.said)),
    tile.step_name ? h("p", {}, h("strong", { translate: "no" }, `${tile.step}. ${tile.step_name}`)) : null,
    tile.results.length || tile.left ? h("div.run", { role: "img", "aria-label": runWords(tile) }, tile.results.map((one) => disc(one)), Array.from({ length: tile.left }, () => disc("todo"))) : null,
    tile.next_at ? h("p.small.quiet", {}, say("field.app.record.next_trial"), " ", h("b.num", { role: "timer", "data-until": tile.next_at }, "0:00")) : null,
    h("div.keys", {}, key(tile, tap, "correct"), tile.prompts.length ? null : key(tile, tap, "prompted"), key(tile, tap, "incorrect"), key(tile, tap, "no_response")),
    tile.prompts.length ? h("fieldset.field", {}, h("legend", say("desk.record.prompted_by")), h("div.row", tile.prompts.map((level) => h("button.button", { type: "button", onclick: () => tap("trial", { outcome: "prompted", prompt: level }) }, disc("prompted"), h("bdi", level))))) : null,
  );
}

function key(tile, tap, word) {
  return h("button.button", { type: "button", id: `${word}-${tile.target}`, onclick: () => tap("trial", { outcome: OUTCOMES[word] ?? word }) }, disc(DISCS[word]), say(`desk.outcome.${word}`));
}

function runWords(tile) {
  const said = tile.results.map((one) => say(`foundation.trial.${one}`)).join(", ");
  return [said, tile.left ? say("foundation.trial_left", { count: tile.left }) : ""].filter(Boolean).join(". ");
}

function levels(tile, tap) {
  return h(
    "section.card.stack.tight", { id: `tile-${tile.target}` }, h("div.spread", {}, own("h2", tile.label), h("p.small.quiet", tile.said)),
    h("div.row", tile.choices.map(([level, words]) => h("button.button", { type: "button", onclick: () => tap("level", { level }) }, h("b", String(level)), words ? h("bdi", ` ${words}`) : null))),
  );
}

function amount(tile, tap) {
  const input = h("input", { type: "number", inputmode: "decimal", step: "any", required: true, id: `amount-${tile.target}` });
  const send = (event) => {
    event.preventDefault();
    const value = Number(input.value);
    input.value = "";
    tap("amount", { value });
  };
  return h(
    "section.card.stack.tight", { id: `tile-${tile.target}` }, h("div.spread", {}, own("h2", tile.label), h("p.small.quiet", tile.said)),
    h("form.pair", { onsubmit: send }, h("div.field", {}, h("label", { for: `amount-${tile.target}` }, say("desk.record.amount")), input), h("button.button", { type: "submit" }, icon("check"), say("desk.record.keep"))),
  );
}

const KINDS = { count, timer, look, trials, steps: trials, levels, amount };
