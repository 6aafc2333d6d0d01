/* Daily living: one sentence an activity, with how much help it took each time (alongside/notes/rules/practised.py). */
import { clockTime, evidence, run, said, sentence } from "./said.js";

/** Activities in the order in which they first were; levels of help likewise, what was refused last. */
export function practised(found) {
  const activities = [...new Set(found.map((one) => one.activity))];
  return activities.map((name) => activity(found.filter((one) => one.activity === name)));
}

function activity(some) {
  const times = some.map((one) => one.at);
  const done = counts(some.filter((one) => !one.refused), "level");
  const refused = counts(some.filter((one) => one.refused), "level");
  const choices = counts(some, "choice");
  const parts = [...parted(done, "notes.help."), ...parted(refused, "notes.refused.")];
  const name = said(`living.activity.${some[0].activity}`);
  const values = {
    activity: name, count: some.length, first: clockTime(times[0]), last: clockTime(times.at(-1)), parts,
    more: run(parted(choices, "notes.choice.")),
  };
  const rests = evidence("help", some.map((one) => one.id), said("notes.evidence.help", { count: some.length }), {
    times: times.length > 1 ? [times[0], times.at(-1)] : times,
    holds: [name, some.length, ...times.map(clockTime), ...done.values(), ...refused.values(), ...choices.values()],
  });
  return sentence("response", said(`notes.draft.practised${some.length > 1 ? "_span" : ""}`, values), rests);
}

/* How many have which value, in the order of their first. */
function counts(some, name) {
  const found = new Map();
  for (const one of some) if (one[name]) found.set(one[name], (found.get(one[name]) ?? 0) + 1);
  return found;
}

function parted(counted, begun) {
  return [...counted].map(([key, count]) => said(begun + key, { count }));
}
