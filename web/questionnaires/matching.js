/* Whether a text fits a pattern, in time that grows with both alone (alongside/questionnaires/matching.py): no backtracking. */
import { Cannot, has, parsed } from "./patterns.js";

const MOST_STATES = 500;
const MOST_WORK = 20000;
const REMEMBERED = 5000;
const known = new Map();

/** Whether the whole of a text is as a pattern says. */
export function fits(text, wanted) {
  if (!known.has(wanted)) known.set(wanted, automaton(wanted));
  const made = known.get(wanted);
  let now = made.begin;
  for (const character of text) {
    now = step(made, now, character);
    if (!now) return false;
  }
  return (now & 1n) === 1n;
}

/** State n eats a character of sets[n] and goes on to after[n], a bit mask of states; bit 0 is the end. */
export function automaton(text) {
  const made = { sets: [{ kind: "end" }], after: [0n], begin: 0n, work: 0, steps: new Map() };
  made.begin = states(made, parsed(text), 1n);
  return made;
}

function step(made, now, character) {
  const key = `${now} ${character}`;
  let found = made.steps.get(key);
  if (found === undefined) {
    found = 0n;
    for (let n = 1, rest = now >> 1n; rest; n += 1, rest >>= 1n) if (rest & 1n && has(made.sets[n], character.codePointAt(0))) found |= made.after[n];
    if (made.steps.size < REMEMBERED) made.steps.set(key, found);
  }
  return found;
}

function states(made, node, onward) {
  if ((made.work += 1) > MOST_WORK) throw new Cannot("large");
  if (node.kind === "set") return 1n << BigInt(state(made, node, onward));
  if (node.kind === "all") return node.parts.reduceRight((next, part) => states(made, part, next), onward);
  if (node.kind === "any") return node.parts.reduce((begin, part) => begin | states(made, part, onward), 0n);
  return repeated(made, node, onward);
}

function repeated(made, { parts: [part], least, most }, onward) {
  let start = onward;
  if (most === null) start = looped(made, part, onward);
  else for (let n = 0; n < most - least; n += 1) start = states(made, part, start) | onward;
  for (let n = 0; n < least; n += 1) start = states(made, part, start);
  return start;
}

/** Any number of times: a state that eats nothing holds the place of what comes round again. */
function looped(made, part, onward) {
  const turn = state(made, { kind: "none" }, 0n);
  const bit = 1n << BigInt(turn);
  const begin = (states(made, part, bit) & ~bit) | onward;
  for (let n = turn + 1; n < made.after.length; n += 1) if (made.after[n] & bit) made.after[n] = (made.after[n] & ~bit) | begin;
  return begin;
}

function state(made, node, onward) {
  if (made.sets.length > MOST_STATES) throw new Cannot("large");
  made.sets.push(node);
  made.after.push(onward);
  return made.sets.length - 1;
}
