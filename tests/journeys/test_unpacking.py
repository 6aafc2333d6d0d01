"""The search of a browser's files looks into what is packed: shown on what a real browser packs."""

import gzip

import pytest

from tests.journeys.unpacking import Malformed, blocks, snappy, unpacked

MARK = "Plain-Marker-Oxbow-4402"
# Rows that hold the mark in pieces only, then whole: what is packed refers to the pieces. Enough of them for a table.
MANY = """(mark) => new Promise((done) => { const asked = indexedDB.open("packed", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("plain", {keyPath: "id"});
  asked.onsuccess = async () => {
    for (let n = 0; n < 60; n += 1) await new Promise((put) => {
      const change = asked.result.transaction("plain", "readwrite", {durability: "strict"});
      const filling = () => Array.from({length: 2500}, () => Math.random().toString(36)).join(" ");
      const pieces = [mark.slice(0, 9), mark.slice(7, 16), mark.slice(14)].join(" | ");
      for (let m = 0; m < 8; m += 1) change.objectStore("plain").put({id: `a ${n} ${m}`, words: `${pieces} ; ${mark}`});
      for (let m = 0; m < 6; m += 1) change.objectStore("plain").put({id: `b ${n} ${m}`, filling: filling()});
      change.oncomplete = put; });
    asked.result.close();
    done(); }; })"""


@pytest.mark.parametrize(
    ("packed", "plain"),
    [
        (b"\x0a\x0cabcd\x09\x04", b"abcdabcdab"), (b"\x03\x08abc", b"abc"), (b"\x00", b""),
        (b"\x06\x00a\x12\x01\x00", b"aaaaaa"), (b"\x46\xf0\x45" + b"x" * 70, b"x" * 70),
        (b"\x08\x0cabcd\x0f\x04\x00\x00\x00", b"abcdabcd"),
    ],
)  # fmt: skip
def test_snappy_is_unpacked(packed, plain):
    assert snappy(packed) == plain


@pytest.mark.parametrize("packed", [b"", b"\x05", b"\x05\x09\x04", b"\x05\x0cabcd", b"\xff" * 12])
def test_what_is_no_snappy_is_told(packed):
    with pytest.raises(Malformed):
        snappy(packed)


def test_bodies_and_values_that_are_packed_are_seen():
    words = MARK.encode()
    assert words in b"".join(unpacked(b"head" + gzip.compress(words * 9) + b"tail"))
    assert words in b"".join(unpacked(b"\x01\xff\x11\x02" + bytes([23, 22 << 2]) + words))
    assert list(blocks(b"no table")) == []


@pytest.mark.journey
def test_what_a_browser_packs_is_found(tablet):
    """In the tables that it packs, not only in its log; how much of a word stands in clear there is chance."""
    page = tablet.page()
    page.evaluate(MANY, MARK)
    tablet.kill()
    tables = [path for path in tablet.profile.rglob("*.ldb") if any(True for _ in blocks(path.read_bytes()))]
    assert tables, "the browser wrote tables that are packed"
    packed = {path.name for path in tables if any(MARK.encode() in block for block in blocks(path.read_bytes()))}
    assert packed and packed <= set(tablet.found(MARK))
