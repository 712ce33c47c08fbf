"""Every number of a story, held against the books: a sum nobody can account for is a fault."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.support.evening.amounts import MONEY, Amounts
from tests.support.evening.bills import bill, quoted, served
from tests.support.evening.books import Books
from tests.support.evening.day import day
from tests.support.evening.facts import note
from tests.support.evening.moments import promises, steps, stock
from tests.support.evening.rules import RULES
from tests.support.evening.script import Block, in_parts
from tests.support.evening.tickets import board, delta, log, ticket, told


def faults(story: str, books: Books) -> list[str]:
    """What is not right in a story, act by act; its facts fill the books."""
    found: list[str] = []
    quotes: dict[str, Decimal] = {}
    for act, facts, blocks in in_parts(story):
        for fact in facts:
            note(books, fact, act[:5])
        for block in blocks:
            found += [f"{act}: {block.place}: {one}" for one in _faults(books, block, quotes)]
    return found


def _faults(books: Books, block: Block, quotes: dict[str, Decimal]) -> Iterator[str]:
    """`quotes`: what each guest was told last that the order comes to."""
    amounts = Amounts(block.text)
    for check in (bill, served, day):
        yield from check(books, block, amounts)
    for pattern, expects in RULES:
        for hit in pattern.finditer(block.text):
            yield from amounts.account(hit, expects(books, hit, block.act))
    if (sum_ := quoted(block)) is not None:
        quotes[block.where] = sum_
    for hit in re.finditer(rf"invoice for {MONEY}", block.text):
        yield from amounts.account(hit, [quotes[block.where]])
    for look in (ticket, delta, told, log, board, steps, promises, stock):
        yield from look(books, block)
    yield from amounts.left()
