"""Extensions by what becomes of them. Source: HL7 FHIR R4, and Structured Data Capture 3.0.0 (both public)."""

from alongside.questionnaires.extensions import CORE, SDC

HONOURED = frozenset(
    [f"{CORE}{name}" for name in (
        "ordinalValue", "itemWeight", "minValue", "maxValue", "maxDecimalPlaces", "regex", "variable",
        "questionnaire-hidden", "questionnaire-minOccurs", "questionnaire-maxOccurs", "questionnaire-unit",
        "questionnaire-unitOption", "questionnaire-itemControl", "questionnaire-optionPrefix",
        "questionnaire-optionExclusive",
    )]
    + [f"{SDC}{name}" for name in (
        "enableWhenExpression", "calculatedExpression", "initialExpression", "launchContext",
    )]
)  # fmt: skip
"""Read and carried out (reading.py)."""

HARMLESS = frozenset(
    [f"{CORE}{name}" for name in (
        "questionnaire-displayCategory", "questionnaire-choiceOrientation", "questionnaire-sliderStepValue",
        "questionnaire-supportLink", "questionnaire-usageMode", "questionnaire-signatureRequired",
        "rendering-style", "rendering-xhtml", "rendering-markdown", "rendering-styleSensitive", "entryFormat",
        "translation", "display", "designNote", "preferredTerminologyServer", "questionnaire-optionRestriction",
        "cqf-library", "cqf-questionnaire", "replaces", "artifact-versionAlgorithm",
    )]
    + [f"{SDC}{name}" for name in (
        "observationLinkPeriod", "observationExtract", "width", "openLabel", "shortText", "collapsible",
        "itemExtractionContext", "preferredTerminologyServer", "performerType", "endpoint", "isSubject",
        "itemPopulationContext", "sourceQueries", "sourceStructureMap", "targetStructureMap",
    )]
)  # fmt: skip
"""How it looks, or what others do with the answers: what is asked, and what an answer means, stays as it is."""

UNSAFE = ("trace", "resolve", "memberOf", "subsumes", "subsumedBy", "validateVS", "expand", "translate", "htmlChecks",
          "matches", "matchesFull", "replaceMatches", "defineVariable", "power")  # fmt: skip
"""Functions of FHIRPath that write to logs or ask a server, run a pattern of anybody's, or make numbers without an end:
no form here does any of it."""
