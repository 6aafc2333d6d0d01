"""An answer that is made after the commit: made once, and a reason where it cannot be."""

import pytest
from django.test import RequestFactory

from alongside.foundation.errors import NotMade
from alongside.foundation.webkit.late import PdfResponse


def answer(make):
    request = RequestFactory().get("/notes/1/paper.pdf")
    request.actor = None
    return PdfResponse(request, make, name="progress-note")


def test_nothing_is_made_before_it_is_rendered_and_then_once():
    made = []
    response = answer(lambda: made.append(1) or b"%PDF-1.7")
    assert made == []
    assert response.render().render().content == b"%PDF-1.7" and made == [1]
    assert response["Content-Disposition"] == 'inline; filename="progress-note.pdf"'


@pytest.mark.parametrize("code", ["busy", "too_long", "too_much", "unprintable"])
def test_what_could_not_be_made_is_a_page_with_the_reason(code):
    def fail():
        raise NotMade(code, "remark for the log")

    page = answer(fail).render()
    assert page.status_code == 503 and b"Nothing in the record changed" in page.content
    assert b"remark" not in page.content and ("Retry-After" in page) == (code == "busy")
