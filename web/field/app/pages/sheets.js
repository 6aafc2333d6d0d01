/* What is recorded beside the tiles: before and after, something different, who is here, leaving the plan, daily living, tokens. */
import { h, icon, own } from "../dom.js";
import { number, one, several, sheet, text, tick, words } from "../forms.js";
import { banner, faults, helpKey } from "../frame.js";
import { clock } from "../moments.js";
import { say } from "../words.js";
import { back } from "../ways.js";

const BEFORE = ["demand", "denied", "attention_away", "transition", "peer", "alone", "other"];
const AFTER = ["attention", "break", "item", "ignored", "redirected", "physical", "none", "other"];
const EFFECTS = ["stopped", "less", "same", "more"];
const WHERE = ["home", "school", "program", "community", "on_the_way", "other"];
const WITH = ["family", "staff", "teacher", "classmates", "siblings", "strangers", "nobody"];
const KNOWN = ["sleep", "ill", "medicine_missed", "conflict", "routine_changed", "hungry"];

function page(app, about, name, main) {
  const session = app.session(about.session);
  const client = app.client(session.client);
  return {
    title: say(`field.app.${name}.title`), key: `${name}${session.id}`, back: true, form: true, banner: banner(client, { since: session.ended_at ? null : session.began_at }),
    main: [h("h1", say(`field.app.${name}.title`)), faults(about.faults ?? []), ...main(session, (about.form ??= {}))],
    dock: [helpKey({ client: client.id, session: session.id })],
  };
}

async function keep(app, about, act) {
  about.faults = await app.tried(act);
  if (about.faults.length) app.redraw();
  else back();
}

const listed = (codes, table) => codes.map((code) => [code, say(`${table}.${code}`)]);

/** An ABC record in four taps, more in words. */
export function around(app, about) {
  return page(app, about, "around", (session, form) => {
    const behaviors = app.tiles(session.id).filter((tile) => tile.target_kind === "behaviour");
    if (behaviors.length === 1) form.target ??= behaviors[0].target;
    const send = () => keep(app, about, () => app.abc(session.id, form));
    return [
      sheet(
        send, say("desk.abc.submit"), one(form, "antecedent", say("desk.abc.antecedent"), listed(BEFORE, "desk.antecedent"), app.redraw), one(form, "target", say("desk.abc.behavior"), behaviors.map((tile) => [tile.target, tile.label]), app.redraw), tick(form, "did_not_occur", say("desk.abc.did_not_occur")),
        one(form, "consequence", say("desk.abc.consequence"), listed(AFTER, "desk.consequence"), app.redraw), one(form, "effect", say("desk.abc.effect"), listed(EFFECTS, "desk.effect"), app.redraw),
        h(
          "details.section.light", { open: about.more === true, ontoggle: (event) => (about.more = event.target.open) }, h("summary", say("desk.abc.more")),
          h(
            "div.stack", {}, words(form, "narrative", say("desk.abc.narrative")), several(form, "setting_events", say("desk.abc.setting_events"), listed(KNOWN, "desk.setting_event"), app.redraw), one(form, "setting", say("desk.abc.setting"), listed(WHERE, "desk.setting"), app.redraw), several(form, "people", say("desk.abc.people"), listed(WITH, "desk.people"), app.redraw), text(form, "activity", say("desk.abc.activity"), { most: 200 }),
            text(form, "given_by", say("desk.abc.given_by"), { most: 80 }), number(form, "intensity", say("desk.abc.intensity"), { least: 0, most: 4 }), number(form, "seconds", say("desk.abc.seconds"), { least: 0, most: 86400 }),
            tick(form, "replacement_shown", say("desk.abc.replacement_shown")),
          ),
        ),
      ),
    ];
  });
}

/** Something is different today: one tap, words if there are any. */
export function different(app, about) {
  return page(app, about, "different", (session, form) => [
    h("p", say("field.app.different.text")),
    sheet(() => keep(app, about, () => app.notice(session.id, form)), null, one(form, "area", say("field.app.different.area"), app.areas().map((area) => [area, say(`behaviour.area.${area}`)]), app.redraw), words(form, "words", say("field.app.different.words"), { most: 1000 })),
  ]);
}

/** Who else is here. */
export function present(app, about) {
  return page(app, about, "present", (session, form) => [
    h("ul.rows", { role: "list" }, app.present(session.id).map((one) => h("li.list-row", {}, icon("team"), h("div.what", {}, own("strong", one.who), one.took_part ? h("p", say("field.app.present.took_part")) : null), h("button.button.small", { type: "button", onclick: () => app.presence(session.id, { ...one, undone: true }).then(app.redraw) }, icon("x"), say("field.app.present.gone"))))),
    sheet(() => keep(app, about, () => app.presence(session.id, form)), null, text(form, "who", say("field.app.present.who"), { most: 200, needed: true, hint: say("field.app.present.hint") }), tick(form, "took_part", say("field.app.present.took_part"))),
  ]);
}

/** The plan was not followed to the letter, and why. */
export function otherwise(app, about) {
  return page(app, about, "otherwise", (session, form) => [
    sheet(
      () => keep(app, about, () => app.deviate(session.id, form)), null, words(form, "what", say("field.app.otherwise.what"), { most: 1000, needed: true }), words(form, "reason", say("field.app.otherwise.reason"), { most: 1000, needed: true }),
      app.strategies(session.client).length ? one(form, "strategy", say("field.app.otherwise.strategy"), app.strategies(session.client).map((line) => [line.id, line.text]), app.redraw) : null,
    ),
  ]);
}

/** Daily living: which activity, how much help, whose choice. */
export function living(app, about) {
  return page(app, about, "living", (session, form) => {
    const known = app.living(session.client);
    if (!known) return [h("p", say("field.app.living.none"))];
    const done = app.helped(session.id);
    return [
      done.length ? h("ul.rows", { role: "list" }, done.map((one) => h("li.list-row", {}, icon("home"), h("div.what", {}, h("strong", say(`living.activity.${one.activity}`)), h("p", `${say(`living.level.${one.level}`)} · ${clock(one.at, session.zone)}`))))) : null,
      sheet(
        () => keep(app, about, () => app.help(session.id, form)), null, one(form, "activity", say("field.app.living.activity"), known.activities.map((code) => [code, say(`living.activity.${code}`)]), app.redraw),
        one(form, "level", say("field.app.living.level"), known.levels.map((code) => [code, say(`living.level.${code}`)]), app.redraw), one(form, "choice", say("field.app.living.choice"), known.choices.map((code) => [code, say(`field.app.living_choice.${code}`)]), app.redraw), tick(form, "refused", say("field.app.living.refused")),
      ),
    ];
  });
}

/** Tokens: given with one tap, exchanged against the menu. */
export function tokens(app, about) {
  return page(app, about, "tokens", (session) => {
    const { balance, menu } = app.tokensOf(session.client);
    return [
      h("section.card.stack", {}, h("p.label", say("field.app.tokens.balance")), h("p.clock", String(balance)), h("div.pair", {}, h("button.button.solid.tall#give", { type: "button", onclick: () => app.token(session.id, 1).then(app.redraw) }, icon("plus"), say("field.app.tokens.give")), h("button.button.tall#take", { type: "button", onclick: () => app.token(session.id, -1).then(app.redraw) }, icon("minus"), say("field.app.tokens.take")))),
      menu.length ? h("section.section", {}, h("header", {}, h("h2", say("field.app.tokens.menu"))), h("ul.rows", { role: "list" }, menu.map((line) => h("li.list-row", {}, icon("sparkle"), h("div.what", {}, own("strong", line.text), h("p", say("field.app.tokens.cost", { count: line.cost }))), h("button.button.small", { type: "button", disabled: balance < line.cost, onclick: () => app.exchange(session.id, line).then(app.redraw) }, say("field.app.tokens.exchange")))))) : h("p.quiet", say("field.app.tokens.no_menu")),
    ];
  });
}

/** The timer of somebody who works alone. */
export function watch(app, about) {
  return page(app, about, "watch", (session) => [
    h("p", say("field.app.watch.text")), h("div.stack", [30, 60, 90].map((minutes) => h("button.button.tall", { type: "button", id: `in-${minutes}`, onclick: () => app.beginWatch(session.id, minutes).then(back) }, icon("timer"), say("field.app.watch.in", { count: minutes })))),
  ]);
}
