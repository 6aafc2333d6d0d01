"""The printing process: an order as JSON comes in, a PDF goes out, or the reason in one line and status 3.

Typst and its types are loaded first; then nothing can be opened any more, and only then is the order read.
"""

import json
import re
import sys
from pathlib import Path

import typst

from alongside.printing import limits

FONTS = Path(__file__).parent / "fonts"
TYPES = (("Literata", 400, "normal"), ("Literata", 400, "italic"), ("Literata", 600, "normal"),
         ("Atkinson Hyperlegible Next", 400, "normal"), ("Atkinson Hyperlegible Next", 700, "normal"))  # fmt: skip
PROOF = "\n".join(f'#text(font: "{name}", weight: {weight}, style: "{style}")[a]' for name, weight, style in TYPES)


def main() -> None:
    limits.begin()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    compiler = typst.Compiler(PROOF.encode(), root=".", font_paths=fonts)
    compiler.compile(input=PROOF.encode(), format="pdf")  # reads every type once: later it could not
    limits.shut()
    order = json.load(sys.stdin.buffer)
    try:
        made = compiler.compile(
            input=order["template"].encode(),
            format="pdf",
            sys_inputs={"paper": json.dumps(order["paper"], ensure_ascii=False)},
            pdf_standards=order["standards"],
            timestamp=order["at"],
        )
    except BaseException as fault:  # what Typst panics with is no Exception
        sys.exit(_said(getattr(fault, "message", type(fault).__name__)))
    assert isinstance(made, bytes)
    sys.stdout.buffer.write(made)


def _said(message: str) -> int:
    """Without what the paper says: a message of Typst quotes it."""
    print(re.split('[`":]', message.splitlines()[0])[0][:200], file=sys.stderr)
    return 3


main()
