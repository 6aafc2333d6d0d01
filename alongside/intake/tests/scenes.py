"""An intake on its way: scenes for tests."""

from dataclasses import replace
from datetime import UTC, datetime

from alongside.documents import lookups as papers
from alongside.instruments import actions as instruments
from alongside.instruments.lookups import answering
from alongside.intake import actions as intake

ANSWERS = {
    "voice": [("strengths", "valueString", "Patient with animals"), ("own-words", "valueString", "I want to sleep")],
    "person": [("language", "valueCoding", {"system": "urn:ietf:bcp:47", "code": "es", "display": "Spanish"}),
               ("interpreter", "valueBoolean", True), ("pronouns", "valueString", "she / her")],
    "safe": [("helps", "valueString", "Being outside")],
    "risk": [(f"risk-{name}", "valueCoding", {"system": "urn:alongside:form:intake", "code": "no", "display": "No"})
             for name in ("self", "others", "run", "substance", "harmed")],
    "seen": [("observed", "valueString", "She showed her drawings and asked when we meet again.")],
}  # fmt: skip


def summed_up(on, by, **said):
    """What was found, written, signed and sent."""
    saved = intake.summarize(by=by, on=on, **said)
    return intake.sign(by=replace(by, confirmed_at=datetime.now(UTC)), on=on, saved=saved)


def referred(cast, by=None, **said):
    said = {"given": "Mara", "family": "Quist", "source": "school", "referrer": "Ms. Ode, counselor", "urgency": "soon",
            "reason": "She sleeps badly since they moved.", "contact": "Ines Quist", "relation": "mother",
            "phone": "+1 215 555 0101", **said}  # fmt: skip
    return intake.refer(by=by or cast.dev, on=cast.agency, **said)


def begun(cast, **said):
    return intake.begin(
        by=cast.dev, on=referred(cast, **said), identifier="C-77", lead=cast.staff["imani"], programme=cast.programme.pk
    )


def nodes(answers=ANSWERS):
    return [
        {
            "linkId": f"part-{part}",
            "item": [{"linkId": link, "answer": [{member: value}]} for link, member, value in of],
        }
        for part, of in answers.items()
    ]


def observed(cast, on, by=None, answers=ANSWERS):
    """The observation, begun, answered and signed."""
    who = by or cast.imani
    made = intake.observe(by=who, on=on.pk)
    instruments.save(by=who, on=made.answering_id, based_on=1, answers=nodes(answers))
    paper = papers.at_work(answering(made.answering_id).document_id)
    signer = replace(who, confirmed_at=datetime.now(UTC))
    instruments.sign(by=signer, on=made.answering_id, saved=paper.saved)
    return made
