/* The sentences of the app, kept on the device beside it. */
import { filled, sentence } from "../rules/say.js";

let sentences = {};

/**
 * The language to speak: what the cookie of this site asks for, else what the page was made in, where there is a catalogue
 * of it; English otherwise. The page says then what is spoken, so that a screen reader reads it as that.
 */
export function language(page, asked = page.cookie) {
  const there = (page.documentElement.dataset.locales ?? "en").split(" ");
  const wanted = /(?:^|; )alongside_locale=([\w-]+)/.exec(asked)?.[1] ?? page.documentElement.lang;
  page.documentElement.lang = there.includes(wanted) ? wanted : "en";
  return page.documentElement.lang;
}

/** Fetch the sentences of one language; from the device's own copy without signal. */
export async function learn(locale) {
  const answer = await fetch(`/field/words/${locale}.json`);
  sentences = await answer.json();
}

/** The sentence `code` with its places filled. */
export function say(code, values = {}) {
  return filled(sentence(sentences, code, values), values, code);
}

/** What the language of a code is called, as a reader of this page says it; the code where nobody knows it. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** All of them, for the rules that draft a note. */
export const known = () => sentences;

/** Whether a sentence is there: a newer server may give reasons that this build has no words for. */
export const has = (code) => code in sentences;
