"""Reading what was printed."""

import io

from pypdf import PdfReader

from alongside.printing import plain


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def text_of(made: bytes) -> str:
    """Every word of a PDF in one line, without the places where long words may break."""
    text = "\n".join(page.extract_text() for page in read(made).pages)
    return " ".join(text.replace(plain.BREAK, "").split())


def figures(made: bytes) -> list[str]:
    """The words of every drawing of a tagged PDF, in their order."""
    return [str(one["/Alt"]) for one in _tags(read(made).trailer["/Root"]["/StructTreeRoot"]) if "/Alt" in one]


def _tags(of):
    """Every element of the tree of tags, from the root down."""
    for one in _below(of):
        yield one
        yield from _tags(one)


def _below(of):
    inside = of.get("/K")
    inside = inside.get_object() if hasattr(inside, "get_object") else inside
    for one in inside if isinstance(inside, list) else [inside]:
        one = one.get_object() if hasattr(one, "get_object") else one
        if hasattr(one, "get"):
            yield one
