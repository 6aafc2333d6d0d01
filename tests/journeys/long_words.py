"""Theo with the longest names and words that anybody may type: what a narrow screen has to bear."""

from dataclasses import replace
from typing import Any

from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans.rules.texts import STAGES, Crisis, Stage, Step, Strategies
from tests.journeys.visits import visit_due
from tests.plans import HANDS, SETTINGS, STRATEGIES, behaviour_sections

UNBROKEN = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"  # 60 letters
WORDS = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau and whatever else goes with it, every single time"
MEASURES = ("duration", "trial", "task_analysis", "magnitude", "momentary", "latency", "rating", "product")


def long_words(world: Any) -> None:
    """His name, his alerts, what he works for, and a visit that is due with a plan in which every line is long."""
    visit_due(world, plan=_plan)
    with inside(world.agency):
        people.rename(by=world.dev, on=world.theo.pk, given=UNBROKEN, family=UNBROKEN)
        people.change(by=world.imani, on=world.theo.pk, own_words=WORDS, matters=WORDS)
        for kind in ("danger", "warn", "allergy", "seizure", "rescue", "first_aid"):
            people.raise_alert(by=world.imani, on=world.theo.pk, kind=kind, text=f"{UNBROKEN} {kind}")
        plans.offer(by=world.imani, on=world.theo.pk, text=WORDS, cost=5)


def _plan(world: Any) -> None:
    card = [Stage(key, look=(WORDS,), do=(WORDS, UNBROKEN), dont=(WORDS,), say=(WORDS,)) for key in STAGES]
    steps = Crisis((Step(WORDS, UNBROKEN), Step(UNBROKEN, UNBROKEN), Step("Call the supervisor.", "TSS")))
    version = plans.begin(by=world.imani, on=world.theo, kind="behaviour")
    usual = [one for one in behaviour_sections() if not isinstance(one, Crisis | Stage | Strategies)]
    for section in (*usual, replace(STRATEGIES, during=(WORDS, UNBROKEN)), steps, *card):
        plans.write(by=world.imani, on=version, section=section)
    for n, measure in enumerate(MEASURES, 3):
        named = {"name": f"{UNBROKEN[:40]} {measure}", "screen_name": f"{UNBROKEN[:30]} {measure}"}
        target = replace(HANDS, **named, measure=measure, settings=SETTINGS.get(measure, {}), pinned=n)
        plans.write(by=world.imani, on=version, section=target)
    plans.publish(by=world.imani, on=version)
