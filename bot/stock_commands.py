"""The slash commands about stock and prices. How each is written is in
`tools/results/staff/stock_usage.py`.
"""

import re
from collections.abc import Callable

from tools.kit.call import Call, Json
from tools.kit.speech import sentence

_TILL = re.compile(r"(?P<item>.+?)\s+(?:till|until|til|upto|through)\s+(?P<when>.+)", re.IGNORECASE)
_LOW = re.compile(
    r"(?P<item>.+?)\s+low(?:\s+(?P<low>\d{1,10}(?:\.\d{1,3})?\s*[^\W\d_]{0,12}|off|none|never))?",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?P<item>.+?)\s+(?P<sign>[+-])?\s?(?P<number>\d{1,10}(?:\.\d{1,3})?)\s*(?P<unit>[^\W\d_]{0,12})",
)
_PRICE = re.compile(
    r"(?P<item>.+?)\s+(?:to\s+)?(?:rs\.?\s*|₹\s*)?(?P<price>\d{1,9}(?:\.\d{1,2})?)(?:\s*rs)?",
    re.IGNORECASE,
)
_CHANGES = {"+": "add", "-": "take", None: "set"}


def _stock(words: str) -> Call | None:
    """ "", "idly", "idly 20", "idly +20", "milk 3 l", "idly low 5", "idly low off"."""
    if not words:
        return Call("check_stock")
    if found := _LOW.fullmatch(words):
        low = found["low"] or ""
        if not low:
            return None
        return Call("set_low_mark", {"item": found["item"], "low": low if low[0].isdigit() else ""})
    found = _CHANGE.fullmatch(words)
    if found is None:
        return Call("check_stock", {"item": words})
    number = found["number"]
    args: dict[str, Json] = {"pieces": int(number)} if number.isdecimal() else {"amount": number}
    how = f"{_CHANGES[found['sign']]} {found['unit']}".strip()
    return Call("update_stock", {"item": found["item"], **args, "how": how})


def _sold_out(words: str) -> Call | None:
    """ "masala dosa", "masala dosa till 6"."""
    if not words:
        return None
    found = _TILL.fullmatch(words)
    if found is None:
        return Call("mark_unavailable", {"items": [words]})
    return Call("mark_unavailable", {"items": [found["item"]], "when": found["when"]})


def _back(words: str) -> Call | None:
    """ "masala dosa"."""
    return Call("mark_available", {"items": [words]}) if words else None


def _price(words: str) -> Call | None:
    """ "masala dosa 90", "masala dosa 90.50"."""
    found = _PRICE.fullmatch(words)
    return Call("set_price", {"item": found["item"], "price": found["price"]}) if found else None


STOCK_COMMANDS: dict[str, tuple[Callable[[str], Call | None], str]] = {
    "stock": (_stock, sentence("What is left; set, add, take")),
    "86": (_sold_out, sentence("A dish is sold out")),
    "back": (_back, sentence("A dish is on sale again")),
    "price": (_price, sentence("A new price")),
}
