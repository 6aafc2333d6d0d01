"""What the pictures show: a page of the demo agency, who looks at it, and in which looks."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from docs.guides import in_the_field as field
from docs.guides.places import (
    ADA,
    BEN,
    DEV,
    IMANI,
    ROSA,
    answering,
    at,
    begin,
    first_note,
    forbidden,
    further_down,
    graph,
    of,
    recorded,
    signing,
    stage,
    then,
)

BOTH = "390-light 1440-light"
ALL = "390-light 390-dark 1440-light 1440-dark"
DESK_LOOKS = "1440-light 1440-dark"


@dataclass(frozen=True)
class Scene:
    """`go` brings a page that is signed in as `who` to what is to be seen."""

    name: str
    who: str
    go: Callable[[Page], None]
    looks: str = BOTH


SCENES = (
    Scene("sign-in", "", at("/account/login/"), ALL),
    Scene("today", ROSA, at("/"), ALL),
    Scene("today-empty", ADA, at("/"), "390-light"),
    Scene("plan-card", ROSA, stage("Theo", "Escalating"), ALL),
    Scene("record", ROSA, recorded("Theo"), ALL),
    Scene("record-steps", ROSA, further_down("Brushes teeth"), "390-light"),
    Scene("record-intervals", BEN, begin("Ida"), "390-light 1440-light"),
    Scene("around", ROSA, then(begin("Theo"), "What happened before and after"), "390-light"),
    Scene("end-visit", ROSA, then(begin("Theo"), "End visit"), "390-light"),
    Scene("forms", IMANI, at("/settings/forms/"), "1440-light"),
    Scene("form", IMANI, then(then(at("/settings/forms/"), "A week at home"), "Edition 2"), "1440-light"),
    Scene("intake", IMANI, of("Nia", "intake/"), "390-light 1440-light"),
    Scene("questionnaires", IMANI, of("Theo", "instruments/"), "1440-light"),
    Scene("answering", ROSA, answering("Theo", "psc-17", "parent"), "390-light 390-dark"),
    Scene("function", IMANI, of("Theo", "function/"), "1440-light"),
    Scene("assessment", IMANI, then(of("Theo", "function/"), "Leaves the area"), "390-light 1440-light"),
    Scene("analysis", IMANI, then(of("Theo", "function/"), "Leaving, tried in class"), "1440-light"),
    Scene("caseload", ROSA, at("/clients/")),
    Scene("search", ROSA, at("/search/?q=thea")),
    Scene("search-nothing", ROSA, at("/search/?q=zebra"), "390-light"),
    Scene("chart", IMANI, of("Theo"), ALL),
    Scene("behavior", IMANI, of("Theo", "behavior/"), "1440-light"),
    Scene("graph", IMANI, graph("Theo"), ALL),
    Scene("graph-numbers", IMANI, then(graph("Theo"), "Show the numbers"), "1440-light"),
    Scene("timeline", IMANI, of("Theo", "timeline/")),
    Scene("person", IMANI, of("Theo", "person/")),
    Scene("plans", IMANI, of("Theo", "plans/")),
    Scene("visits", IMANI, of("Theo", "visits/"), "1440-light"),
    Scene("to-sign", ROSA, at("/to-sign/")),
    Scene("note", ROSA, first_note("/to-sign/"), ALL),
    Scene("sign", BEN, signing),
    Scene("to-cosign", IMANI, at("/to-cosign/"), "1440-light"),
    Scene("cosign", IMANI, first_note("/to-cosign/"), DESK_LOOKS),
    Scene("returned", BEN, first_note("/returned/"), "390-light"),
    Scene("returned-empty", ROSA, at("/returned/"), "390-light"),
    Scene("inbox", IMANI, at("/inbox/"), "1440-light"),
    Scene("schedule", DEV, at("/schedule/")),
    Scene("week", ROSA, at("/week/"), "390-light"),
    Scene("staff", ADA, at("/staff/"), "1440-light"),
    Scene("published", IMANI, of("Laski"), "1440-light"),
    Scene("published-graph", IMANI, graph("Laski"), "390-light 1440-light 1440-dark"),
    Scene("refused", BEN, forbidden("Theo")),
    Scene("not-here", ROSA, at("/notes/00000000-0000-0000-0000-000000000000/"), "390-light"),
    Scene("help", ROSA, at("/help/"), "390-light"),
    Scene("field-today", ROSA, field.today, "390-light 390-dark"),
    Scene("field-card", ROSA, field.card, "390-light"),
    Scene("field-record", ROSA, field.record, "390-light 390-dark"),
    Scene("field-around", ROSA, field.beside("Before and after"), "390-light"),
    Scene("field-different", ROSA, field.beside("Something is different"), "390-light"),
    Scene("field-locked", ROSA, field.locked, "390-light"),
    Scene("field-crisis", ROSA, field.crisis, "390-light"),
    Scene("field-note", ROSA, field.note, "390-light"),
    Scene("field-unsent", ROSA, field.unsent, "390-light"),
)
