"""The sums in a text, of which each has to be accounted for."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tests.support.evening.sale import WAYS

MONEY = r"(-?₹[\d,]+(?:\.\d+)?)"


def money(text: str) -> Decimal:
    """ "-₹1,250.50" as a number."""
    return Decimal(text.replace("₹", "").replace(",", ""))


class Amounts:
    """Those of a text nobody has accounted for yet, by where they stand."""

    def __init__(self, text: str) -> None:
        self._left = {one.start(): one[1] for one in re.finditer(MONEY, text)}

    def account(self, hit: re.Match[str], expected: Iterable[Decimal | str]) -> Iterator[str]:
        """Hold the sums of a match, and the ways they were paid, against what they should be."""
        groups = [
            at for at, text in enumerate(hit.groups(), 1) if text and ("₹" in text or text in WAYS)
        ]
        for at, want in zip(groups, expected, strict=True):
            shown: Decimal | str = hit[at] if isinstance(want, str) else money(hit[at])
            is_news = isinstance(want, str) or self._left.pop(hit.start(at), None) is not None
            if is_news and shown != want:
                yield f"{hit[0]!r} should say {want}"

    def left(self) -> Iterator[str]:
        """Those nobody has accounted for."""
        return (f"nobody can account for {text}" for text in self._left.values())
