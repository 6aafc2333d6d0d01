"""The function interview, a form of our own wording that comes with the product."""

from uuid import UUID

from alongside.documents.shelving import shipped
from alongside.foundation.reference import FOLDER

KEY, TITLE = "function-interview", "Function interview"
ASKED = ("parent", "caregiver", "teacher", "staff")


def interview_form() -> UUID:
    """Its edition in this agency, made when it is first needed."""
    body = (FOLDER / "forms" / "function_interview.json").read_bytes()
    return shipped(KEY, body, title=TITLE, kind="observation", respondents=ASKED)
