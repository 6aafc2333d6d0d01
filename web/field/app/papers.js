/* Notes on the device: drafted by the rules, edited by their author, signed without signal. */
import { uuid7 } from "../core/uuid7.js";
import { body } from "../rules/drafting.js";
import { arranged, edited } from "../rules/editing.js";
import { gathered } from "../rules/facts.js";
import { check, faults } from "../rules/payer.js";
import { digest } from "../rules/sealing.js";
import { sayer } from "../rules/say.js";
import { go, instead } from "./ways.js";
import { known, say } from "./words.js";

const FORM = "progress_note";

export function papersOf(app) {
  const noteOf = (session) => app.memory.notes.get(session);
  const reference = () => app.memory.index.reference;

  /* What a draft needs; null while the session runs, or after the pack has expired. */
  function gather(session) {
    const visit = app.memory.visits.get(session);
    const { index } = app.memory;
    const of = index.clients.get(visit.session.client);
    if (!of?.note || !reference()) return null;
    const planned = index.today.visits.find((one) => one.id === visit.session.visit) ?? null;
    const mine = [...app.memory.notes.values()].filter((one) => one.session !== session && app.memory.visits.get(one.session)?.session.client === visit.session.client);
    const drafted = mine.map(({ session: of_it, body: { head } }) => ({ session: of_it, day: head.service_day, service_code: head.service_code, minutes: head.minutes }));
    return gathered(visit, { sections: { ...of, places: index.places, reference: reference() }, planned, now: Date.now(), drafted });
  }

  function missing(paper) {
    const found = gather(paper.session);
    if (!found) return [];
    const asked = check(paper.body, { needs: found.payer.needs, elements: reference().elements });
    return faults(asked, found.payer.name).map(({ code, values }) => say(code, values));
  }

  return {
    /** The note of a session that has ended. Without a pack it is drafted when there is one again. */
    async draftNote(session) {
      const found = noteOf(session) ? null : gather(session);
      if (!found) return;
      const drafted = body(found, { say: sayer(known()), reference: reference() });
      await app.act({ kind: "notes.draft/1", on: session, details: { document: uuid7(Date.now()), body: drafted } });
    },
    /** To the note of a session, which is drafted now where it was not. */
    async writeNote(session, way = go) {
      const faults = await app.tried(() => app.draftNote(session));
      way("note", { session, faults });
    },

    note(session) {
      const paper = noteOf(session);
      if (!paper) return null;
      return { ...paper, client: app.session(session).client, missing: paper.signed ? [] : missing(paper) };
    },
    arranged: (paper) => arranged(paper.body.sentences, reference().formats[paper.body.format]).map(([heading, sentences]) => ({ heading, sentences, roles: reference().formats[paper.body.format][heading], title: say(`notes.heading.${heading}`) })),

    /** Keep what was typed. True when it is on the disk. */
    async saveNote(form) {
      const paper = noteOf(form.session);
      const now = edited(paper.body, { texts: form.typed ?? {}, added: form.added ?? {}, present: form.present ?? paper.body.present });
      try {
        if (JSON.stringify(now) !== JSON.stringify(paper.body)) await app.act({ kind: "notes.save/1", on: paper.id, details: { based_on: paper.saved, body: now } });
      } catch (trouble) {
        form.faults = app.why(trouble);
        app.redraw();
        return false;
      }
      Object.assign(form, { typed: {}, added: {}, present: undefined, faults: [] });
      app.redraw();
      return true;
    },

    async signNote(form, by) {
      const paper = noteOf(form.session);
      form.busy = true;
      app.redraw();
      try {
        const edition = app.memory.index.clients.get(app.session(form.session).client).note.form_edition;
        const made = await digest({ document: paper.document, number: 1, kind: "first", form: FORM, edition, body: paper.body });
        const signed_at = new Date().toISOString();
        const { signature } = await app.device.sign({ ...by, purpose: "alongside-field/1 note", note: paper.id, session: form.session, digest: made, meaning: "authored", signed_at });
        await app.act({ kind: "notes.sign/1", on: paper.id, details: { saved: paper.saved, digest: made, signed_at, signature } });
        instead("note", { session: form.session });
      } catch (trouble) {
        form.faults = /^(pin|passkey)_/.test(trouble.code) ? [app.notOpened(trouble)] : app.why(trouble);
        form.busy = false;
        app.redraw();
      }
    },
  };
}
