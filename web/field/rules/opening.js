/* The first lines of a draft: the visit itself, who else was there, that it ended early, that nothing was recorded
   (alongside/notes/rules/opening.py). */
import { clockTime, evidence, length, quote, said, sentence } from "./said.js";

/** The visit in one line, then who was there, then why it ended early. */
export function opening(facts) {
  const first = [sentence("behavior", visit(facts), ofSession(facts))];
  if (facts.present.length) first.push(present(facts));
  if (facts.early_reason) {
    const early = said("notes.draft.early", { at: clockTime(facts.ended_at), reason: quote(facts.early_reason) });
    first.push(sentence("behavior", early, ofSession(facts)));
  }
  return first;
}

/** The honest second line of an empty visit. */
export function nothing(facts) {
  return sentence("behavior", said("notes.draft.nothing"), ofSession(facts));
}

/* The visit's own row: its times, its length, its place, and why it ended early. */
function ofSession(facts) {
  const { began_at: began, ended_at: ended } = facts;
  return evidence("session", [facts.session], said("notes.evidence.session"), {
    times: [began, ended],
    holds: [clockTime(began), clockTime(ended), length(ended - began), facts.client.given, facts.place, quote(facts.early_reason)],
  });
}

function visit(facts) {
  const values = {
    client: facts.client.given, begin: clockTime(facts.began_at), end: clockTime(facts.ended_at),
    length: length(facts.ended_at - facts.began_at),
  };
  return facts.place ? said("notes.draft.visit_at", { ...values, place: facts.place }) : said("notes.draft.visit", values);
}

function present(facts) {
  const count = facts.present.length;
  const people = facts.present.map(({ who, took_part }) => said(took_part ? "notes.draft.took_part" : "notes.draft.was_there", { who }));
  const rests = evidence("presence", facts.present.map((one) => one.id), said("notes.evidence.presence", { count }), {
    holds: [count, ...facts.present.map((one) => one.who)],
  });
  return sentence("behavior", said("notes.draft.present", { people }), rests);
}
