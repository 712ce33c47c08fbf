"""Choices of a dish in few bytes: "#12", "extra #15", "no #20", in the order of their numbers.

A choice takes about six bits where the options of a dish have numbers near each other: each is
written as its distance from the one before (Golomb-Rice) and, unless it is plain, how it is wished.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

MARK = "="
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PICK = re.compile(r"(?:(?P<how>[a-z2-9]+) )?#(?P<no>0|[1-9][0-9]{0,8})")
# A place that has been used keeps its meaning: old messages keep their buttons.
_HOWS = ("no", "extra", "light", "usual", "2", "3", "4", "5", "6", "7", "8", "9")
_HOW_BITS = 4
_WIDTH_BITS = 5
_MOST_UNARY = 400

Pick = tuple[int, str]


def pack(phrases: Sequence[object]) -> str | None:
    """The phrases as text; None when they are not all choices, each after the one before."""
    picks = [pick for phrase in phrases if (pick := _pick(phrase))]
    ordered = all(one[0] < other[0] for one, other in pairwise(picks))
    if not picks or len(picks) < len(phrases) or not ordered:
        return None
    texts = (_written(picks, width) for width in range(2**_WIDTH_BITS - 1))
    bits = min((text for text in texts if text), key=len)
    bits += "1" * (-len(bits) % 6)
    return MARK + "".join(_LETTERS[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6))


def unpack(text: str) -> list[str]:
    """What pack wrote. Raises ValueError for anything else."""
    bits = "".join(f"{_LETTERS.index(letter):06b}" for letter in text.removeprefix(MARK))
    return [f"{how} #{no}".lstrip() for no, how in _read(bits)]


def _pick(phrase: object) -> Pick | None:
    found = _PICK.fullmatch(phrase) if isinstance(phrase, str) else None
    if found is None or found["how"] not in (None, *_HOWS):
        return None
    return int(found["no"]), found["how"] or ""


def _written(picks: Sequence[Pick], width: int) -> str:
    """The bits with remainders of `width` bits; nothing where that would be far too long."""
    bits = f"{width:0{_WIDTH_BITS}b}"
    before = -1
    for no, how in picks:
        whole, rest = divmod(no - before - 1, 2**width)
        if whole > _MOST_UNARY:
            return ""
        bits += "1" * whole + "0" + (f"{rest:0{width}b}" if width else "")
        bits += f"1{_HOWS.index(how):0{_HOW_BITS}b}" if how else "0"
        before = no
    return bits


def _read(bits: str) -> Iterator[Pick]:
    """The picks; ones up to the end are the padding."""
    width, at, before = int(bits[:_WIDTH_BITS], 2), _WIDTH_BITS, -1
    while (stop := bits.find("0", at)) >= 0:
        end = stop + 1 + width
        rest = int(bits[stop + 1 : end], 2) if width else 0
        no = before + 1 + (stop - at) * 2**width + rest
        how, at = "", end + 1
        if bits[end : end + 1] == "1":
            at = end + 1 + _HOW_BITS
            how = dict(enumerate(_HOWS)).get(int(bits[end + 1 : at], 2), "")
        if at > len(bits):
            raise ValueError("a choice is cut off")
        yield no, how
        before = no
