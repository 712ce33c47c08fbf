"""What is sold out and what is back: "86 idly till 6", "we're out of vada", "dosa is back"."""

from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.staff.words import SMALL, all_known, asks, names_in, place_of, without
from bot.intent.rules.tokens import Tokens, said
from bot.intent.rules.vocabulary import word_set
from tools.kit.call import Call, Json
from tools.resolve.time_words import MEALS, read_time


def _phrases(*said: str) -> tuple[tuple[str, ...], ...]:
    """Phrases by their words, "a|b c" being two."""
    return tuple(tuple(phrase.split()) for line in said for phrase in line.split("|"))


_EIGHTY_SIX = _phrases("86|86d|86ed|eighty six")
_GONE = _phrases(
    "out of stock|sold out|unavailable|not available|stop selling|stop serving|off the menu",
    "from the menu|no more|not serving|not selling|disable|block|hide|pause",
)
"""Each says that something is not to be had, whatever it is."""
_OUT_OF_DISHES = _phrases(
    "out of|finished|over|gone|out|khatam|khatm|theernthachu|aipoyindi|illai|off|done|dont have|no"
)
"""Each says so of a dish; of something else it may say another thing."""
_BACK = _phrases(
    "un-86|un86|un 86|back in stock|available again|back on sale|in stock again|on again",
    "start selling|enable|unblock|unhide|start serving|bring back|put back|resume|back again|back",
    "available|again",
)
_AROUND = SMALL | word_set(
    "ran run running mark marked set as put take taken remove removed hide got say that completely"
)
_TILL = word_set("till until til untill upto through")
_OPEN = frozenset({"further notice", "i say so", "told otherwise", "i say otherwise"})
_NOW = word_set("now today tonight")
_REST = word_set("the rest of day")


def read_sold_out(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a statement that dishes are not to be had, and until when."""
    if asks(tokens):
        return ()
    about, when = _until(tokens)
    if when is None:
        return ()
    names = _plain(_marked(about, _EIGHTY_SIX + _GONE), menu) or _known(
        _marked(about, _OUT_OF_DISHES), menu
    )
    if not names:
        return ()
    items: list[Json] = [*names]
    return (Call("mark_unavailable", {"items": items, **({"when": when} if when else {})}),)


def read_back(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a statement that dishes of the menu are to be had again."""
    if asks(tokens) or _marked(tokens, _GONE):
        return ()
    items: list[Json] = [*_known(_marked(tokens, _BACK), menu)]
    return (Call("mark_available", {"items": items}),) if items else ()


def _marked(tokens: Tokens, markers: tuple[tuple[str, ...], ...]) -> list[str]:
    """What is named beside a marker, in front of it or behind."""
    for marker in markers:
        at = place_of(tokens, marker)
        if at is not None:
            return names_in(without(tokens, at, len(marker)), _AROUND)
    return []


def _plain(names: list[str], menu: MenuWords) -> list[str]:
    """Names, if they can be: a single one need not be of the menu if it has no number in it."""
    alone = len(names) == 1 and not any(word.isdecimal() for word in names[0].split())
    return names if alone else _known(names, menu)


def _known(names: list[str], menu: MenuWords) -> list[str]:
    return names if all_known(names, menu) else []


def _until(tokens: Tokens) -> tuple[Tokens, str | None]:
    """What is sold out | until when; "" where nothing is said of it, None where it is no time."""
    for at, token in enumerate(tokens):
        if token.word in _TILL or (token.word == "for" and _is_time(tokens[at + 1 :])):
            when = said(tokens[at + 1 :])
            if _REST.issuperset(one.word for one in tokens[at + 1 :]):
                when = "today"
            if when.casefold() in _OPEN or (token.word == "for" and when.casefold() == "now"):
                return tokens[:at], ""
            return tokens[:at], when if _is_time(tokens[at + 1 :]) else None
    last = tokens[-1:]
    return tokens, said(last) if last and last[0].word in _NOW - {"now"} else ""


def _is_time(tokens: Tokens) -> bool:
    """Whether the words are a time and nothing else: "6", "tomorrow", "2 hours", "dinner"."""
    if not tokens:
        return False
    words = [token for token in tokens if token.word not in _REST]
    told = read_time(said(words))
    tells = told.has_day or told.hour is not None or told.ahead is not None or told.half is not None
    rest = MEALS.issuperset(told.other) and bool(told.other)
    return not words or (tells and not told.other) or rest or {one.word for one in words} == {"now"}
