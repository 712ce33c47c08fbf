"""Tickets and boards: the dishes, and what is open, room by room."""

import re
from collections.abc import Iterator

from tests.support.evening.books import Books
from tests.support.evening.sale import OVER, Sale, minutes_of
from tests.support.evening.script import Block

TICKET = re.compile(r"^#(\d+) · (.+)$", re.MULTILINE)
DELTA = re.compile(r"^(CHANGE|NEW|CANCEL) \d", re.MULTILINE)
PIECES = re.compile(r"^(\d+)x ([A-Z][A-Za-z ]+)$", re.MULTILINE)
ROW = re.compile(r"#(\d+) · (\d+) min · (.+?) · ([a-z ]+?)(?: · for .+)?")
DISHES = re.compile(r"(\d+)x ([A-Z][A-Za-z ]+)")
TOLD = re.compile(r"Order #(\d+) is [a-z ]+: ((?:\d+x [A-Za-z ]+(?:, )?)+)\.")
STEPS = {
    "had": "ready",
    "accepted": "accepted",
    "completed": "completed",
    "sent": "on its way",
}
LOG = re.compile(rf"(\d+):(\d\d) pm \w+: ({'|'.join(STEPS)}) order #(\d+)")


def ticket(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with the dishes of a ticket: they are those that are made in that room."""
    heading = TICKET.search(block.text)
    if heading is None or block.text.startswith("Open: ") or DELTA.search(block.text):
        return
    sale = books.sales[int(heading[1])]
    if not heading[2].startswith(_place(sale)):
        yield f"#{sale.number} is {_place(sale)}"
    here = {
        what: count
        for what, count in sale.lines.items()
        if block.where in _rooms(books, sale, what)
    }
    shown = {what: int(count) for count, what in PIECES.findall(block.text)}
    if list(shown.items()) != list(here.items()):
        yield f"#{sale.number}: {shown} should be {here}"
    elsewhere = re.search(r"\((\d+) more dish", block.text)
    if (int(elsewhere[1]) if elsewhere else 0) != len(sale.lines) - len(here):
        yield f"#{sale.number}: what is made elsewhere"


def told(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with the dishes of an order that has gone on: "Order #3 is ready: 1x Coke."."""
    for number, words in TOLD.findall(block.text):
        shown = {what: int(count) for count, what in DISHES.findall(words)}
        if shown != books.sales[int(number)].lines:
            yield f"#{number}: {shown}"


def log(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with who has done what, and when."""
    for hour, minutes, done, number in LOG.findall(block.text):
        if f"{int(hour) + 12}:{minutes}" != books.sales[int(number)].times[STEPS[done]]:
            yield f"order #{number} was not {STEPS[done]} at {hour}:{minutes} pm"


def delta(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with a message of what has changed: then the order is so."""
    number = TICKET.search(block.text)
    for now, dish in re.findall(r"^CHANGE \d+ → (\d+) (.+)$", block.text, re.MULTILINE):
        if number is None or books.sales[int(number[1])].lines[dish] != int(now):
            yield f"{dish}: {now}"


def board(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with what is open in a room, oldest first."""
    if not block.text.startswith("Open: "):
        return
    open_here = [one for one in books.sales.values() if _is_open(books, one, block.where)]
    waits = [minutes_of(block.at) - minutes_of(one.times["placed"]) for one in open_here]
    heading, *rows = block.text.splitlines()
    if heading != f"Open: {len(open_here)}, the oldest for {max(waits)} min":
        yield f"{heading}, not {len(open_here)} and {max(waits)} min"
    shown = [
        (int(hit[1]), int(hit[2]), hit[3], hit[4]) for row in rows if (hit := ROW.fullmatch(row))
    ]
    expected = [
        (one.number, wait, _place(one), one.status)
        for one, wait in zip(open_here, waits, strict=True)
    ]
    if shown != expected:
        yield f"{shown} should be {expected}"


def _place(sale: Sale) -> str:
    return f"table {sale.table}" if sale.table else sale.kind


def _rooms(books: Books, sale: Sale, dish: str) -> set[str]:
    """Where a dish of an order is on the ticket."""
    is_at_counter = sale.kind != "delivery" and (sale.table is None or sale.alone)
    rooms = {"owner", "dosa" if books.dishes[dish]["category"] == "Dosa" else "tiffin"}
    if is_at_counter:
        rooms.add("counter")
    if sale.kind == "delivery":
        rooms.add("riders")
    return rooms


def _is_open(books: Books, sale: Sale, room: str) -> bool:
    over = OVER | {"ready", "on its way"} if room in ("tiffin", "dosa") else OVER
    return sale.status not in over and any(room in _rooms(books, sale, one) for one in sale.lines)
