"""Forms and steps of the demo agency's own: agreed to by two people, with others that wait for the second."""

from dataclasses import replace

from alongside.documents import actions as documents
from alongside.documents.deriving import written
from alongside.foundation import reference
from alongside.instruments import actions as instruments
from alongside.people.lookups import by_identifier
from alongside.project.demo.cast import House
from alongside.project.demo.steps import Steps

ASKED_OF = "HFS-1042"  # Theo, at the reviews of his plan
NEW_WORDS = {"best": "The best moment of the week, also a small one"}


def fill(house: House, steps: Steps) -> None:
    """What Forms shows in the demo."""
    for name in steps("Demo: a form of its own", ["week_at_home"], "forms"):
        body = (reference.FOLDER / "demo" / f"{name}.json").read_bytes()
        made = documents.bring_in(
            by=house["quinn"], on=house.agency, body=body, file_name=f"{name}.json", kind="survey"
        )
        for who in ("amara", "imani"):
            documents.approve(by=house[who], on=made.pk)
        documents.describe(
            by=house["quinn"], on=made.form_id, title=made.title, kind="survey", youngest=3, oldest=17,
            purpose="What a week was like at home, before the review of a plan.", respondents=["parent", "caregiver"],
        )  # fmt: skip
        words = written(body)
        items = {link: replace(edit, text=NEW_WORDS.get(link, edit.text)) for link, edit in words.items.items()}
        newer = documents.derive(by=house["imani"], on=made.pk, words=replace(words, version="2026-11", items=items))
        documents.approve(by=house["amara"], on=newer.pk)
        theo = by_identifier(ASKED_OF)
        instruments.ask(by=house["imani"], on=theo, form=made.form.key, respondent="parent", occasion="review")
    _say_what_follows(house)


def _say_what_follows(house: House) -> None:
    """What must follow an answer on suicide in the agency's own words: in force, and one that waits."""
    first, second = reference.load("demo/agency")["following"]
    agreed = instruments.word_path(by=house["imani"], on=house.agency, path="suicide", **first)
    instruments.agree_path(by=house["quinn"], on=agreed.pk, read=True)
    instruments.word_path(by=house["amara"], on=house.agency, path="suicide", **second)
