"""The sentences that the app says without signal: its own, and those of the rules that run on the device."""

import json
from functools import cache

from alongside.foundation import reference
from alongside.foundation.catalogues import catalogue

NEEDED = (
    "field.app.", "field.reason.", "notes.draft.", "notes.evidence.", "notes.abc.", "notes.area.", "notes.choice.",
    "notes.help.", "notes.refused.", "notes.fault.", "notes.payer.missing.", "plans.method.",
    "notes.heading.", "notes.form.add.", "notes.form.present", "behaviour.fault.", "behaviour.area.", "sessions.fault.",
    "sessions.exception.",
    "foundation.fault.", "foundation.trial", "foundation.field.", "foundation.day.", "foundation.weekday",
    "foundation.month.", "foundation.clock.", "foundation.length.", "foundation.tally.", "foundation.timer.",
    "foundation.look.", "foundation.plan_card.", "foundation.banner.", "foundation.shell.", "foundation.form.",
    "desk.fault.", "desk.record.", "desk.looks.", "desk.outcome.", "desk.moment.", "desk.strategy.", "desk.abc.",
    "desk.antecedent.", "desk.consequence.", "desk.effect.", "desk.setting_event.", "desk.setting.", "desk.people.",
    "plans.stage.", "living.activity.",
    "living.level.", "incidents.line.", "incidents.group.", "instruments.respondent.", "instruments.wrong.",
    "instruments.answer.", "instruments.work.", "instruments.form.", "instruments.fault.",
    "instruments.band.", "instruments.score.", "instruments.sign.", "instruments.read.", "instruments.alarm.",
    "instruments.must.", "skills.family.", "skills.felt.", "skills.went.", "skills.form.", "skills.visit.",
    "skills.probe.", "skills.probe_kind.", "skills.page.none", "skills.program.teaching", "skills.techniques.felt",
    "skills.fault.choice", "notes.went.", "notes.felt.", "plans.restrictive.title", "plans.restrictive.kind.",
    "plans.gate.until",
)  # fmt: skip


@cache
def in_words(locale: str) -> bytes:
    """{code: sentence} as JSON. Raises LookupError for a language without a catalogue.

    The lines of a crisis come first and as they are offered: a locked device knows nothing of them but this.
    """
    own = {**catalogue("en"), **catalogue(locale)}
    offered = [f"incidents.line.{line['key']}" for line in reference.load("crisis")["line"]]
    said = {code: own[code] for code in [*offered, *sorted(own)] if code.startswith(NEEDED)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
