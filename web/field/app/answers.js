/* Answers to a form as they are signed on the device: looked over, scored, signed with the PIN or the passkey. */
import { missing } from "../../questionnaires/answering.js";
import { filled } from "../../questionnaires/filling.js";
import { scored } from "../../questionnaires/scoring.js";
import { answeredBody, lines, settledNodes } from "../rules/answers.js";
import { digest } from "../rules/sealing.js";
import { inWords } from "./acts.js";
import { say } from "./words.js";
import { instead } from "./ways.js";

const PURPOSE = "alongside-field/1 answers";

/* What is missing or cannot be read, each with its question. */
function inTheWay(asked, now, raw) {
  const texts = new Map(every(asked.items).map((item) => [item.link_id, item.text]));
  const left = missing(asked, now).map(({ code, place, values }) => [texts.get(place.at(-1)?.[0]), inWords({ code: `instruments.wrong.${code}`, values })].filter(Boolean).join(" "));
  const more = [...Object.keys(raw).map(() => "unread"), ...(now.settled ? [] : ["endless"]), ...(now.response.length ? [] : ["nothing"])];
  return [...left, ...more.map((code) => say(`instruments.fault.${code}`))];
}

const every = (items) => (items ?? []).flatMap((item) => [item, ...every(item.items)]);

export function answersOf(app) {
  /** A draft as it would be signed: {faults, scores, paths, lines, body}. What was signed stays as it was then. */
  function looked(draft) {
    if (draft.signed) return { faults: [], ...draft.signed };
    const form = app.formOf(draft);
    const { answers, raw } = app.follow(draft);
    const now = filled(form.asked, settledNodes(answers), app.contextFor(draft));
    const worth = scored(form.asked, form, now.response, app.paths());
    return { faults: inTheWay(form.asked, now, raw), ...worth, lines: lines(form.asked.items, now.response), body: answeredBody(draft, form, now.response) };
  }

  return {
    looked,

    async signForm(about, by) {
      const draft = app.draft(about.draft);
      about.busy = true;
      app.redraw();
      try {
        await app.handInForm(draft);
        const { body, scores, paths, lines: read } = looked(draft);
        const form = app.formOf(draft);
        const made = await digest({ document: draft.document, number: 1, kind: "first", form: form.form, edition: form.label, body });
        const signed_at = new Date().toISOString();
        const { signature } = await app.device.sign({ ...by, purpose: PURPOSE, answering: draft.id, client: draft.client, digest: made, meaning: "authored", signed_at });
        await app.act({ kind: "instruments.sign/1", on: draft.id, details: { saved: draft.saved, digest: made, signed_at, signature } });
        draft.signed = { at: signed_at, digest: made, scores, paths, lines: read };
        await app.keepDraft(draft);
        instead("signed-form", { client: draft.client, draft: draft.id });
      } catch (trouble) {
        about.faults = /^(pin|passkey)_/.test(trouble.code) ? [app.notOpened(trouble)] : app.why(trouble);
        about.busy = false;
        app.redraw();
      }
    },
  };
}
