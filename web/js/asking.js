/* A form of questions: what is asked and what is computed follow at once what is typed, by the same rules as on the server. */
import { followed, prepared } from "../questionnaires/following.js";

const form = document.querySelector("form[data-asked]");

async function follow() {
  const { asked, answers, zone, context } = JSON.parse(document.getElementById("asked-carried").textContent);
  await prepared(asked);
  document.documentElement.classList.add("scripted");
  let before = answers;
  const look = () => {
    const fields = new FormData(form);
    const now = followed(asked, (name) => fields.getAll(name).filter((one) => typeof one === "string"), { before, zone, context });
    before = now.answers;
    for (const one of form.querySelectorAll("[data-at]")) one.hidden = now.off.has(one.dataset.at);
    for (const one of form.querySelectorAll("[data-computed]")) one.querySelector("output").textContent = now.results.get(one.dataset.at)?.join(", ") ?? "–";
  };
  form.addEventListener("input", look);
  form.addEventListener("click", untick);
  look();
}

/* A second tap on what is chosen takes it back. */
let last = null;
function untick(event) {
  const radio = event.target.closest("input[type=radio]");
  if (!radio) return;
  if (last === radio && radio.checked) {
    radio.checked = false;
    last = null;
    form.dispatchEvent(new Event("input"));
  } else last = radio;
}

if (form) follow();
