"""The times of a story: of what was done with an order, and of what was promised; and its stock."""

import re
from collections.abc import Iterator

from tests.support.evening.books import Books
from tests.support.evening.sale import Sale, minutes_of
from tests.support.evening.script import Block

ORDER = re.compile(r"#(\d+)")
STEP = re.compile(r"(placed|accepted|ready|on its way|completed|cancelled|declined) (\d+:\d\d) pm")
PROMISE = re.compile(r"(?:Promised: today|expects it today|[Ff]or today|at about) (\d+:\d\d) pm")
WAITS = re.compile(r"Order #(\d+) has not been accepted for (\d+) minutes")
STOCK = (
    re.compile(r"([A-Z][\w ]+?): (?P<left>\d+|none) in stock"),
    re.compile(r"fewer than \d+ of ([A-Z][\w ]+?)\. (?P<left>\d+) in stock"),
    re.compile(r"([A-Z][\w ]+?) is running low: (?P<left>\d+) left"),
    re.compile(r"only (?P<left>\d+) of ([A-Z][\w ]+?),"),
    re.compile(r"([A-Z][\w ]+?) has (?P<left>run out)"),
)


def steps(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with the times at which an order was placed, accepted and so on."""
    sale = _sale(books, block)
    for step, at in STEP.findall(block.text):
        known = sale.times.get(step) if sale else None
        if known != _in_the_evening(at):
            yield f"{step} at {known}, not at {at} pm"


def promises(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with when an order is to be there."""
    sale = _sale(books, block)
    zone = next(
        (one for one in books.zones if f"Delivery — ₹{books.zone_fee(one)}" in block.text), None
    )
    for at in PROMISE.findall(block.text):
        known = sale.promised if sale else books.promise(block.at, zone)
        if "for today" in block.text.lower() and not sale:
            known = _later(block)
        if known != _in_the_evening(at):
            yield f"promised for {known}, not for {at} pm"
    for number, minutes in WAITS.findall(block.text):
        waited = minutes_of(block.at) - minutes_of(books.sales[int(number)].times["placed"])
        if not int(minutes) == waited == books.rules["accept_minutes"]:
            yield f"#{number} has waited for {waited} minutes"


def stock(books: Books, block: Block) -> Iterator[str]:
    """What is wrong with how many there are."""
    for pattern in STOCK:
        for hit in pattern.finditer(block.text):
            (dish,) = (one for one in hit.groups() if one in books.dishes)
            left = 0 if hit["left"] in ("none", "run out") else int(hit["left"])
            if books.stock(dish) != left:
                yield f"{hit[0]!r}, but there are {books.stock(dish)}"


def _sale(books: Books, block: Block) -> Sale | None:
    found = ORDER.search(block.text)
    return books.sales.get(int(found[1])) if found else None


def _later(block: Block) -> str:
    """The time that was asked for: "takeaway at 8 pm"."""
    hour = re.search(r"at (\d+) pm", block.act)
    return f"{int(hour[1]) + 12}:00" if hour else ""


def _in_the_evening(at: str) -> str:
    hours, minutes = at.split(":")
    return f"{int(hours) + 12}:{minutes}"
