"""Answers that were given elsewhere: FHIR R4 QuestionnaireResponses."""

from alongside.interchange.response import command

__all__ = ["command"]
