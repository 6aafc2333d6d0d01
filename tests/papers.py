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
