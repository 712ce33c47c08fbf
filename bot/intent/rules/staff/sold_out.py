"""What is sold out and what is back: "86 idly till 6", "we're out of vada", "dosa is back"."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.when import back_from, sold_out_until
from bot.intent.rules.staff.words import SMALL, all_known, asks, names_in, place_of, without
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json


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
_PLACES = word_set("there here")
"""Behind a word that may say so of a dish they tell where it lies: "idly over there"."""
_COMING = word_set("will shall should comes coming expected")


def read_sold_out(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a statement that dishes are not to be had, and until when."""
    if asks(tokens):
        return ()
    about, when = sold_out_until(tokens)
    if when is None:
        return ()
    names = _plain(_marked(about, _EIGHTY_SIX + _GONE), menu) or _known(
        _marked(about, _OUT_OF_DISHES), menu
    )
    if not names:
        return ()
    items: list[Json] = [*names]
    return (Call("mark_unavailable", {"items": items, **({"when": when} if when else {})}),)


def read_back_at(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a statement from when on dishes of the menu are to be had again, not before."""
    about, when = back_from(tokens)
    if asks(tokens) or not when or _marked(tokens, _GONE):
        return ()
    about = [token for token in about if token.word not in _COMING]
    items: list[Json] = [*_known(_marked(about, _BACK), menu)]
    return (Call("mark_unavailable", {"items": items, "when": when}),) if items else ()


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
        if at is not None and not _names_place(tokens[at + len(marker) :]):
            return names_in(without(tokens, at, len(marker)), _AROUND)
    return []


def _names_place(behind: Tokens) -> bool:
    return bool(behind) and behind[0].word in _PLACES


def _plain(names: list[str], menu: MenuWords) -> list[str]:
    """Names, if they can be: a single one need not be of the menu if it has no number in it."""
    alone = len(names) == 1 and not any(word.isdecimal() for word in names[0].split())
    return names if alone else _known(names, menu)


def _known(names: list[str], menu: MenuWords) -> list[str]:
    return names if all_known(names, menu) else []
