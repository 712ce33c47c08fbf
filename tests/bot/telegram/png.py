"""The modules of a QR code in a PNG of one bit a pixel, read without the library that drew it."""

import struct
import zlib
from collections.abc import Iterator


def modules(png: bytes) -> list[list[bool]]:
    """The code without its quiet zone; dark is True."""
    chunks = dict(_chunks(png))
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colour) == (1, 0), "grey, one bit a pixel"
    stride = (width + 7) // 8
    raw = zlib.decompress(chunks[b"IDAT"])
    rows = []
    before = bytes(stride)
    for top in range(0, height * (stride + 1), stride + 1):
        assert raw[top] in (0, 2), "as it is, or what differs from the row above"
        row = raw[top + 1 : top + 1 + stride]
        if raw[top] == 2:
            row = bytes((one + above) % 256 for one, above in zip(row, before, strict=True))
        before = row
        bits = "".join(f"{byte:08b}" for byte in row)
        rows.append([bit == "0" for bit in bits[:width]])
    dark = [(y, x) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel]
    first = min(y for y, _ in dark)
    size = max(y for y, _ in dark) - first + 1
    # The finder pattern in the corner is seven modules wide.
    side = next(x for x in range(first, width) if not rows[first][x]) - first
    scale = side // 7
    return [
        [rows[first + y * scale][first + x * scale] for x in range(size // scale)]
        for y in range(size // scale)
    ]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12
