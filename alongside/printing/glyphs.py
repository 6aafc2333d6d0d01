"""Which letters the types here can show: `python -m alongside.printing.glyphs` asks Typst and writes fonts/shown.txt.

To be run after a change of the types or of Typst; a test tells when.
"""

import unicodedata
from collections.abc import Iterator

import typst

from alongside.printing.plain import RANGES

FONTS = str(RANGES.parent)
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
SOURCE = b'#set document(title: "t")\n#set text(font: "Atkinson Hyperlegible Next")\n#sys.inputs.letters'


def main() -> None:
    signs = [chr(code) for code in range(0x20, 0x20000) if unicodedata.category(chr(code)) not in HIDDEN]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    found = sorted(ord(sign) for sign in _shown(typst.Compiler(SOURCE, font_paths=fonts), signs))
    RANGES.write_text("".join(f"{first:04X}-{last:04X}\n" for first, last in _runs(found)))


def _shown(compiler: typst.Compiler, signs: list[str]) -> Iterator[str]:
    if settable(compiler, " ".join(signs)):
        yield from signs
    elif len(signs) > 1:
        half = len(signs) // 2
        yield from _shown(compiler, signs[:half])
        yield from _shown(compiler, signs[half:])


def settable(compiler: typst.Compiler, letters: str) -> bool:
    """Whether every letter is in one of the types: a PDF/UA with a letter that is not there is refused."""
    try:
        compiler.compile(input=SOURCE, sys_inputs={"letters": letters}, format="pdf", pdf_standards=["ua-1"])
    except BaseException as fault:
        if isinstance(fault, (KeyboardInterrupt, MemoryError)):
            raise
        return False  # also where Typst itself gives up (a panic is no Exception)
    return True


def _runs(codes: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return runs


if __name__ == "__main__":
    main()
