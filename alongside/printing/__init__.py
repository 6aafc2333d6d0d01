"""Papers as PDF: what stands on them as plain values, set by Typst in a process that can reach nothing.

`python -m alongside.printing` is that process. No Django and nothing of the product is known here.
"""

from alongside.printing.paper import Paper, Part
from alongside.printing.press import NotPrinted, pdf

__all__ = ["NotPrinted", "Paper", "Part", "pdf"]
