"""Pages of forms: what there is, one edition as people will see it, two beside each other, the file itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import alongside.documents.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.models import Agency
from alongside.documents.comparing import Difference, differences
from alongside.documents.deriving import Words, written
from alongside.documents.examining import examined
from alongside.documents.lookups.editions import read_edition
from alongside.documents.models import Approval, Edition, Form, Retirement
from alongside.documents.showing import ShownItem, Told, shown, told
from alongside.foundation.doing import query
from alongside.foundation.errors import No, NotHere
from alongside.foundation.policy import Actor, ask
from alongside.questionnaires.items import Questionnaire
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Agreed:
    """Somebody's agreement, as it was printed then."""

    staff: UUID
    name: str
    credential: str
    at: datetime


@dataclass(frozen=True)
class EditionShown:
    """One edition in a list. `state`: waits (nobody agreed), half (one did), published or retired."""

    id: UUID
    number: int
    title: str
    version: str
    language: str
    url: str
    source: str
    file_name: str
    copyright: str
    sha256: str
    questions: int
    maker: str
    at: datetime
    derived_from: int | None
    state: str
    agreed: tuple[Agreed, ...]
    ended: Agreed | None
    why_ended: str


@dataclass(frozen=True)
class FormShown:
    """A form with its editions, newest first. `used`: the number of the one that is begun today, None for none."""

    id: UUID
    key: str
    title: str
    kind: str
    purpose: str
    youngest: int | None
    oldest: int | None
    respondents: tuple[str, ...]
    editions: tuple[EditionShown, ...]
    used: int | None

    @property
    def waiting(self) -> tuple[EditionShown, ...]:
        """What nobody, or only one person, has agreed to yet."""
        return tuple(one for one in self.editions if one.state in ("waits", "half"))


@dataclass(frozen=True)
class Whole:
    """One edition with everything it asks and everything found. `no`: why the reader may not agree to it, if not."""

    form: FormShown
    edition: EditionShown
    items: tuple[ShownItem, ...]
    blocking: tuple[Told, ...]
    told: tuple[Told, ...]
    words: Words
    no: No | None


@query("documents.forms", on="agencies.Agency")
def forms(*, by: Actor, on: Agency) -> tuple[FormShown, ...]:
    """Every form by its title. Five statements."""
    return _forms(Form.objects.all())


@query("documents.form", on="documents.Form")
def form(*, by: Actor, on: Form) -> FormShown:
    """One form. Four statements."""
    return _forms([on])[0]


@query("documents.edition", on="documents.Edition", fetch=("form",))
def edition(*, by: Actor, on: Edition) -> Whole:
    """What it asks, and what of it cannot be honoured."""
    return _whole(by, on)


@query("documents.compare", on="documents.Edition", fetch=("form",))
def compare(*, by: Actor, on: Edition, other: UUID) -> tuple[FormShown, int, tuple[Difference, ...]]:
    """What became of another edition of the same form in this one, and the other's number. Raises NotHere."""
    before = Edition.objects.defer("body").filter(pk=other, form_id=on.form_id).first()
    if before is None:
        raise NotHere("documents.Edition")
    found = differences(read_edition(before.pk), read_edition(on.pk))
    return _forms([on.form])[0], before.number, found


@query("documents.file", on="documents.Edition")
def file(*, by: Actor, on: Edition) -> tuple[str, bytes]:
    """A name for the file, and its very bytes."""
    stem = on.file_name.rpartition("/")[2].removesuffix(".json") or f"form-{on.number}"
    safe = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in stem)
    return f"{safe[:80]}.json", bytes(on.body)


@query("documents.print", on="documents.Edition", fetch=("form",))
def on_paper(*, by: Actor, on: Edition) -> tuple[str, Questionnaire, str]:
    """A form to be answered by hand: its title, what it asks, whose it is. Two statements."""
    return on.form.title, read_edition(on.pk), on.copyright


def _whole(by: Actor, on: Edition) -> Whole:
    body = bytes(on.body)
    found = examined(body)
    whole = _forms([on.form])[0]
    line = next(one for one in whole.editions if one.id == on.pk)
    answer = ask(by, "documents.approve", on)
    no = answer if isinstance(answer, No) else None
    return Whole(whole, line, shown(found.asked), told(found.blocking), told(found.told), written(body), no)


def _forms(rows: Iterable[Form]) -> tuple[FormShown, ...]:
    rows = list(rows)
    editions: dict[UUID, list[Edition]] = {row.pk: [] for row in rows}
    for one in Edition.objects.defer("body").filter(form__in=rows).order_by("-number"):
        editions[one.form_id].append(one)
    ids = [one.pk for many in editions.values() for one in many]
    agreed: dict[UUID, list[Agreed]] = {id: [] for id in ids}
    for a in Approval.objects.filter(edition__in=ids).order_by("number"):
        agreed[a.edition_id].append(Agreed(a.staff_id, a.name, a.credential, a.at))
    ended = {r.edition_id: r for r in Retirement.objects.filter(edition__in=ids)}
    makers = names(one.made_by_id for many in editions.values() for one in many)
    shown_ = (_form(row, editions[row.pk], agreed, ended, makers) for row in rows)
    return tuple(sorted(shown_, key=lambda one: (one.title.casefold(), one.key)))


def _form(
    row: Form, editions: list[Edition], agreed: dict[UUID, list[Agreed]], ended: dict[UUID, Retirement],
    makers: dict[UUID, str],
) -> FormShown:  # fmt: skip
    numbers = {one.pk: one.number for one in editions}
    lines = tuple(_edition(one, tuple(agreed[one.pk]), ended.get(one.pk), makers, numbers) for one in editions)
    used = next((line.number for line in lines if line.state == "published"), None)
    return FormShown(
        row.pk, row.key, row.title, row.kind, row.purpose, row.youngest, row.oldest, tuple(row.respondents), lines, used
    )


def _edition(
    one: Edition, agreed: tuple[Agreed, ...], ended: Retirement | None, makers: dict[UUID, str],
    numbers: dict[UUID, int],
) -> EditionShown:  # fmt: skip
    published = one.source == "shipped" or len(agreed) > 1
    state = "retired" if ended else "published" if published else "half" if agreed else "waits"
    return EditionShown(
        id=one.pk, number=one.number, title=one.title, version=one.version, language=one.language, url=one.url,
        source=one.source, file_name=one.file_name, copyright=one.copyright, sha256=one.sha256,
        questions=one.questions, maker=makers.get(one.made_by_id, "") if one.made_by_id else "", at=one.at,
        derived_from=numbers.get(one.derived_from_id) if one.derived_from_id else None, state=state, agreed=agreed,
        ended=Agreed(ended.staff_id, ended.name, "", ended.at) if ended else None,
        why_ended=ended.reason if ended else "",
    )  # fmt: skip
