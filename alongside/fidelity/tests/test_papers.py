"""The checklist to score by hand, and a check as it was scored, as PDF."""

from alongside.fidelity.tests.test_fidelity import check, form_of, session, version  # noqa: F401  (fixtures)
from tests.papers import text_of


def test_the_checklist_has_a_box_for_each_answer_to_each_step(cast, at, version):  # noqa: F811
    answer = at("rosa").get(f"/plans/versions/{version.pk}/checklist.pdf")
    text = text_of(answer.content)
    for words in ("Checklist", "Show the day in pictures.", "Did not apply", "In a crisis", "Clear the room.",
                  "Version 1", "Theodore Bell", "Who watched"):  # fmt: skip
        assert words in text, words
    assert "checklist.pdf" in at("rosa").get(f"/clients/{cast.theo.pk}/fidelity/").content.decode()


def test_a_check_is_printed_step_by_step_and_says_that_it_was_corrected(cast, at, session):  # noqa: F811
    made = check(cast, session, 0, remark="Talked about the pictures.")
    text = text_of(at("imani").get(f"/fidelity/{made.pk}/paper.pdf").content)
    for words in ("as written", "Show the day in pictures.", "No", "Talked about the pictures.", "Imani Okafor"):
        assert words in text, words
    at("imani").post(f"/fidelity/{made.pk}/correction/", form_of(session, reason="Seen through the door."))
    assert "This check was corrected." in text_of(at("imani").get(f"/fidelity/{made.pk}/paper.pdf").content)


def test_who_may_not_print(cast, at, session, version):  # noqa: F811
    made = check(cast, session, 0)
    for path in (f"/fidelity/{made.pk}/paper.pdf", f"/plans/versions/{version.pk}/checklist.pdf"):
        assert [at(who).get(path).status_code for who in ("dev", "ben")] == [403, 403]
