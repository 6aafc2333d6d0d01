"""Forms that may be filled in, and what an edition asks."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.documents.known_sets import known_sets
from alongside.documents.models import Approval, Edition, Retirement
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import read

APPROVALS = 2  # people who agree before an edition of others is used


@dataclass(frozen=True)
class EditionLine:
    """One edition, without what it asks. `title`: as it is shown here; `version`, `language`: as its file says."""

    id: UUID
    form: UUID
    key: str
    title: str
    kind: str
    number: int
    version: str
    language: str
    source: str
    sha256: str
    youngest: int | None
    oldest: int | None
    respondents: tuple[str, ...]
    purpose: str
    published: bool
    retired: bool

    @property
    def label(self) -> str:
        """The name of this edition, for the `form_edition` of a document."""
        return str(self.number)


def published_editions(*, kinds: Collection[str] = ()) -> tuple[EditionLine, ...]:
    """The edition of each form that is begun today: the newest that is published and not retired. One statement."""
    rows = _lines().filter(published=True, retired=False).order_by("form", "-number").distinct("form")
    if kinds:
        rows = rows.filter(form__kind__in=list(kinds))
    return tuple(sorted((_line(row) for row in rows), key=lambda line: (line.title.casefold(), line.key)))


def edition_of(key: str) -> EditionLine | None:
    """The edition of a form that is begun today; None where there is none. One statement."""
    row = _lines().filter(form__key=key, published=True, retired=False).order_by("-number").first()
    return _line(row) if row else None


def edition(edition_id: UUID) -> EditionLine | None:
    """Any edition, published or not. One statement."""
    row = _lines().filter(pk=edition_id).first()
    return _line(row) if row else None


def answered_as(url: str, version: str = "") -> EditionLine | None:
    """The edition with this address, of this version where one is named: one that was published here, even where it is
    not begun any more; the newest. One statement."""
    rows = _lines().filter(url=url, published=True)
    rows = rows.filter(version=version) if version else rows.order_by("retired", "-at")
    row = rows.order_by("retired", "-at").first()
    return _line(row) if row else None


def edition_bytes(edition_id: UUID) -> bytes:
    """The file as it came. One statement. Raises Edition.DoesNotExist."""
    return bytes(Edition.objects.values_list("body", flat=True).get(pk=edition_id))


def read_edition(edition_id: UUID) -> Questionnaire:
    """What an edition asks. Read once a process for each content; one or two statements."""
    digest = Edition.objects.values_list("sha256", flat=True).get(pk=edition_id)
    return _of(digest, edition_id)


def read_line(line: EditionLine) -> Questionnaire:
    """What an edition asks whose line is known already. At most one statement, none where it was read before."""
    return _of(line.sha256, line.id)


_kept: dict[str, Questionnaire] = {}


def _of(digest: str, edition_id: UUID) -> Questionnaire:
    """By digest: the same bytes ask the same, in whichever agency they stand."""
    if digest not in _kept:
        while len(_kept) >= 200:
            _kept.pop(next(iter(_kept)))
        _kept[digest] = read(edition_bytes(edition_id), sets=known_sets())
    return _kept[digest]


def _lines() -> Any:
    approvals = Approval.objects.filter(edition=OuterRef("pk"))
    rows = Edition.objects.defer("body").select_related("form")
    twice = approvals.filter(number=APPROVALS)
    gone = Retirement.objects.filter(edition=OuterRef("pk"))
    return rows.annotate(published=Q(source="shipped") | Exists(twice), retired=Exists(gone))


def _line(row: Any) -> EditionLine:
    form = row.form
    return EditionLine(
        row.pk, form.pk, form.key, form.title, form.kind, row.number, row.version, row.language, row.source,
        row.sha256, form.youngest, form.oldest, tuple(form.respondents), form.purpose,
        row.published, row.retired,
    )  # fmt: skip
