"""An order that is placed: "cancel my order", "remove idly from order 12", "receipt please".

No model is asked: it knows no such tools, and what is paid is not a matter of taste.
"""

import re

from bot.intent.rules.given.coupon import Given
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import tokenize
from tools.kit.call import Call, Json

_BEFORE = (
    r"(?:(?:please|pls|plz|hi|hello|hey|sorry|actually|no|ok|okay|can|could|you|i|i'd|id|we|want|like"
    r"|need|have|to|would|just|now|me|get|give|send|show|print|and)[ ,]+)*"
)
_AFTER = r"(?:[ ,]+(?:please|pls|plz|now|thanks|thank you|for me|sir|madam|bro|anna))*[.! ]*"
_NUMBER = r"(?:(?:number|no\.?|num|#)? *#?(?P<no>\d{1,12}))"
_ORDER = rf"(?:(?:my|the|this|that|our|whole|entire|last|placed) )*order(?: {_NUMBER})?"
_CANCEL = re.compile(rf"{_BEFORE}(?:cancel|call off) (?:{_ORDER}){_AFTER}\??", re.IGNORECASE)
_RECEIPT = re.compile(
    rf"{_BEFORE}(?:(?:my|the|a) )*(?:receipt|tax invoice|tax bill)"
    rf"(?: (?:for|of) {_ORDER})?{_AFTER}\??",
    re.IGNORECASE,
)
# Of a number only: a bill alone is what the cart comes to.
_BILL = re.compile(
    rf"{_BEFORE}(?:(?:my|the|a) )*(?:bill|invoice) (?:for|of) order {_NUMBER}{_AFTER}\??",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"{_BEFORE}(?:change|edit|modify|correct) "
    rf"(?:(?:my|the|our|this|that) )?(?:order {_NUMBER}|placed order){_AFTER}\??",
    re.IGNORECASE,
)
_PLACED = rf"(?:in|from|of|on|for|to) (?:order {_NUMBER}|(?:my|the|our) (?:placed|last) order)"
_TAKE_OUT = re.compile(
    rf"{_BEFORE}(?:remove|delete|take out|take off|drop|cancel) (?:the |my )?(?P<item>.+?)"
    rf" {_PLACED}{_AFTER}",
    re.IGNORECASE,
)
_ADD = re.compile(
    rf"{_BEFORE}(?:also )?(?:add|put|include) (?:.+?) {_PLACED}{_AFTER}", re.IGNORECASE
)
_SET = re.compile(
    rf"{_BEFORE}(?:make|change|set) (?:it |the |my )?(?:(?P<item>.+?) to (?P<to>\d{{1,2}})"
    rf"|(?P<count>\d{{1,2}}) (?P<what>.+?)) {_PLACED}{_AFTER}",
    re.IGNORECASE,
)


_REFUND = re.compile(
    rf"{_BEFORE}(?:(?:a|my|the) )?(?:refund|money back)(?: (?:for|of) {_ORDER})?{_AFTER}\??",
    re.IGNORECASE,
)
_SAID = frozenset({"cancel_order", "change_order"})


def find_placed(text: str) -> Given | None:
    """The call of a cleaned text that is all about a placed order; None for any other text."""
    for pattern, tool in (
        (_CANCEL, "cancel_order"),
        (_RECEIPT, "issue_receipt"),
        (_BILL, "issue_receipt"),
        (_CHANGE, "change_order"),
    ):
        if found := pattern.fullmatch(text):
            return Given(Call(tool, _numbered(found)))
    if _REFUND.fullmatch(text):
        return Given(Call("payment_help"))
    if found := _SET.fullmatch(text):
        item, count = found["item"] or found["what"], int(found["to"] or found["count"])
        return Given(Call("change_order", {**_numbered(found), "item": item, "quantity": count}))
    if found := _TAKE_OUT.fullmatch(text):
        # "cancel one idly from order 12" names a difference, and not what is left.
        takes_some = read_number(tokenize(found["item"]), 0) is not None
        whole: dict[str, Json] = {} if takes_some else {"item": found["item"], "quantity": 0}
        return Given(Call("change_order", {**_numbered(found), **whole}))
    if found := _ADD.fullmatch(text):
        # What is placed grows by its own buttons; its number is no number of pieces.
        return Given(Call("change_order", _numbered(found)))
    meant = read_saying(tokenize(text))
    return Given(meant) if meant and meant.tool in _SAID else None


def _numbered(found: re.Match[str]) -> dict[str, Json]:
    return {"order_no": int(found["no"])} if found["no"] else {}
