/* The vectors that the server's own rules made (tests/vectors/). */
import { readFileSync } from "node:fs";

import { sayer } from "../../web/field/rules/say.js";

/** One file of vectors below tests/vectors/. */
export function vectors(name) {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf-8"));
}

export const reference = vectors("rules/reference.json");
export const say = sayer(vectors("rules/words.json"));
