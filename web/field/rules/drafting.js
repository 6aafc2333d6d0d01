/* A draft from the visit's own rows: every sentence says what was recorded, and nothing else (alongside/notes/rules/drafting.py). */
import { workedFor } from "./economy.js";
import { measured } from "./measured.js";
import { crises, noticed } from "./noticed.js";
import { nothing, opening } from "./opening.js";
import { addressed, ahead, done } from "./planned.js";
import { practised } from "./practised.js";
import { sequences } from "./sequence.js";
import { techniques } from "./techniques.js";
import { bodyOf, forbidden, names } from "./wording.js";

const BESIDE = ["abc", "used", "deviated", "present", "noticed", "tokens", "exchanges", "helped", "techniques", "crises", "preferences"];

/** The sentences of a first draft, in the order in which a note reads. An empty visit gives two lines. */
export function drafted(facts) {
  const found = facts.targets.filter((target) => target.seen.length);
  const first = opening(facts);
  if (!found.length && !facts.early_reason && !BESIDE.some((name) => facts[name].length)) return [...first, nothing(facts)];
  const seen = [...noticed(facts.noticed), ...recorded(facts, found), ...practised(facts.helped), ...crises(facts.crises)];
  const next = facts.next ? [ahead(facts, facts.next)] : [];
  return [...addressed(facts), ...first, ...seen, ...done(facts), ...techniques(facts.techniques), ...workedFor(facts), ...next];
}

/** The body of the first draft from what was gathered (facts.js): format, head, who was present, sentences with evidence. */
export function body({ facts, head, format }, { say, reference }) {
  const tongue = { zone: facts.zone, say, forbidden: forbidden(reference) };
  return { format, head, left_out: [], present: names(facts.present), sentences: bodyOf(drafted(facts), tongue) };
}

/* One sentence a target, then the ABC records; or that nothing of the plan's targets was recorded. */
function recorded(facts, found) {
  if (!found.length && !facts.abc.length) return [nothing(facts)];
  return [...found.map((target) => measured(facts, target)), ...sequences(facts.abc)];
}
