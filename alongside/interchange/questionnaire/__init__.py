"""Forms of others: FHIR R4 Questionnaires."""

from alongside.interchange.questionnaire import command

__all__ = ["command"]
