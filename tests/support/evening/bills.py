"""Bills: rows of dishes, discounts, fees and taxes, and what they come to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.support.evening.amounts import MONEY, Amounts, money
from tests.support.evening.books import Books
from tests.support.evening.sale import Lines, Rows, total
from tests.support.evening.script import Block

ROW = re.compile(rf"^(.+?) — {MONEY}(?: ⚠ .*)?$", re.MULTILINE)
DISH = re.compile(r"(\d+)x (.+)")
SERVED = re.compile(
    rf"(?:^|(?<=It has )|(?<=: )|(?<=, ))(\d+)x ([A-Z][A-Za-z ]+?) \({MONEY}\)", re.MULTILINE
)
QUOTE = re.compile(r"Your (take-away|dine-in|delivery) order")
ORDER = re.compile(r"[Oo]rder #(\d+)")
GOODS = (r"Total: ₹_\. Ready to checkout", r"\(₹_ total\)", r"total is now ₹_")
TOTALS = (r"Total: ₹_", r"comes to ₹_\. How", r"^₹_$")


def bill(books: Books, block: Block, amounts: Amounts) -> Iterator[str]:
    """What is wrong with the bill in a block, if there is one."""
    hits = list(ROW.finditer(block.text))
    if not hits:
        return
    shown: Rows = [(hit[1], money(hit[2])) for hit in hits]
    expected = _rows(books, block, shown)
    if sorted(shown) != sorted(expected):
        yield f"{shown} should be {expected}"
    for hit, (_, amount) in zip(hits, shown, strict=True):
        yield from amounts.account(
            re.compile(MONEY).search(block.text, hit.start(2)) or hit, [amount]
        )
    dishes = [amount for what, amount in shown if DISH.fullmatch(what)]
    yield from _sums(block, amounts, sum(dishes, Decimal()), total(expected))
    for hit in re.finditer(rf"(\w+) takes {MONEY} off", block.text):
        yield from amounts.account(hit, [books.discount(sum(dishes, Decimal()), hit[1])])
    for hit in re.finditer(rf"starts at {MONEY}: please add {MONEY} more", block.text):
        least = next((one for one in books.minimums if one == money(hit[1])), Decimal())
        yield from amounts.account(hit, [least, least - sum(dishes, Decimal())])
    yield from _counted(block, [what for what, _ in shown if DISH.fullmatch(what)])


def quoted(block: Block) -> Decimal | None:
    """What a guest is told that the order comes to."""
    found = re.search(rf"comes to {MONEY}\. How", block.text)
    return money(found[1]) if found else None


def served(books: Books, block: Block, amounts: Amounts) -> Iterator[str]:
    """What is wrong with what a table has: "It has 3x Coke (₹120). Total: ₹…", or line by line."""
    hits = list(SERVED.finditer(block.text))
    if not hits:
        return
    (table,) = re.findall(r"[Tt]able (\d+)(?=\. It has| now\. It has|\n)", block.text)
    shown: dict[str, tuple[int, Decimal]] = {}
    for hit in hits:
        count, amount = shown.get(hit[2], (0, Decimal()))
        shown[hit[2]] = (count + int(hit[1]), amount + money(hit[3]))
        yield from amounts.account(hit, [money(hit[3])])
    rows = [(DISH.fullmatch(what), amount) for what, amount in books.table_rows(table)]
    expected = {dish[2]: (int(dish[1]), amount) for dish, amount in rows if dish}
    if shown != expected:
        yield f"table {table}: {shown} should be {expected}"
    sum_ = books.table_total(table)
    goods = sum((amount for _, amount in expected.values()), Decimal())
    for hit in re.finditer(rf"Taxes and fees: {MONEY}", block.text):
        yield from amounts.account(hit, [sum_ - goods])
    for hit in re.finditer(rf"Total: {MONEY}", block.text):
        yield from amounts.account(hit, [sum_])


def _counted(block: Block, dishes: list[str]) -> Iterator[str]:
    """How many lines there are, and the buttons that change each."""
    count = re.search(r"You have (\d+) items", block.text)
    if count and int(count[1]) != len(dishes):
        yield f"{count[0]}, not {len(dishes)}"
    for edits in re.findall(r"✎ (\d+x .+?)\]", block.text):
        if edits not in dishes:
            yield f"nobody has {edits}"


def _sums(block: Block, amounts: Amounts, goods: Decimal, all_: Decimal) -> Iterator[str]:
    for patterns, sum_ in ((GOODS, goods), (TOTALS, all_)):
        for pattern in patterns:
            for hit in re.finditer(pattern.replace("₹_", MONEY), block.text, re.MULTILINE):
                yield from amounts.account(hit, [sum_])


def _rows(books: Books, block: Block, shown: Rows) -> Rows:
    """What the rows of a bill should be."""
    known = dict(shown)
    lines: Lines = {hit[2]: int(hit[1]) for what in known if (hit := DISH.fullmatch(what))}
    if table := re.match(r"Table (\d+)\n", block.text):
        return books.table_rows(table[1])
    if len(lines) == len(shown):
        return books.rows(lines, "dine-in")[: len(lines)]
    if number := ORDER.search(block.text):
        return books.rows_of(books.sales[int(number[1])])
    zone = next((one for one in books.zones if books.zone_fee(one) == known.get("Delivery")), None)
    coupon = next((what.split()[1] for what in known if what.startswith("Discount")), None)
    quote = QUOTE.search(block.text)
    guessed = "delivery" if zone else "take-away" if "Packaging" in known else "dine-in"
    return books.rows(lines, quote[1] if quote else guessed, zone=zone, coupon=coupon)
