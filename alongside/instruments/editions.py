"""Which form somebody may begin: an edition that is published here, or an instrument that is shipped."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.documents import lookups as documents
from alongside.documents.shelving import shipped
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.instruments.instrument import Instrument, instruments, questionnaire
from alongside.instruments.models import RESPONDENTS
from alongside.instruments.worth import instrument_of
from alongside.people.models import Client
from alongside.questionnaires.items import Questionnaire


@dataclass(frozen=True)
class Begun:
    """A form that is begun. `edition` is None where its results alone are entered."""

    form: str
    number: str
    title: str
    edition: UUID | None
    instrument: Instrument | None
    respondents: tuple[str, ...] = ()
    ages: tuple[int | None, int | None] = (None, None)


def begun(form: str) -> Begun:
    """The form of a key as it is begun today. Raises NotHere."""
    if known := instruments().get(form):
        return of_instrument(known)
    line = documents.edition_of(form)
    if line is None:
        raise NotHere("documents.Edition")
    return of_line(line)


def begun_edition(edition_id: UUID) -> Begun:
    """One edition. Raises NotHere; Unacceptable where it is not published, or not used any more."""
    line = documents.edition(edition_id)
    if line is None:
        raise NotHere("documents.Edition")
    if not line.published or line.retired:
        raise Unacceptable(Fault("instruments.fault.not_published", "form"))
    return of_line(line)


def of_instrument(known: Instrument) -> Begun:
    """An instrument that is shipped; where its licence allows the items, an edition here when first needed."""
    about = known.about
    ages = (about["ages"][0], about["ages"][1]) if "ages" in about else (None, None)
    respondents = tuple(about.get("respondents", ()))
    if not known.has_items:
        return Begun(known.key, str(about["edition"]), known.title, None, known, respondents, ages)
    edition = shipped(
        known.key, questionnaire(known), title=known.title, kind="screening", purpose=about["about"], ages=ages,
        respondents=respondents,
    )  # fmt: skip
    line = documents.edition(edition)
    assert line is not None, "it was made just now"
    return Begun(line.key, line.label, known.title, edition, known, respondents, ages)


def of_line(line: documents.EditionLine) -> Begun:
    """An edition that was published here, begun today or not."""
    known = instrument_of(documents.read_edition(line.id))
    return Begun(
        line.key, line.label, line.title, line.id, known, line.respondents, (line.youngest, line.oldest)
    )  # fmt: skip


def asked_of(edition_id: UUID) -> Questionnaire:
    """What an edition asks."""
    return documents.read_edition(edition_id)


def begin_faults(by: Actor, client: Client, wanted: Begun, *, respondent: str, taken_on: date) -> list[Fault]:
    """Faults of who answers a form, and when."""
    found = [Fault("instruments.fault.respondent", "respondent")] * (
        respondent not in RESPONDENTS or bool(wanted.respondents and respondent not in wanted.respondents)
    )
    found += [Fault("instruments.fault.later", "taken_on")] * (taken_on > today(by.zone))
    age, (youngest, oldest) = years(client.party.birth_date, taken_on), wanted.ages
    if age is not None and not (youngest or 0) <= age <= (oldest or 200):
        ages = {"youngest": youngest or 0, "oldest": oldest or 120, "age": age}
        found.append(Fault("instruments.fault.age", "form", ages))
    return found


def years(born: date | None, on: date) -> int | None:
    """Whole years of age on a day; None where the birthday is not known."""
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
