/* Keys for the desk: [data-key] is focused or followed by its key (one, or two after each other: "g t"), j and k walk
   through a [data-list], ? lists them all. They rest while somebody types, and can be switched off for good. */
const PAUSE = 1200;
const ON = "shortcuts";
const list = document.getElementById("shortcuts");
const choice = document.getElementById("shortcuts-on");
const typing = (element) => element.closest("input, textarea, select, [contenteditable], dialog");
let before = "";
let beforeAt = 0;

const switchedOn = () => localStorage.getItem(ON) !== "off";

function act(key) {
  const two = Date.now() - beforeAt < PAUSE ? `${before} ${key}` : "";
  [before, beforeAt] = [key, Date.now()];
  const found = [...document.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === two || dataset.key === key);
  if (found) follow(found);
  else if (key === "?") showList();
  else if (key === "j" || key === "k") walk(key === "j" ? 1 : -1);
  else return false;
  return true;
}

function follow(element) {
  if (element.matches("input, textarea, select")) element.focus();
  else element.click();
}

function walk(step) {
  const links = [...document.querySelectorAll("[data-list] a[href]")];
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  links[next]?.focus();
}

function showList() {
  const rows = [...document.querySelectorAll("[data-key]")].map(row);
  document.getElementById("shortcuts-list").append(...rows.filter(Boolean));
  choice.checked = switchedOn();
  list.showModal();
}

function row(element) {
  if (element.dataset.listed) return null;
  element.dataset.listed = "yes";
  const line = document.createElement("tr");
  const [key, does] = [document.createElement("td"), document.createElement("td")];
  for (const one of element.dataset.key.split(" ")) key.append(Object.assign(document.createElement("kbd"), { textContent: one }), " ");
  does.textContent = element.dataset.does ?? element.textContent.trim();
  line.append(key, does);
  return line;
}

document.addEventListener("keydown", (event) => {
  if (!list || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (!switchedOn() && event.key !== "?") return;
  if (act(event.key)) event.preventDefault();
});
choice?.addEventListener("change", () => localStorage.setItem(ON, choice.checked ? "on" : "off"));
