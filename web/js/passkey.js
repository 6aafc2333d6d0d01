/* A form with [data-passkey=get|create] asks the device's passkey and sends what it answers in its field "credential".
   The question stands in the page (#passkey-question), or is fetched from [data-question]. */
import { say } from "./say.js";

const device = globalThis.webauthnJSON;

async function question(form) {
  if (!form.dataset.question) return JSON.parse(document.getElementById("passkey-question").textContent);
  const answer = await fetch(form.dataset.question, { headers: { Accept: "application/json" } });
  return answer.json();
}

function tell(form, sentence) {
  const note = form.querySelector(".passkey-note") ?? form.appendChild(document.createElement("p"));
  note.className = "passkey-note error";
  note.setAttribute("role", "alert");
  note.textContent = sentence;
}

async function ask(form) {
  if (!device?.supported()) return tell(form, say("accounts.js.passkey_missing"));
  try {
    const answer = await device[form.dataset.passkey](await question(form));
    form.elements.credential.value = JSON.stringify(answer);
  } catch {
    return tell(form, say("accounts.js.passkey_cancelled"));
  }
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
}
