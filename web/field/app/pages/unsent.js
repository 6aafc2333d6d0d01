/* What is not yet sent, since when; what was held, why, and what to do. */
import { h, icon } from "../dom.js";
import { strip } from "../frame.js";
import { sinceWhen } from "../moments.js";
import { has, known, say } from "../words.js";
import { go } from "../ways.js";

const SIGN_IN = ["not_signed_in", "somebody_else", "other_agency"];

export function unsent(app) {
  const status = app.device.status();
  const { count, oldest } = status.unsent;
  return {
    title: say("field.app.unsent.title"), key: "unsent", back: true,
    main: [
      h("h1", count ? say("field.app.unsent.some", { count }) : say("field.app.unsent.none")), count ? h("p", say("field.app.unsent.since", { since: sinceWhen(oldest) })) : h("p", say("field.app.unsent.none_text")),
      forgotten(status.unsent.again),
      Date.now() - Date.parse(oldest ?? Date.now()) > 4 * 3600e3 ? strip("warn", "offline", say("field.app.unsent.long"), say("field.app.unsent.long_text")) : null,
      status.disk?.full ? strip("danger", "warn", say("field.app.unsent.full"), say("field.app.unsent.full_text")) : null,
      status.disk?.persisted === false && count ? h("p.small.quiet", say("field.app.unsent.not_persisted")) : null,
      count ? h(`button.button${status.unsent.again ? "" : ".solid"}.tall.wide#send`, { type: "button", onclick: () => app.handIn() }, icon("send"), say("field.app.unsent.send")) : null,
      app.sendProblem() && !status.unsent.again ? strip("warn", "offline", app.sendProblem()) : null,
      status.held.length ? h("section.section", {}, h("header", {}, h("h2", say("field.app.unsent.held", { count: status.held.length }))), h("ul.rows", { role: "list" }, status.held.map((one) => h("li.list-row", {}, icon("warn"), h("div.what", {}, h("strong", app.whatWas(one)), h("p", why(one.reasons))))))) : null,
      status.held.length ? h("p", say("field.app.unsent.held_text")) : null,
      h("button.button#this-device", { type: "button", onclick: () => go("this-device") }, say("field.app.device.title")), h("p.small.quiet", say("field.app.unsent.build", { build: status.build ?? "" })), app.updateWaits() ? h("button.button", { type: "button", onclick: () => app.takeOver() }, icon("sync"), say("field.app.unsent.update")) : null,
    ],
  };
}

/* The server was put back to before somebody was set up here: what they do about it. */
function forgotten(again) {
  if (!again || again.code === "no_signal") return null;
  const how = has(`field.app.again.to_${again.code}`) ? `field.app.again.to_${again.code}` : "field.app.again.to_refused";
  const signIn = SIGN_IN.includes(again.code) ? h("a.button.solid.tall.wide#sign-in-again", { href: "/account/login/?next=/field/" }, say("field.app.set_up.sign_in_button")) : null;
  return h("section.card.next.stack", {}, h("h2", say("field.app.again.title", { who: again.who })), h("p", say("field.app.again.text")), h("p", say(how, { who: again.who })), signIn);
}

/* The reasons for which there are words; a fault whose sentence needs a value stays unsaid, as reasons carry none. */
function why(reasons) {
  const said = reasons.map(({ code }) => known()[`field.reason.${code}`] ?? known()[code]).filter((words) => typeof words === "string" && !words.includes("{"));
  return said.length ? said.join(" ") : say("field.reason.other");
}
