"""Promo codes: "promo code SAVE10", "I have a coupon", "checkout with code SAVE10".

No model is asked for a code: it could only spell it otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_WORD = (
    r"(?:(?:promo(?:tion(?:al)?)?|coupon|discount|voucher|offer)[ -]?codes?"
    r"|promo|coupons?|vouchers?)"
)
_CODE = r"[\"'#]*(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{1,31}(?: \d{1,4}(?!\S))?)[\"']*"
_SIGN = r"(?:\s*[:=-]\s*|\s+(?:is\s+|called\s+|named\s+)?)"
_LEADS = (
    r"(?:(?:please|pls|kindly|and|with|using|my|a|the|this|here|is|here's|i|i've|i'd|got|have|use"
    r"|apply|add|enter|try|redeem|want|like|to|can|could|also|it|its|it's|hi|hello)\s+)*"
)
_TAIL = r"(?:\s*(?:please|pls|thanks|thank you|too|on it|to (?:my|the) (?:cart|order)))*[.!?]*"
_BEFORE = r"(?P<before>.*?)(?:[,.;!]|\band\b|\bwith\b|\busing\b)\s*"
_NAMED = re.compile(rf"{_LEADS}(?:{_WORD}|code){_SIGN}{_CODE}{_TAIL}", re.IGNORECASE)
_BESIDES = re.compile(rf"{_BEFORE}{_LEADS}{_WORD}{_SIGN}{_CODE}{_TAIL}", re.IGNORECASE)
_APPLIED = re.compile(
    rf"{_LEADS}(?:apply|redeem|use)\s+(?=\S*\d)(?=\S*[a-z]){_CODE}{_TAIL}", re.IGNORECASE
)
_APPLIED_BESIDES = re.compile(
    rf"(?P<before>.+?)[\s,.;!]+{_LEADS}(?:apply|redeem|use|using|with)\s+"
    rf"(?P<code>(?-i:[A-Z]{{2,}}[A-Z_-]*\d+[A-Z0-9_-]*)){_TAIL}",
    re.IGNORECASE,
)
_FIRST = frozenset({"set_dietary_rules", "add_to_cart"})
_ALONE = re.compile(r"(?P<code>[A-Z]{2,}[A-Z_-]*\d+[A-Z0-9_-]*)")
_OFFERED = re.compile(rf"{_LEADS}{_WORD}{_TAIL}", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    rf"(?:please\s+)?(?:remove|delete|drop|cancel|forget|without|no|take off|don't use|do not use)"
    rf"\s+(?:the|my|this|that|any)?\s*(?:{_WORD}|code|discount)(?:\s+\S+)?{_TAIL}",
    re.IGNORECASE,
)
_NO_CODES = word_set(
    "is are was were for of on in at to and or the my your an any please do does did not no yes"
    " work works working valid available today now here there what which how who that this it"
    " code codes applied from with if can will help thanks you have"
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a message says of promo codes, and the rest of it, which somebody else reads."""

    call: Call
    rest: str = ""

    def among(self, others: Sequence[Call]) -> tuple[Call, ...]:
        """The call with those of the rest: behind the dishes it is told with, before all else."""
        dishes = next((at for at, one in enumerate(others) if one.tool not in _FIRST), len(others))
        return (*others[:dishes], self.call, *others[dishes:])


def find_coupon(text: str) -> Given | None:
    """The promo code a cleaned text gives, offers or takes back; None for any other text."""
    if _TAKEN_BACK.fullmatch(text):
        return Given(Call("remove_coupon"))
    for pattern in (_NAMED, _BESIDES, _APPLIED, _APPLIED_BESIDES, _ALONE):
        found = pattern.fullmatch(text)
        if found and found["code"].casefold() not in _NO_CODES:
            before = found.groupdict().get("before") or ""
            return Given(Call("apply_coupon", {"code": found["code"]}), before.strip(" ,.;!"))
    return Given(Call("apply_coupon")) if _OFFERED.fullmatch(text) else None
