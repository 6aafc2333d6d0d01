/* What a visit holds beside the targets, as a note is drafted from it: notices, tokens, daily living, techniques, a crisis, and the day's
   preference assessments (alongside/notes/beside.py). */
import { wordsOf } from "./around.js";

/** {noticed, tokens, exchanges, helped, techniques, crises, preferences}, each in the order of time. `day`: of the service. */
export function beside(visit, { note, reinforcers, reference }, day) {
  const names = new Map((reference?.techniques ?? []).map(({ key, name }) => [key, name]));
  const menu = new Map((reinforcers?.menu ?? []).map((line) => [line.id, line.text]));
  return {
    noticed: inTime(visit.notices).map(({ id, at, area, words = "" }) => ({ id, at, area, words: wordsOf(words) })),
    tokens: inTime(visit.tokens).map(({ id, at, count, words = "", for: target }) => ({
      id, at, count, target: visit.targets.get(target)?.name ?? "", words: wordsOf(words),
    })),
    exchanges: inTime(visit.exchanges).map(({ id, at, cost, reinforcer }) => ({ id, at, cost, what: menu.get(reinforcer) ?? "" })),
    helped: inTime(visit.helps).map(({ id, at, activity, level, choice = "", refused = false }) => ({
      id, at, activity, level, choice, refused,
    })),
    techniques: inTime(visit.techniques).map(({ id, at, technique, went, felt = "", felt_words = "", words = "" }) => ({
      id, at, name: names.get(technique) ?? technique, went, felt, felt_words: wordsOf(felt_words), words: wordsOf(words),
    })),
    crises: [...visit.crises].sort((a, b) => a.began_at - b.began_at || (a.id < b.id ? -1 : 1)),
    preferences: (note.preferences ?? []).filter((one) => one.day === day),
  };
}

function inTime(some) {
  return [...some].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
