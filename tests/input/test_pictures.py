"""Every picture on every page that the walk meets: named for those who cannot see it, or beside what says the same."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Picture:
    """An svg: its attributes, the figure around it, and whether it has a data path."""

    attributes: dict[str, str]
    figure: int | None
    points: bool = False


@dataclass
class Pictures(HTMLParser):
    """All of a page, with the texts by their ids."""

    found: list[Picture] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    tables: set[int] = field(default_factory=set)
    _open: list[tuple[str, str, bool]] = field(default_factory=list)
    _figures: list[int] = field(default_factory=list)
    _count: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag not in EMPTY:
            named = said.get("role") == "img" and bool(said.get("aria-label"))
            self._open.append((tag, said.get("id", ""), named and tag != "svg"))
        if tag == "figure":
            self._count += 1
            self._figures.append(self._count)
        if tag == "svg" and not any(named for _, _, named in self._open):  # else what is around it says it
            self.found.append(Picture(said, self._figures[-1] if self._figures else None))
        self._pathed(tag, said)
        if tag == "table" and self._figures:
            self.tables.add(self._figures[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._pathed(tag, {name: value or "" for name, value in attrs})

    def _pathed(self, tag: str, said: dict[str, str]) -> None:
        """A data path makes a graph of it: whatever else it says, its numbers stand there as a table."""
        if tag in ("path", "polyline") and "path" in said.get("class", "").split() and self.found:
            self.found[-1].points = True

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag == "figure" and self._figures:
            self._figures.pop()

    def handle_data(self, data: str) -> None:
        for _, id, _ in self._open:
            if id:
                self.texts[id] = self.texts.get(id, "") + data


def silent(html: str) -> list[str]:
    """The pictures of a page that say nothing to whoever cannot see them, and graphs without their numbers."""
    page = Pictures()
    page.feed(html)
    return [told for picture in page.found if (told := _silent(page, picture))]


def _silent(page: Pictures, picture: Picture) -> str:
    said = picture.attributes
    if said.get("aria-hidden") == "true":
        return ""
    name = said.get("aria-label", "") or " ".join(
        page.texts.get(id, "") for id in said.get("aria-labelledby", "").split()
    )  # fmt: skip
    if said.get("role") != "img" or not name.strip():
        return f"no role img with a name: {said}"
    if "plot" in said.get("class", "").split() and picture.points and picture.figure not in page.tables:
        return f"a graph without its numbers: {name}"
    return ""


def test_a_picture_that_says_nothing_is_noticed():
    graph = '<svg class="plot" role="img" aria-label="Falling"><path class="path"/></svg>'
    assert silent(f"<figure>{graph}</figure><table></table>") and not silent(f"<figure>{graph}<table></table></figure>")
    assert silent('<svg class="plot"><circle/></svg>')
    assert silent('<svg class="plot" role="img" aria-labelledby="t"><title id="t"> </title></svg>')
    assert not silent('<svg aria-hidden="true"></svg>')
    assert not silent('<svg role="img" aria-labelledby="t"><title id="t">Falling</title></svg>')


def test_every_picture_of_every_page_says_what_it_shows(walked):
    wrong = {shown.path: told for shown in walked.pages if (told := silent(shown.html))}
    assert sum("<svg" in shown.html for shown in walked.pages) > 50
    assert wrong == {}
