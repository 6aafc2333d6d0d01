"""What comes out: every text as it was typed, tagged, in its language, the same bytes again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.printing import NotPrinted, Paper, Part, glyphs, paper, pdf, plain
from alongside.printing.press import press
from tests.papers import read, text_of

AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
LINE = '<line class="axis" x1="0" y1="0" x2="60" y2="40"/>'
SVG = f'<svg class="plot" viewBox="0 0 60 40">{LINE}<text x="5" y="20">{{}}</text></svg>'


def of(*blocks, parts=1, **more):
    row = tuple(Part(f"Progress note {n}", blocks, "Theo Bell · 0417") for n in range(1, parts + 1))
    return Paper(
        title="Progress note", language="en", agency="Harbor", parts=row, printed_at=AT, confidential="Confidential",
        pages="Page {page} of {pages}", unshown="{count} letters stand as their names", **more,
    )  # fmt: skip


EVERY = (
    paper.heading("A heading"), paper.facts([("Client", "Theo Bell"), ("Born", "4 Mar 2017")]),
    paper.words(("He asked for a break.", "1"), "Then he left."), paper.line("A line", strong=True),
    paper.small("Small"),
    paper.points(["one", "two"]), paper.steps(["first", "second"]), paper.alert("Seen first"),
    paper.table(["Left", "Right"], [["a", "b"], ["c", "d"]], "A caption"), paper.table(["Time"], [[""]] * 3, tall=True),
    paper.chart(SVG.format("Visit"), "It falls from 4 to 1", "Leaving"),
    paper.signature("Rosa Delgado", "TSS", ["Signed today", "Version 3"]),
    paper.sign_here("Caregiver", "Signature", "Date"),
    paper.choices("How often?", [("Never", False), ("Often", True)], "One only"), paper.answer("Why?", lines=2),
    paper.answer("Since when?", "Monday"),
)  # fmt: skip


def test_every_block_is_printed():
    text = text_of(pdf(of(*EVERY)))
    words = (
        "A heading", "Theo Bell", "He asked for a break.", "first", "Seen first", "A caption", "Leaving",
        "Rosa Delgado", "It falls from 4 to 1", "Caregiver", "☐", "☒", "Often", "Monday", "Page 1 of",
    )  # fmt: skip
    assert [word for word in words if word not in text] == []


def test_it_is_tagged_in_its_language_and_names_nobody_in_the_file():
    found = read(pdf(of(*EVERY)))
    catalog = found.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] and catalog["/Lang"] == "en" and "/StructTreeRoot" in catalog
    assert b"pdfuaid" in catalog["/Metadata"].get_object().get_data()
    assert found.metadata.title == "Progress note" and b"Theo" not in catalog["/Metadata"].get_object().get_data()
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_its_types_are_inside():
    for page in read(pdf(of(*EVERY))).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_the_same_paper_gives_the_same_bytes():
    assert pdf(of(*EVERY)) == pdf(of(*EVERY))


def test_a_level_that_was_left_out_stops_nothing():
    assert "Deep" in text_of(pdf(of(paper.heading("Deep", 4), paper.heading("Up", 2), paper.heading("Down", 4))))


def test_spanish_says_so():
    assert read(pdf(replace(of(*EVERY), language="es"))).trailer["/Root"]["/Lang"] == "es"


def test_several_parts_have_a_table_of_contents_that_leads_to_them():
    found = read(pdf(of(*EVERY[:4], parts=3, contents="Contents")))
    titles = [entry["/Title"] for entry in found.outline if not isinstance(entry, list)]
    assert titles == [f"Progress note {n}" for n in (1, 2, 3)]
    assert len(found.pages) == 4
    assert "Progress note 3" in found.pages[0].extract_text() and "/Annots" in found.pages[0]


NASTY = [
    '#read("/etc/passwd")', '#import "@preview/cetz:0.3.0": *', "] \\ [ } {", "$x^2$ and $ alone",
    "*bold* _italic_ `raw`",
    "<label> @reference", "// not a comment", "/* nor this */", "= Heading", "- item", "+ item", "/ Term: words",
    "https://example.org/x", "{{ 7*7 }} {% include %}", "a -- b --- c ...", "'quoted' \"twice\"", "~ and \\u{41}",
    "#panic(1)", "%PDF-1.7", "\\", "]]>", "</svg><script>alert(1)</script>",
]  # fmt: skip


@pytest.mark.parametrize("typed", NASTY)
def test_what_looks_like_an_order_is_text(typed):
    blocks = (paper.words(typed), paper.facts([(typed, typed)]), paper.table([typed], [[typed]]), paper.heading(typed))
    text = text_of(pdf(of(*blocks)))
    assert text.replace("’", "'").replace("”", '"').replace("“", '"').replace("‘", "'").count(typed.strip()) >= 3


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("😀", "[grinning face]"),
        ("中", "[U+4E2D]"),
        ("한", "[U+D55C]"),
        ("\u202eabc", "[right-to-left override]abc"),
        ("\x07", "[U+0007]"),
        ("\ud800", "[U+D800]"),
        ("\ue000", "[U+E000]"),
        ("Привет", "Привет"),
        ("Ελλάδα", "Ελλάδα"),
        ("Nguyễn", "Nguyễn"),
        ("łódź", "łódź"),
    ],
)
def test_a_letter_that_no_type_has_stands_as_its_name(typed, printed):
    text = text_of(pdf(of(paper.words(f"before {typed} after"))))
    assert printed in text
    assert ("stand as their names" in text) == (printed.startswith("["))


def test_right_to_left_is_kept():
    text = text_of(pdf(of(paper.words("שלום Theo مرحبا"))))
    assert "Theo" in text and any("\u0590" <= sign <= "\u05ff" for sign in text) and "stand as" not in text


def test_zero_width_signs_neither_stop_nor_show():
    assert "ab" in text_of(pdf(of(paper.words("a\u200bb")))) and pdf(of(paper.words("\u200d\u200c\u2060\ufeff\u00ad")))


def test_a_hundred_thousand_letters_are_all_there():
    text = "".join(f"word {n} " for n in range(10_000))
    printed = text_of(pdf(of(paper.words(text))))
    assert "word 0 " in printed and "word 9999" in printed and len(text) > 98_000


def test_a_word_without_end_stays_on_the_page():
    found = read(pdf(of(paper.words("x" * 50_000), paper.table(["a", "b"], [["y" * 500, "z"]]))))
    assert len(found.pages) > 5 and sum(page.extract_text().count("x") for page in found.pages) >= 50_000


def test_the_words_of_a_drawing_are_words():
    assert "Visit 3 [grinning face]" in text_of(pdf(of(paper.chart(SVG.format("Visit 3 😀"), "Words"))))


def test_a_drawing_cannot_reach_out():
    svg = SVG.format("Visit").replace("</svg>", '<image href="file:///etc/passwd" width="9" height="9"/></svg>')
    with pytest.raises(NotPrinted):
        pdf(of(paper.chart(svg, "Words")))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_any_text_can_be_printed(typed):
    assert pdf(of(paper.words(typed), paper.line(typed), paper.facts([("a", typed)]))).startswith(b"%PDF")


def test_the_list_of_letters_is_still_right():
    """After a change of the types or of Typst: python -m alongside.printing.glyphs."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[glyphs.FONTS])
    compiler = typst.Compiler(glyphs.SOURCE, font_paths=fonts)
    starts, ends = plain._ranges()
    for first, last in zip(starts, ends, strict=True):
        assert glyphs.settable(compiler, " ".join(map(chr, range(first, last + 1)))), f"{first:04X}"


def test_a_picture_without_words_is_refused_by_the_standard():
    source = '#set document(title: "t")\n#image(bytes(json(bytes(sys.inputs.paper)).svg), format: "svg")'
    with pytest.raises(NotPrinted):
        press(source, {"svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'})
