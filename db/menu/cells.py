"""The columns of a menu as a table, and how a cell of each is read and written."""

import re
from collections.abc import Callable, Mapping

from db.menu.format import MOST
from db.menu.problems import Json

SEPARATOR = "|"
NEEDED = ("name", "category", "price")
WORDS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
# A spreadsheet takes what begins so for a formula and runs it; behind an apostrophe it is text.
RUN = re.compile(r"'*[=+\-@\t\r]")


class WrongCell(ValueError):
    """A cell that cannot be read; the text ends the sentence that begins with the cell."""


def cell(column: str, text: str, delimiter: str) -> Json:
    """What a cell of this column says; None for an empty one, but a price. Raises WrongCell."""
    if column == "price":
        return _price(text.replace(",", ".") if delimiter == ";" else text)
    if not text:
        return None
    return READERS[column](text[1:] if text[0] == "'" and RUN.match(text) else text)


def _price(text: str) -> Json:
    found = re.fullmatch(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?", text)
    if found is None:
        raise WrongCell("cannot be used; it takes a plain number such as 80 or 80.50")
    price = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if price > MOST * 100:
        raise WrongCell(f"is too much; {MOST} is the most")
    return price


def _text(text: str) -> Json:
    return text


def _word(text: str) -> Json:
    return re.sub(r"[\s-]+", "_", text.casefold())


def _list(text: str) -> Json:
    return [part.strip() for part in re.split(r"[|;]", text) if part.strip()]


def _words(text: str) -> Json:
    return [_word(part.strip()) for part in re.split(r"[|;]", text) if part.strip()]


def _pieces(text: str) -> Json:
    if re.fullmatch(r"[0-9]{1,9}", text) is None:
        raise WrongCell("cannot be used; it takes a whole number of pieces, or nothing")
    return int(text)


def _truth(text: str) -> Json:
    if text.casefold() not in WORDS:
        raise WrongCell("cannot be used; it takes yes or no")
    return WORDS[text.casefold()]


READERS: Mapping[str, Callable[[str], Json]] = {
    "id": _text, "name": _text, "category": _text, "description": _text,
    "aliases": _list, "diet": _word, "allergens": _list, "suitable_for": _list,
    "meal_periods": _list, "stock": _pieces, "photo": _text, "tax_class": _text,
    "prep_station": _text, "order_types": _words, "available": _truth,
}  # fmt: skip
COLUMNS: Mapping[str, Json] = {
    "id": None, "name": None, "category": None, "price": 0, "description": None, "aliases": None,
    "diet": None, "allergens": None, "suitable_for": None, "meal_periods": None, "stock": None,
    "photo": None, "tax_class": None, "prep_station": None, "order_types": None, "available": None,
}  # fmt: skip
"""Every column in the order of an export, and what stands for a cell that cannot be read."""


def written(column: str, value: Json) -> str:
    """A field as the cell that is read as the same, and runs nothing in a spreadsheet.

    Raises WrongCell when there is none.
    """
    text = _plain(column, value)
    return f"'{text}" if RUN.match(text) else text


def _plain(column: str, value: Json) -> str:
    if value is None:
        return ""
    if column == "price" and isinstance(value, int):
        return f"{value // 100}.{value % 100:02}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        for part in value:
            if re.search(r"[|;]", str(part)):
                raise WrongCell("holds | or ;, which a table cannot")
        return SEPARATOR.join(str(part) for part in value)
    return str(value)
