"""Prices: "price of masala dosa to 90", "make masala dosa 90 rupees"."""

import re

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.words import SMALL, all_known, asks, denies, names_in
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import JOINERS, word_set
from tools.kit.call import Call

_PRICE = word_set("price prices priced cost costs rate rates mrp")
_CURRENCY = word_set("rs inr rupee rupees usd dollar dollars euro euros eur")
_SET = word_set("set make change update put raise increase lower reduce decrease drop sell selling")
_IS = word_set("is are now")
_OTHER = word_set(
    "by off discount percent more less extra cheaper costlier dearer was were table tables order"
    " orders bill bills paid pays pay refund refunded tip tips cash card upi gpay minimum delivery"
    " each total stock yesterday tomorrow till until from between"
)
"""Beside one of these an amount is no new price."""
_AROUND = SMALL | _PRICE | _CURRENCY | _SET | _IS | word_set("new @ only as be should must")
_AMOUNT = re.compile(r"(?:rs\.?|inr)?(\d{1,7}(?:,\d{2,3})*(?:\.\d{1,2})?)")


def names_price(tokens: Tokens) -> bool:
    """Whether a price is spoken of: then its numbers are amounts of money."""
    return any(token.word in _PRICE for token in tokens)


def read_prices(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """A call for each dish a statement gives a price; what makes it one is said once."""
    words = {token.word for token in tokens}
    told = words & _PRICE or (words & (_SET | _IS) and _has_currency(tokens))
    if not told or words & _OTHER or asks(tokens) or denies(tokens):
        return ()
    calls = [_read_one(part, menu) for part in _parts(tokens)]
    return tuple(call for call in calls if call) if all(calls) else ()


def _read_one(part: Tokens, menu: MenuWords) -> Call | None:
    """A dish and, behind it or at the end, its price."""
    amounts = [at for at, token in enumerate(part) if _amount(token)]
    if len(amounts) != 1:
        return None
    (at,) = amounts
    before, behind = part[:at], part[at + 1 :]
    names = names_in([*before, *behind], _AROUND)
    early = names_in(behind, _AROUND) and not {token.word for token in before} & _PRICE
    if len(names) != 1 or early or not all_known(names, menu):
        return None
    return Call("set_price", {"item": names[0], "price": _amount(part[at])})


def _parts(tokens: Tokens) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "break" or token.word in JOINERS:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _has_currency(tokens: Tokens) -> bool:
    return any(
        token.word in _CURRENCY or (token.kind == "word" and bool(_amount(token)))
        for token in tokens
    )


def _amount(token: Token) -> str:
    """The amount of money a token is; empty for any other."""
    found = _AMOUNT.fullmatch(token.word)
    return found[1].replace(",", "") if found else ""
