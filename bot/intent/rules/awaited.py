"""An answer in words to our question for a table, an address, a promo code, or why."""

import re

from bot.intent.clean import clean
from bot.intent.rules.asked.rating import tells
from bot.intent.rules.given.place import find_place
from bot.intent.rules.parser import parse
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json
from tools.kit.result import Awaited
from tools.menu import Match, Menu, find, words_of

_TABLE = re.compile(
    r"(?:(?:at|on|it'?s|the|i'?m at|we'?re at) )*(?:table )?(?:number |no\.? ?|#)?"
    r"(?P<table>(?=[A-Za-z-]*\d)[A-Za-z0-9-]{1,12})[ .!]*(?:please)?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[\"'#]*(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{1,31})[\"']*[ .!]*")
# What a sentence that is no address comes down to; of the rest, words for a dish may be a street.
_VAGUE = frozenset(
    {
        "not_understood",
        "add_to_cart",
        "search_menu",
        "update_item",
        "choose_options",
        "did_you_mean",
        "replace_item",
        "set_quantity",
    }
)
# "no. 7" sounds like a no.
_VAGUE_WITH_A_NUMBER = _VAGUE | {"small_talk"}
_NO_STREET_BEGINS = word_set(
    "i im id we my me you it add remove change make cancel order give get show tell call what when"
    " where how why who which can could do does is are will would please want need have take"
)
_OTHER_WAY = re.compile(
    r"(?:no[ ,]+)?(?:then )?(?:make it )?(?:(?P<here>(?:dine|eat)[ -]?(?:in|here)|for here)"
    r"|take[ -]?(?:away|out)|parcel|(?:i'?ll |i will )?(?:pick[ -]?(?:it )?up|collect(?: it)?))"
    r"(?: instead| then| please)*[ .!]*",
    re.IGNORECASE,
)
_LEAST = 4
_WANTING = word_set("want need order add get give bring please can could show take have")


def read_awaited(kind: Awaited, text: str, menu: Menu) -> Call | None:
    """The call of the text where it answers the question; None where it says something else."""
    said = clean(text)
    if kind == "table":
        found = _TABLE.fullmatch(said)
        return Call("choose_table", {"table": found["table"]}) if found else None
    if kind == "code":
        code = _CODE.fullmatch(said)
        if code is None or not _means_nothing_else(said, menu):
            return None
        return Call("apply_coupon", {"code": code["code"]})
    if kind == "why":
        return Call("rate_order", {"words": text}) if _is_opinion(said, menu) else None
    if other := _OTHER_WAY.fullmatch(said):
        way = "dine in" if other["here"] else "take away"
        return Call("choose_order_type", {"order_type": way})
    return Call("give_address", {"address": text}) if _is_address(said, menu) else None


def _is_opinion(said: str, menu: Menu) -> bool:
    if said.endswith("?"):
        return False
    return tells(said) or (_WANTING.isdisjoint(words_of(said)) and _means_nothing_else(said, menu))


def _is_address(said: str, menu: Menu) -> bool:
    if len(said) < _LEAST or said.endswith("?") or find_place(said):
        return False
    words = words_of(said)
    numbered = any(one.isdigit() for one in said)
    if not (numbered or len(words) > 1) or words[0] in _NO_STREET_BEGINS:
        return False
    return _means_nothing_else(said, menu, _VAGUE_WITH_A_NUMBER if numbered else _VAGUE)


def _means_nothing_else(said: str, menu: Menu, vague: frozenset[str] = _VAGUE) -> bool:
    calls = parse(said, menu)
    return all(call.tool in vague and not _is_sure(call, menu) for call in calls)


def _is_sure(call: Call, menu: Menu) -> bool:
    """Whether it is about a dish of the menu, or the menu itself."""
    if call.tool == "add_to_cart":
        return any(_names(line, menu) for line in _lines(call))
    if call.tool in ("search_menu", "set_quantity"):
        words = call.args.get("query") or call.args.get("item")
        return not isinstance(words, str) or isinstance(find(menu, words), Match)
    return call.tool in ("update_item", "choose_options")


def _lines(call: Call) -> list[Json]:
    lines = call.args.get("lines")
    return lines if isinstance(lines, list) else []


def _names(line: Json, menu: Menu) -> bool:
    item = line.get("item") if isinstance(line, dict) else None
    return not isinstance(item, str) or isinstance(find(menu, item), Match)
