/* The sentences of the app, kept on the device beside it. */
import { filled, sentence } from "../rules/say.js";

let sentences = {};

/** Fetch the sentences of one language; from the device's own copy without signal. */
export async function learn(locale) {
  const answer = await fetch(`/field/words/${locale}.json`);
  sentences = await answer.json();
}

/** The sentence `code` with its places filled. */
export function say(code, values = {}) {
  return filled(sentence(sentences, code, values), values, code);
}

/** All of them, for the rules that draft a note. */
export const known = () => sentences;

/** Whether a sentence is there: a newer server may give reasons that this build has no words for. */
export const has = (code) => code in sentences;
