"""The sentences with a sum in them, and what each sum should be.

In a pattern ₹_ is a sum, by_ the way it was paid, of_ any way, #_ an order and T_ a table.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from tests.support.evening.amounts import MONEY, money
from tests.support.evening.books import Books
from tests.support.evening.sale import WAYS, total

Hit = re.Match[str]
Expected = Iterable[Decimal | str]
Expects = Callable[[Books, Hit, str], Expected]
"""What the sums, and the ways, of a sentence should be, after which act."""
WAY = "(" + "|".join(sorted(WAYS, key=len, reverse=True)) + ")"


def _rule(pattern: str, expects: Expects) -> tuple[re.Pattern[str], Expects]:
    filled = pattern.replace("₹_", MONEY).replace("by_", WAY).replace("of_", f"(?:{WAY[1:]}")
    return re.compile(filled.replace("#_", r"#(\d+)").replace("T_", r"(\d+)"), re.M), expects


def _total(books: Books, hit: Hit, act: str) -> Expected:
    return [books.total(int(hit[1]))]


def _total_last(books: Books, hit: Hit, act: str) -> Expected:
    return [books.total(int(hit[2]))]


def _left(books: Books, hit: Hit, act: str) -> Expected:
    (number,) = [one for one in hit.groups() if one.isdigit()]
    return [books.total(int(number)) - books.paid(int(number))]


def _sum_paid(books: Books, hit: Hit, act: str) -> Expected:
    (number,) = [one for one in hit.groups() if one.isdigit()]
    return [books.paid(int(number))]


def _paid(books: Books, hit: Hit, act: str) -> Expected:
    (way,) = (how for whom, how, _ in books.taken if whom == f"order #{hit[1]}")
    return books.paid(int(hit[1])), next(words for words, name in WAYS.items() if name == way)


def _changing(books: Books, hit: Hit, act: str) -> Expected:
    """What an order comes to once a line is changed as the message above says."""
    sale = books.sales[int(hit[1])]
    lines = dict(sale.lines)
    if more := re.search(r"(\w[\w ]*): (\d+) instead of (\d+)\.", hit.string):
        lines[more[1]] = int(more[2])
    elif gone := re.search(r"([A-Z][\w ]*) would be taken out", hit.string):
        del lines[gone[1]]
    then = books.rows(lines, sale.kind, zone=sale.zone, coupon=sale.coupon)
    return total(then), books.total(sale.number)


def _part(books: Books, hit: Hit, act: str) -> Expected:
    """A part of a table's bill: a guest's, or one of equal ones, of which the first are larger."""
    table = re.findall(r"\bTable (\d+)", hit.string)[0]
    part = re.fullmatch(r"(\d+)/(\d+)", hit[1])
    if part is None:
        return [books.of_guest(table, hit[1])]
    minor, of = int(books.table_left(table) * 100), int(part[2])
    return [Decimal(minor // of + (int(part[1]) <= minor % of)) / 100]


def _to_book(books: Books, hit: Hit, act: str) -> Expected:
    """What was asked for, else all that is left."""
    asked = re.search(r"pays (\d+)|₹([\d.]+)", act)
    sum_ = Decimal(asked[1] or asked[2]) if asked else books.table_left(hit[1])
    return [sum_, books.table_total(hit[1])]


def _by_button(books: Books, hit: Hit, act: str) -> Expected:
    if asked := re.search(rf"{MONEY} to book", hit.string):
        return [money(asked[1])]
    return [books.table_left(re.findall(r"\bTable (\d+)", hit.string)[0])]


def _has_paid(books: Books, hit: Hit, act: str) -> Expected:
    left = [books.table_left(hit[1])] if hit[3] else []
    return [books.taken[-1][2], *left]


def _booked(books: Books, hit: Hit, act: str) -> Expected:
    """A line of the log: it was taken for that, and so."""
    booked = [sum_ for whom, way, sum_ in books.taken if (whom, way) == (hit[2], hit[3])]
    return [money(hit[1]) if money(hit[1]) in booked else Decimal(-1)]


def _price(books: Books, hit: Hit, act: str) -> Expected:
    """That of the menu, and the one that was asked for or has come."""
    asked = re.search(r"/price \w+ (\d+)", act)
    now = Decimal(asked[1]) if asked else books.prices[hit[1]]
    return [Decimal(books.dishes[hit[1]]["price"]) / 100, now]


RULES = [
    _rule(r"Order #_ - Total: ₹_", _total),
    _rule(r"^#_ ·[^#]*?^₹_: (?:pay|nothing|paid)", _total),
    _rule(r"^#_ ·[^#]*?\[Paid ₹_ of_\]", _left),
    _rule(r"^Order #_ has not[^#]*?\[Paid ₹_ of_\]", _left),
    _rule(r"^#_ ·[^#]*?\[Refunded ₹_\]", _sum_paid),
    _rule(r"Order #_: ₹_ is paid by_\.", _paid),
    _rule(r"Order #_ is paid: ₹_ by_\.", _paid),
    _rule(r"(?:[Oo]rder |^)#_[^#]*?₹_ paid by_ (?:has to go|goes|has gone) back", _paid),
    _rule(r"₹_ of order #_ has gone back", _sum_paid),
    _rule(r"Book that ₹_ of order #_ has gone back", _sum_paid),
    _rule(r"\[Yes, #_: ₹_ is back\]", _sum_paid),
    _rule(r"Book ₹_ of_ for order #_\?", _left),
    _rule(r"\[Yes, #_: ₹_ of_\]", _left),
    _rule(r"Order #_ .*₹_ of_ is still to be paid", _left),
    _rule(r"Order #_: [a-z ]+, .*— ₹_, (?:pay|paid)", _total),
    _rule(r"Order #_ then comes to ₹_ \(now ₹_\)", _changing),
    _rule(r"Order #_ - .*Please pay ₹_ by UPI", _total),
    _rule(r"^₹_, reference HC20260306-(\d+)", _total_last),
    _rule(r"Delivery there is ₹_", lambda books, hit, act: [books.zone_fee("Adyar")]),
    _rule(r"^Table T_: Total: ₹_", lambda books, hit, act: [books.table_total(hit[1])]),
    _rule(r"Table T_ asks for the bill: ₹_", lambda books, hit, act: [books.table_left(hit[1])]),
    _rule(r"^Bill \d+ \((.+?)\): ₹_", _part),
    _rule(r"\[(\w+|\d/\d): ₹_\]", _part),
    _rule(r"Table T_: ₹_ to book\. Total: ₹_", _to_book),
    _rule(
        r"Table T_: .*₹_ is paid, ₹_ is left",
        lambda books, hit, act: [books.table_paid(hit[1]), books.table_left(hit[1])],
    ),
    _rule(r"\[(?:Cash|Card|UPI) ₹_\]", _by_button),
    _rule(r"Table T_ has paid ₹_(?:; ₹_ is left|, and that is all)", _has_paid),
    _rule(r"took ₹_ for (order #\d+|table \d+) \((\w+)\)", _booked),
    _rule(r"price of (\w+): ₹_ → ₹_", _price),
    _rule(r"price of (\w+) from ₹_ to ₹_", _price),
    _rule(r"(\w+) is ₹_ now, it was ₹_", lambda books, hit, act: [*_price(books, hit, act)][::-1]),
    _rule(r"to (₹\d+)\?\n\[Yes, ₹_\]", lambda books, hit, act: [money(hit[1])] * 2),
]
