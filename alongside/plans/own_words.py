"""What a template of an agency's own says, in lines: beside what it began as, and for two texts of one section."""

from alongside.foundation.messages import say
from alongside.plans import telling
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules.templates import PlanTemplate
from alongside.plans.telling import Line, Pair


def title(place: str) -> str:
    """The heading of a section by its place."""
    return say(f"plans.own.place.{place}") if place in ("head", "replacement") else telling.title(place)


def told(section: rules.OwnSection | None) -> tuple[str, ...]:
    """The lines of a section; none where there is none."""
    match section:
        case rules.Head():
            reduction = say("plans.own.line.reduction", percent=section.reduction)
            return tuple(filter(None, (section.about, section.goal, reduction)))
        case rules.Taught():
            return tuple(filter(None, vars(section).values()))
        case None:
            return ()
    return telling.told(section, {}, {})


def side_by_side(old: PlanTemplate | None, new: PlanTemplate) -> list[Pair]:
    """Every section of a template beside that of the one it began as."""
    return [_pair(rules.at(old, section.place) if old else None, section) for section in rules.sections_of(new)]


def _pair(old: rules.OwnSection | None, new: rules.OwnSection) -> Pair:
    was, is_ = told(old), told(new)
    return Pair(
        new.place, title(new.place), tuple(Line(text, text not in is_) for text in was),
        tuple(Line(text, text not in was) for text in is_),
    )  # fmt: skip
