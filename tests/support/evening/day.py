"""What the owner is told of a day, held against the books."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tests.support.evening.amounts import MONEY, Amounts
from tests.support.evening.books import Books
from tests.support.evening.sale import WAYS, Sale
from tests.support.evening.script import Block

HOUR = re.compile(rf"^(\d+):00 pm +(\d+) +{MONEY}$", re.MULTILINE)
REVENUE = re.compile(rf"Today so far: {MONEY} from (\d+) orders, {MONEY} on average")
KINDS = re.compile(r"^(\d+) orders \((.+?)\), (\d+) still open, (\d+) cancelled\.$", re.MULTILINE)
TOP = re.compile(r"Most sold: (.+)\.")
LOST = re.compile(rf"(\d+) orders came to nothing, {MONEY}\.")
BACK = re.compile(rf"{MONEY} went back of (\d+) payment \((.+?) {MONEY}\)")
GUESTS = re.compile(r"(\d+) customers, (\d+) new \((\d+) orders\)")


def day(books: Books, block: Block, amounts: Amounts) -> Iterator[str]:
    """What is wrong with the figures of the day."""
    counted = books.counted
    lost = [one for one in books.sales.values() if not one.counts]
    for hit in HOUR.finditer(block.text):
        then = [one for one in counted if one.times["placed"][:2] == f"{int(hit[1]) + 12}"]
        yield from _same(hit[0], [hit[2]], [len(then)])
        yield from amounts.account(hit, [_sum(books, then)])
    for hit in REVENUE.finditer(block.text):
        yield from _same(hit[0], [hit[2]], [len(counted)])
        average = round(books.revenue / len(counted), 2)
        yield from amounts.account(hit, [books.revenue, average])
    for hit in KINDS.finditer(block.text):
        kinds = Counter(one.kind for one in counted)
        told = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
        still = sum(one.status != "completed" for one in counted)
        yield from _same(hit[0], hit.groups(), [len(counted), told, still, len(lost)])
    for hit in TOP.finditer(block.text):
        sold = [f"{dish} {pieces}" for dish, (pieces, _) in books.sold().items()]
        yield from _same(hit[0], [hit[1]], [", ".join(sold[:3])])
    for hit in LOST.finditer(block.text):
        yield from _same(hit[0], [hit[1]], [len(lost)])
        yield from amounts.account(hit, [_sum(books, lost)])
    for hit in BACK.finditer(block.text):
        back = sum(books.back.values(), Decimal())
        whose = {f"order #{number}" for number in books.back}
        (way,) = {how for whom, how, _ in books.taken if whom in whose}
        yield from _same(hit[0], [hit[2], WAYS[hit[3]]], [len(books.back), way])
        yield from amounts.account(hit, [back, hit[3], back])
    for hit in GUESTS.finditer(block.text):
        theirs = [one for one in counted if one.guest]
        guests = len({one.guest for one in theirs})
        yield from _same(hit[0], hit.groups(), [guests, guests, len(theirs)])


def _sum(books: Books, sales: list[Sale]) -> Decimal:
    return sum((books.total(one.number) for one in sales), Decimal())


def _same(told: str, shown: Sequence[str], expected: Sequence[object]) -> Iterator[str]:
    wanted = [str(one) for one in expected]
    if [*shown] != wanted:
        yield f"{told!r} should say {wanted}"
