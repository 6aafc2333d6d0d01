"""The form of the intake observation, which comes with the product."""

from uuid import UUID

from alongside.documents.shelving import shipped
from alongside.foundation.reference import FOLDER

KEY = "intake"


def observation_form() -> UUID:
    """Its edition in this agency, made when it is first needed."""
    body = (FOLDER / "forms" / "intake.json").read_bytes()
    return shipped(KEY, body, title="Intake observation", kind="intake", respondents=("self", "parent", "caregiver"))
