"""PNG packed tighter: the same pixels in a third of the bytes.

Knows the chunks of PNG (W3C, section 5) and that their data is one zlib stream; vl-convert packs it in haste. Decodes
no picture.
"""

import struct
import zlib
from collections.abc import Iterator

from stocktake.errors import InternalError

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 6
"""Higher levels take five times as long for two parts in a hundred."""


def packed(png: bytes) -> bytes:
    """The same PNG, its image data packed well.

    Raises:
        InternalError: It is no PNG.
    """
    if not png.startswith(_SIGNATURE):
        raise InternalError(expected="a PNG from vl-convert", came=f"it begins with {png[:8]!r}")
    chunks = list(_chunks(png))
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    tight = zlib.compress(pixels, _LEVEL)
    before = [chunk for chunk in chunks if chunk[0] not in (b"IDAT", b"IEND")]
    return _SIGNATURE + b"".join(_chunk(*each) for each in [*before, (b"IDAT", tight), (b"IEND", b"")])


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
