/* Forms answered without signal: begun, kept sealed as they are typed, handed in as one operation. */
import { begun } from "../../questionnaires/filling.js";
import { followed, prepared } from "../../questionnaires/following.js";
import { fieldsOf } from "../../questionnaires/typed.js";
import { uuid7 } from "../core/uuid7.js";
import { contextOf, isUnfit, settledNodes } from "../rules/answers.js";
import { settled } from "../rules/text.js";
import { Wrong } from "./acts.js";
import { go } from "./ways.js";

const KEPT = "answers";
const LATELY = 7 * 864e5; // milliseconds: what was signed before is read at a desk

export function answeringOf(app) {
  const questions = () => app.memory.index.questions?.forms ?? [];
  const zone = () => app.memory.index.today.zone ?? app.memory.index.agency?.zone ?? "UTC";
  const drafts = () => (app.drafts ??= []);
  const keep = () => app.device.keep(KEPT, drafts());
  const formOf = ({ edition }) => questions().find((one) => one.edition === edition) ?? null;
  const about = (form, client) => contextOf(form, { id: client, born: app.memory.index.clients.get(client)?.client.born });
  const isOld = ({ signed }) => signed && Date.parse(signed.at) < Date.now() - LATELY;

  return {
    /** What may be answered about a client: forms that are due first. */
    formsOf(client) {
      const due = app.memory.index.clients.get(client)?.forms?.due ?? [];
      const lines = questions().map((form) => ({ ...form, due: due.find((one) => one.form === form.form) ?? null }));
      return lines.sort((a, b) => Number(!a.due) - Number(!b.due) || a.title.localeCompare(b.title));
    },
    draftsOf: (client) => drafts().filter((one) => one.client === client && formOf(one)),
    draft: (id) => drafts().find((one) => one.id === id) ?? null,
    formOf, contextFor: ({ client, edition }) => about(formOf({ edition }), client), paths: () => app.memory.index.questions?.paths ?? [],
    askedBy: (draft) => formOf(draft)?.asked ?? null,

    async readDrafts() {
      const here = new Map(drafts().map((one) => [one.id, one])); // what is being typed into stays the same one
      const kept = ((await app.device.kept(KEPT)) ?? []).filter((one) => !isOld(one));
      app.drafts = [...kept.map((one) => here.get(one.id) ?? one), ...drafts().filter(({ id }) => !kept.some((one) => one.id === id))];
      for (const { edition } of app.drafts) {
        const form = formOf({ edition });
        if (form) await prepared(form.asked);
      }
    },

    async beginForm({ client, form, respondent, answered_by = "" }) {
      await prepared(form.asked);
      const now = new Date();
      const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(now);
      const answers = begun(form.asked, about(form, client));
      const one = { id: uuid7(now.getTime()), document: uuid7(now.getTime()), client, edition: form.edition, title: form.title, respondent, answered_by: settled(answered_by), taken_on: day, fields: fieldsOf(form.asked, answers, zone()), answers, saved: 0 };
      drafts().push(one);
      await keep();
      go("answering", { client, draft: one.id });
    },

    /** What is asked and computed now; what is typed is kept at once. */
    follow(draft) {
      const found = followed(app.askedBy(draft), (name) => draft.fields[name] ?? [], { before: draft.answers, zone: zone(), context: app.contextFor(draft) });
      draft.answers = found.answers;
      return found;
    },
    keepDraft: (draft) => (drafts().includes(draft) ? keep() : null),

    /** Whether what stands here was handed in as it is. */
    isHandedIn: (draft) => draft.saved > 0 && draft.handed === JSON.stringify(draft.fields),

    /** Handed in whole: the first time as a new draft, later as a change of it. */
    async handInForm(draft) {
      if (app.isHandedIn(draft)) return;
      const found = app.follow(draft);
      const [answers, raw] = [settledNodes(found.answers), found.raw];
      if (isUnfit(answers)) throw new Wrong([{ code: "instruments.wrong.unfit" }]);
      const typed = { answers, ...(Object.keys(raw).length ? { raw } : {}) };
      const { id, client, document, edition, respondent, answered_by, taken_on } = draft;
      const first = { edition, document, respondent, ...(answered_by ? { answered_by } : {}), taken_on, ...typed };
      await app.act(draft.saved ? { kind: "instruments.save/1", on: id, details: { based_on: draft.saved, ...typed } } : { id, kind: "instruments.answer/1", on: client, details: first });
      draft.saved = draft.saved ? draft.saved + 1 : 2; // beginning counts one, and what was typed the second
      draft.handed = JSON.stringify(draft.fields);
      await keep();
    },
  };
}
