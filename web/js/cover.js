/* Shoulder-safe: the crossed eye covers all but the clock, until it is touched again or Escape is pressed.
   It stays covered from page to page, within this tab. */
import { say } from "./say.js";

const page = document.documentElement;
const keys = document.querySelectorAll("[data-cover]");

function cover(on) {
  page.classList.toggle("covered", on);
  if (on) sessionStorage.setItem("covered", "1");
  else sessionStorage.removeItem("covered");
  tell();
}

function tell() {
  const on = page.classList.contains("covered");
  for (const key of keys) {
    key.setAttribute("aria-pressed", String(on));
    key.querySelector(".sr").textContent = on ? say("foundation.js.uncover") : say("foundation.js.cover");
  }
}

// A page without the crossed eye could not be uncovered.
if (keys.length) tell();
else page.classList.remove("covered");
for (const key of keys) key.addEventListener("click", () => cover(!page.classList.contains("covered")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && page.classList.contains("covered")) cover(false);
});
