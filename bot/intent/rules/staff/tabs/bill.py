"""What a table pays: "split table 4 in 3", "bill for table 4", "table 4 paid cash"."""

from bot.intent.rules.staff.tabs.about import ASKS_BILL, SMALL, SPLIT, About
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json
from tools.kit.staff.params import sum_of

_BILL = word_set(
    "bill bills check cheque invoice tab print make give get bring want wants like pay total"
)
_PAID = word_set("paid pays paying pay settled settles settle")
_WAYS = {
    **dict.fromkeys(word_set("cash money"), "cash"),
    **dict.fromkeys(word_set("card credit debit visa mastercard"), "card"),
    **dict.fromkeys(word_set("upi gpay phonepe paytm qr"), "upi"),
}
_MONEY = word_set("rs rupees rupee inr only just bucks")
_BY_GUEST = word_set("guest guests person persons people name names each everyone individually")
_BY_LINE = word_set("line lines dish dishes item items")
_EQUALLY = word_set("equally equal evenly even ways way parts part bills same")


def split(about: About) -> Call | None:
    """ "split table 4 in 3", "split table 4 by guest", "split the bill of table 4"."""
    if len(about.tables) != 1 or about.words.isdisjoint(SPLIT):
        return None
    args: dict[str, Json] = {"table": about.tables[0]}
    kept = [one for one in about.rest if one.kind != "break" and one.word not in SMALL]
    left = [one for one in kept if one.word not in SPLIT | ASKS_BILL | _EQUALLY]
    number = read_number(left, 0) if left else None
    if number is not None and isinstance(number.value, int):
        if len(left) - number.length and not _all(left[number.length :], _BY_GUEST):
            return None
        if not 2 <= number.value <= 20:
            return Call("split_tab", args)
        return Call("split_tab", {**args, "how": "equal", "parts": number.value})
    if _all(left, _BY_GUEST):
        return Call("split_tab", {**args, "how": "guest"} if left else args)
    return Call("split_tab", {**args, "how": "line"}) if _all(left, _BY_LINE) else None


def paid(about: About) -> Call | None:
    """ "table 4 paid cash", "table 4 pays 200 by upi"."""
    ways = {_WAYS[word] for word in about.words if word in _WAYS}
    if len(about.tables) != 1 or about.words.isdisjoint(_PAID) or len(ways) > 1:
        return None
    if about.words & word_set("want wants like") and not ways:
        return None
    if about.asks:
        return Call("show_tab", {"table": about.tables[0]})
    args: dict[str, Json] = {"table": about.tables[0]}
    known = _PAID | _MONEY | _WAYS.keys() | ASKS_BILL | word_set("full amount already want wants")
    left = [
        one
        for one in about.rest
        if one.kind != "break" and one.word not in known and one.word not in SMALL
    ]
    if left:
        amount = _amount(left)
        if amount is None:
            return None
        args["amount"] = amount
    return Call("pay_bill", {**args, **({"method": ways.pop()} if ways else {})})


def _amount(tokens: Tokens) -> str | None:
    """ "200.00" of "200" and of "199.50"."""
    number = read_number(tokens, 0)
    if number is None or number.length != len(tokens):
        return None
    return sum_of(str(number.value))


def billed(about: About) -> Call | None:
    """ "bill for table 4", "table 4 wants to pay"."""
    asks = about.words & ASKS_BILL or about.words & word_set("pay")
    if len(about.tables) != 1 or not asks or not about.only(_BILL):
        return None
    return Call("bill_tab", {"table": about.tables[0]})


def _all(tokens: Tokens, known: frozenset[str]) -> bool:
    return all(token.word in known for token in tokens)
