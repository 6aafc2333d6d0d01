import assert from "node:assert/strict";
import { test } from "node:test";

import { language } from "../../web/field/app/words.js";

const page = (lang, locales, cookie = "") => ({ cookie, documentElement: { lang, dataset: { locales } } });

for (const [what, given, spoken] of [
  ["what the page was made in", page("es", "en es"), "es"],
  ["the cookie's, before the page that was kept on the device", page("en", "en es", "a=1; alongside_locale=es"), "es"],
  ["English where there is no catalogue of the cookie's", page("en", "en", "alongside_locale=es"), "en"],
  ["English where there is no catalogue of the page's", page("en-XA", "en"), "en"],
  ["English where the cookie holds nonsense", page("en", "en es", "alongside_locale=../../x"), "en"],
  ["not what another cookie says", page("en", "en es", "x_alongside_locale=es"), "en"],
]) {
  test(`it speaks ${what}, and the page says so`, () => {
    assert.equal(language(given), spoken);
    assert.equal(given.documentElement.lang, spoken);
  });
}
