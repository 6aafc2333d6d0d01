/* A form of questions: what is asked and what is computed follow at once what is typed, by the same rules as on the server. */
import { filled } from "../questionnaires/filling.js";
import { ready } from "../questionnaires/paths.js";
import { nameOf, numbers, said, typed } from "../questionnaires/typed.js";

const form = document.querySelector("form[data-asked]");
const EXPRESSIONS = ["enabled_by", "calculated", "initially", "variables"];
const hasExpression = (items) => (items ?? []).some((item) => EXPRESSIONS.some((name) => item[name]) || hasExpression(item.items));

async function follow() {
  const { asked, answers, zone, context } = JSON.parse(document.getElementById("asked-carried").textContent);
  if (asked.variables?.length || hasExpression(asked.items)) await ready();
  const known = numbers(asked);
  document.documentElement.classList.add("scripted");
  let before = answers;
  const look = () => {
    const fields = new FormData(form);
    before = typed(asked, (name) => fields.getAll(name).filter((one) => typeof one === "string"), { before, zone }).answers;
    const now = filled(asked, before, context);
    const off = new Set(now.off.map((place) => nameOf(known, place)));
    for (const one of form.querySelectorAll("[data-at]")) one.hidden = off.has(one.dataset.at);
    const results = new Map(computed(now.response, known, []));
    for (const one of form.querySelectorAll("[data-computed]")) one.querySelector("output").textContent = results.get(one.dataset.at)?.map((answer) => said(answer, zone)).join(", ") ?? "–";
  };
  form.addEventListener("input", look);
  form.addEventListener("click", untick);
  look();
}

/* Every answer of the response by the name of its question's place. */
function* computed(nodes, known, place) {
  const seen = new Map();
  for (const node of nodes) {
    const n = seen.get(node.linkId) ?? 0;
    seen.set(node.linkId, n + 1);
    if (node.answer) {
      yield [nameOf(known, [...place, [node.linkId, 0]]), node.answer];
      for (const [at, answer] of node.answer.entries()) yield* computed(answer.item ?? [], known, [...place, [node.linkId, at]]);
    } else yield* computed(node.item ?? [], known, [...place, [node.linkId, n]]);
  }
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
