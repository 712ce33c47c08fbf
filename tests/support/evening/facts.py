"""What has happened, as a bookkeeper writes it down: the lines of a story that begin with "= "."""

import re
from decimal import Decimal

from tests.support.evening.books import Books
from tests.support.evening.sale import WAYS, Lines, Sale

Known = dict[str, str]


def note(books: Books, fact: str, at: str) -> None:
    """Put a fact of that time down. Raises ValueError for one that cannot be read."""
    for pattern, put in _FACTS:
        if found := re.fullmatch(pattern, fact.removeprefix("= ")):
            put(books, {key: value for key, value in found.groupdict().items() if value}, at)
            return
    raise ValueError(f"no fact: {fact!r}")


def _placed(books: Books, known: Known, at: str) -> None:
    number = int(known["number"])
    assert number == len(books.sales) + 1, f"#{number} is not the next order"
    books.sales[number] = Sale(
        number,
        known.get("kind", "dine-in"),
        _lines(known["lines"]),
        dict(books.prices),
        zone=known.get("zone"),
        table=known.get("table"),
        guest=known.get("guest"),
        alone="alone" in known,
        coupon=known.get("coupon"),
        times={"placed": at},
        promised=known.get("later") or books.promise(at, known.get("zone")),
    )


def _changed(books: Books, known: Known, at: str) -> None:
    books.sales[int(known["number"])].lines = _lines(known["lines"])


def _stepped(books: Books, known: Known, at: str) -> None:
    sale = books.sales[int(known["number"])]
    sale.status = known["status"]
    sale.times[sale.status] = at
    if "minutes" in known:
        sale.promised = books.promise(at, sale.zone, int(known["minutes"]))


def _was_paid(books: Books, known: Known, at: str) -> None:
    left = books.total(int(known["number"])) - books.paid(int(known["number"]))
    books.taken.append((f"order #{known['number']}", WAYS[known["way"]], left))


def _went_back(books: Books, known: Known, at: str) -> None:
    books.back[int(known["number"])] = books.paid(int(known["number"]))


def _table_paid(books: Books, known: Known, at: str) -> None:
    table = known["table"]
    left = books.table_left(table)
    amount = Decimal(known["amount"]) if "amount" in known else left
    assert 0 < amount <= left, f"table {table} owes {left}"
    books.taken.append((f"table {table}", WAYS[known["way"]], amount))


def _moved(books: Books, known: Known, at: str) -> None:
    for sale in books.on_table(known["table"]):
        sale.table = known["to"]


def _closed(books: Books, known: Known, at: str) -> None:
    table = known["table"]
    assert books.table_left(table) == 0, f"table {table} still owes {books.table_left(table)}"
    for sale in books.on_table(table):
        sale.status = "completed"
        sale.times["completed"] = at
    books.settled[f"table {table}"] = len(books.taken)


def _came(books: Books, known: Known, at: str) -> None:
    books.more[known["dish"]] += int(known["count"])


def _costs(books: Books, known: Known, at: str) -> None:
    books.prices[known["dish"]] = Decimal(known["amount"])


def _lines(words: str) -> Lines:
    """ "2 Idly, 1 Filter Coffee"."""
    parts = (part.split(" ", 1) for part in words.split(", "))
    return {dish: int(count) for count, dish in parts}


_WAY = "(?P<way>" + "|".join(sorted(WAYS, key=len, reverse=True)) + ")"
_LINES = r"(?P<lines>\d+ \w.*)"
_NUMBER = r"#(?P<number>\d+)"
_FACTS = (
    (
        rf"{_NUMBER} (?P<kind>take-away)(?: for (?P<later>[\d:]+))?"
        rf"(?: with (?P<coupon>\w+))?, (?P<guest>\w+): {_LINES}",
        _placed,
    ),
    (rf"{_NUMBER} (?P<kind>delivery) to (?P<zone>[^:]+), (?P<guest>\w+): {_LINES}", _placed),
    (
        rf"{_NUMBER} table (?P<table>\d+)(?P<alone> alone)?(?:, (?P<guest>\w+))?: {_LINES}",
        _placed,
    ),
    (rf"{_NUMBER} is now: {_LINES}", _changed),
    (
        rf"{_NUMBER} (?P<status>accepted|ready|on its way|completed|cancelled|declined)"
        r"(?:, ready in (?P<minutes>\d+))?",
        _stepped,
    ),
    (rf"{_NUMBER} paid {_WAY}", _was_paid),
    (rf"{_NUMBER} paid back", _went_back),
    (
        rf"table (?P<table>\d+) paid (?:₹(?P<amount>[\d.]+)|the rest) {_WAY}",
        _table_paid,
    ),
    (r"table (?P<table>\d+) is at table (?P<to>\d+)", _moved),
    (r"table (?P<table>\d+) closed", _closed),
    (r"(?P<count>\d+) (?P<dish>[A-Z].*) more", _came),
    (r"(?P<dish>[A-Z].*) costs ₹(?P<amount>[\d.]+)", _costs),
)
