"""What is asked in an address, and bytes that are no text: cases 5 to 8, 46 to 52, 106 to 121."""

import re
from urllib.parse import quote, urlencode

import pytest
from django.db import transaction

from alongside.foundation.ids import uuid7
from tests.input import corpus
from tests.input.filling import filled
from tests.input.probing import Probe
from tests.walk.browsing import route_of

LISTS = (
    "/", "/week/", "/schedule/", "/clients/", "/search/", "/staff/", "/inbox/", "/to-sign/", "/to-cosign/",
    "/returned/", "/glass/", "/settings/sites/", "/clients/%s/", "/clients/%s/timeline/", "/clients/%s/notes/",
    "/clients/%s/visits/", "/clients/%s/behavior/", "/clients/%s/plan-card/", "/clients/%s/phases/",
    "/clients/%s/plans/", "/clients/%s/reinforcers/", "/clients/%s/restrictions/", "/clients/%s/living/",
)  # fmt: skip
ASKED = {
    107: "_sort=(select pg_sleep(5))&sort=(select pg_sleep(5))", 108: "order_by=client__agency__name&o=-1",
    109: "fields=password&only=password", 110: "filter[author__password__startswith]=argon2&author__password=x",
    111: "a.b=1&" + quote("a\x01b") + "=1", 113: "q=" + quote("a OR " * 2_000),
    114: "q=" + quote("a & | ! ( <-> :*"),
    115: "q=" + quote("(a+)+$"), 116: "page=-1&page_size=1e9&before=-1&from=-1&day=9999-12-31",
    112: "q=" + quote("%_\\"),
    117: "before=2026-02-30T00:00:00Z&cursor=AAAA", 120: "q[]=a&q=1&q=2&from=a&from=2026-01-01",
    121: "ids=" + "1," * 9_000,
    118: f"just=%7B{uuid7()}%7D&stage={uuid7()}", 119: "just=1&old=-1&new=99999999999999999999&stage=none",
    46: "from=0001-01-01&day=0001-01-01&before=0001-01-01T00:00:00Z", 48: "from=9999-12-31&before=9999-12-31T23:59:59Z",
    52: "from=infinity&day=infinity&before=infinity", 63: "before=2026-01-01T00:00:00%2B99:99",
    69: "from=" + quote("٢٠٢٦-٠١-٠١"),
    76: "old=" + "9" * 5_000 + "&new=" + "9" * 5_000 + "&page=" + "9" * 5_000, 24: "q=%01%7F",
    7: "q=%C3%28&from=%C0%AF",
    89: urlencode({"q": "<script>alert(1)</script>", "from": "<script>alert(1)</script>", "before": '"><b x="'}),
}  # fmt: skip


@pytest.fixture
def probe(standing, browsers) -> Probe:
    return Probe(standing, browsers)


def test_no_wish_breaks_a_list(standing, browsers):
    """Each list with some of the wishes, so that each wish is asked of several lists."""
    wrong = []
    for at, path in enumerate(LISTS):
        for turn, (number, wish) in enumerate(ASKED.items()):
            if turn % 5 != at % 5 and not path.startswith("/search"):
                continue
            answer = browsers["imani"].get(f"{path % standing.ours.client if '%s' in path else path}?{wish}")
            page = answer.content.decode()
            if answer.status_code not in (200, 403, 422) or any(raw in page for raw in corpus.RAW):
                wrong.append(f"{number} {path}: {answer.status_code} {answer.exc_info}")
    assert not wrong, "\n".join(wrong)


def test_a_comparison_of_versions_that_are_none(standing, browsers, walked):
    path = next(shown.path for shown in walked.pages if shown.path.partition("?")[0].endswith("/comparison/"))
    for number in (46, 76, 119, 110):
        assert browsers["imani"].get(f"{path.partition('?')[0]}?{ASKED[number]}").status_code < 500


TEXTS = [*corpus.KEPT.values(), *corpus.NAUGHTY[:40], *corpus.NEVER_IN_A_LINE.values()]


def test_any_search_is_answered(browsers):
    """What was asked is shown again as text, and in no title."""
    for text in TEXTS:
        answer = browsers["dev"].get("/search/", {"q": text})
        page = answer.content.decode()
        assert answer.status_code in (200, 422), ascii(text)
        assert not any(raw in page for raw in corpus.RAW), ascii(text)
        assert text.strip() not in re.search("<title>(.*?)</title>", page, re.S)[1] or len(text) < 4, ascii(text)


def test_bytes_that_are_no_text(probe, walked):
    """6, 7, 8: halves of a surrogate pair, broken and overlong UTF-8 in every field of a form."""
    tried = 0
    for who, form in walked.forms.values():
        texts = [name for name, control in form.controls.items() if control.kind in ("text", "textarea")]
        if form.method != "post" or not texts or route_of(form.action).startswith("account/") or tried > 15:
            continue
        tried += 1
        plain = {name: value for name, value in filled(form).items() if name not in texts}
        body = urlencode(plain, doseq=True) + "".join(f"&{name}=ab%ED%A0%80%C3%28%C0%AF" for name in texts)
        with transaction.atomic():
            answer = probe.browsers[who].generic("POST", form.action, body, content_type=FORM)
            transaction.set_rollback(True)
        if answer.status_code not in (200, 303, 400, 422):
            probe.say(form, f"{answer.status_code} {answer.exc_info}")
    assert not probe.problems, "\n".join(probe.problems)


FORM = "application/x-www-form-urlencoded"


def test_too_much_at_once(probe, walked):
    """21, 210, 1,001 fields: refused before any form sees it, nothing is written."""
    who, form = next((w, f) for w, f in walked.forms.values() if f.action.endswith("/person/change/"))
    long, many = {"strengths": "x" * 2_000_000}, {f"f{n}": "x" for n in range(1_001)}
    for data in ({**filled(form), **long}, {**filled(form), **many}):
        answer = probe.post(who, form, data)
        assert (answer.status, answer.changed) == (400, False)
    many = {**filled(form), "preferred": ["a", "b"], "born": ["x", "2014-08-09"], "language": ["xx", "en"]}
    assert probe.post(who, form, many).status == 303  # 86, 120: of several values the last one counts, as everywhere
