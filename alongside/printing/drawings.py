"""A drawing of the pages, dressed for paper: the pages' style sheet does not reach into a PDF."""

import re
from html import unescape

LABEL = re.compile(r'aria-label="([^"]*)"')
SPACE = 'xmlns="http://www.w3.org/2000/svg"'
SANS = "Atkinson Hyperlegible Next"
STYLE = f"""
text {{ font-family: "{SANS}"; font-size: 13px; fill: #2b2b2b }}
.strong {{ fill: #000; font-weight: 700 }}
.axis {{ stroke: #000; stroke-width: 1.25; fill: none }}
.grid {{ stroke: #a9a9a9; stroke-width: 1; fill: none }}
.phase {{ stroke: #000; stroke-width: 1.5; stroke-dasharray: 6 4; fill: none }}
.event {{ stroke: #7a4700; stroke-width: 1.5; stroke-dasharray: 2 3; fill: none }}
.path {{ stroke: #000; stroke-width: 1.75; fill: none; stroke-linejoin: round }}
.path.fine {{ stroke-width: 1; stroke: #2b2b2b }}
.dot {{ fill: #000 }}
.path.b {{ stroke: #1b4c7d }} .dot.b {{ fill: #1b4c7d }}
.dot.open {{ fill: #fff; stroke: #000; stroke-width: 2 }}
.here {{ fill: none; stroke: none }}
.level {{ stroke: #11574b; stroke-width: 2.5; fill: none }}
.trend {{ stroke: #11574b; stroke-width: 2; stroke-dasharray: 2 5; stroke-linecap: round; fill: none }}
.limit {{ stroke: #2b2b2b; stroke-width: 1.25; stroke-dasharray: 7 4; fill: none }}
.band {{ fill: #d9eae3; opacity: .65 }}
.signal {{ fill: #9c2a17 }}
.signal-text {{ fill: #9c2a17; font-weight: 700 }}
.goal {{ stroke: #1d5f38; stroke-width: 1.5; stroke-dasharray: 10 3 2 3; fill: none }}
.bar {{ fill: #1b4c7d }} .bar.other {{ fill: #fff; stroke: #1b4c7d; stroke-width: 1.5 }}
.whisker {{ stroke: #2b2b2b; stroke-width: 1.5; fill: none }}
.square {{ fill: none; stroke: #555; stroke-width: 1 }}
.cell {{ stroke: #555; stroke-width: 1; fill: #fff }} .cell.unseen {{ stroke-dasharray: 1 3 }}
.cell.many {{ fill: #000; stroke: #000 }}
.slash {{ stroke: #000; stroke-width: 2; fill: none }}
.ring {{ stroke: #7a4700; stroke-width: 2.5; fill: none }}
.path.series-two {{ stroke: #1b4c7d; stroke-dasharray: 7 4 }}
.path.series-three {{ stroke: #11574b; stroke-dasharray: 2 4 }}
.path.series-four {{ stroke: #7a4700; stroke-dasharray: 10 3 2 3 }}
.path.series-five {{ stroke: #1d5f38 }}
.path.series-six {{ stroke: #2b2b2b; stroke-dasharray: 4 4 }}
.flow {{ stroke: #888; stroke-width: 1.5 }} .flow.few {{ stroke-dasharray: 1 4 }}
.flow.more {{ stroke: #000; stroke-width: 4 }} .flow.fewer {{ stroke: #000; stroke-dasharray: 6 4 }}
.boxed {{ fill: #fff; stroke: #888; stroke-width: 1 }} .boxed.few {{ stroke-dasharray: 2 3 }}
.boxed.more {{ stroke: #000; stroke-width: 2 }} .boxed.own {{ stroke: #1b4c7d; stroke-width: 2 }}
.disc {{ fill: #fff; stroke: #000; stroke-width: 1 }}
.on {{ fill: #000 }} .off, .none {{ fill: #fff; stroke: #2b2b2b; stroke-width: 1.25 }} .none {{ stroke-dasharray: 2 2 }}
"""


def dressed(svg: str) -> str:
    """SVG text as the pages have it, with what a drawing alone needs."""
    head, _, rest = svg.partition(">")
    space = "" if "xmlns=" in head else f" {SPACE}"
    return f"{head}{space}><style>{STYLE}</style>{rest}"


def words_of(svg: str) -> str:
    """What a drawing says of itself: its label. "" without one."""
    found = LABEL.search(svg.partition(">")[0] + ">")
    return unescape(found[1]) if found else ""
