"""What a browser's files hold when they are unpacked: tables of LevelDB, values of IndexedDB, bodies of the HTTP cache.

LevelDB's table format and Snappy's are described with their sources (doc/table_format.md, format_description.txt). Our
server packs nothing with Brotli, so that no body is kept so.
"""

import contextlib
import zlib
from collections.abc import Iterator

MAGIC = 0xDB4775248B80FB57.to_bytes(8, "little")
FOOTER = 48
PACKED_VALUE = b"\xff\x11\x02"  # how Chromium marks a value of IndexedDB that it packed with Snappy
GZIP = b"\x1f\x8b\x08"
SNAPPY = 1  # the byte after a packed block


class Malformed(ValueError):
    """These bytes are not what they were taken for."""


def holds(body: bytes, words: str) -> bool:
    """Whether the words stand in these bytes, in any of three spellings, as they are or packed."""
    spellings = [words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be")]
    return any(one in part for part in unpacked(body) for one in spellings)


def unpacked(body: bytes) -> Iterator[bytes]:
    """The bytes as they are, and everything that is packed in them."""
    for part in (body, *blocks(body)):
        yield part
        yield from _packed_values(part)
    yield from _inflated(body)


def blocks(table: bytes) -> Iterator[bytes]:
    """Every block of a LevelDB table that was packed, unpacked; nothing where it is no table."""
    if len(table) < FOOTER or not table.endswith(MAGIC):
        return
    footer, at, handles = table[-FOOTER:], 0, []
    for _ in range(4):  # offset and size of the index of metadata, then of the index
        number, at = varint(footer, at)
        handles.append(number)
    index = _block(table, handles[2], handles[3])
    for value in _values(index):
        offset, after = varint(value, 0)
        size, _ = varint(value, after)
        if table[offset + size] == SNAPPY:
            yield _block(table, offset, size)


def snappy(packed: bytes, at: int = 0) -> bytes:
    """Unpack one Snappy stream that begins at `at`. Raises Malformed."""
    length, at = varint(packed, at)
    out = bytearray()
    while len(out) < length:
        tag = _byte(packed, at)
        kind, at = tag & 3, at + 1
        if kind == 0:
            size, at = _literal(packed, tag >> 2, at)
            out += packed[at : at + size]
            at += size
            continue
        width = (1, 2, 4)[kind - 1]
        size = (tag >> 2 & 7) + 4 if kind == 1 else (tag >> 2) + 1
        back = int.from_bytes(packed[at : at + width], "little") | ((tag >> 5) << 8 if kind == 1 else 0)
        at += width
        _copy(out, back, size)
    if len(out) != length:
        raise Malformed
    return bytes(out)


def varint(body: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, seven bits a byte, and where it ends."""
    number = shift = 0
    while shift < 64:
        byte = _byte(body, at)
        number |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return number, at
    raise Malformed


def _block(table: bytes, offset: int, size: int) -> bytes:
    plain = table[offset : offset + size]
    return snappy(plain) if table[offset + size] == SNAPPY else plain


def _values(block: bytes) -> Iterator[bytes]:
    """The values of a block; keys are shortened by what they share, and are not asked for."""
    end, at = len(block) - 4 - 4 * int.from_bytes(block[-4:], "little"), 0
    while at < end:
        _, at = varint(block, at)
        own, at = varint(block, at)
        size, at = varint(block, at)
        yield block[at + own : at + own + size]
        at += own + size


def _packed_values(body: bytes) -> Iterator[bytes]:
    for at in _each(body, PACKED_VALUE):
        with contextlib.suppress(Malformed):
            yield snappy(body, at + len(PACKED_VALUE))


def _inflated(body: bytes) -> Iterator[bytes]:
    for at in _each(body, GZIP):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(body[at:])


def _each(body: bytes, mark: bytes) -> Iterator[int]:
    at = body.find(mark)
    while at >= 0:
        yield at
        at = body.find(mark, at + 1)


def _literal(packed: bytes, size: int, at: int) -> tuple[int, int]:
    """How many bytes follow as they are, and where they begin."""
    if size < 60:
        return size + 1, at
    width = size - 59
    return int.from_bytes(packed[at : at + width], "little") + 1, at + width


def _copy(out: bytearray, back: int, size: int) -> None:
    """Once more what stands `back` bytes before; it may reach into itself."""
    if not 0 < back <= len(out):
        raise Malformed
    start = len(out) - back
    for place in range(size):
        out.append(out[start + place])


def _byte(body: bytes, at: int) -> int:
    if at >= len(body):
        raise Malformed
    return body[at]
