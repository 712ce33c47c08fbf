"""What a customer thinks of what he has had: "5 stars", "the dosa was cold, 2 stars"."""

import re

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import tokenize
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json
from tools.menu import words_of

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBER = r"(?P<number>[1-5]|one|two|three|four|five)"
_OF_FIVE = r"(?:\s*/\s*5| out of (?:5|five)| of (?:5|five))"
_STARS = (
    rf"(?:{_NUMBER}{_OF_FIVE}?[ -]?stars?{_OF_FIVE}?"
    rf"|(?P<of_five>[1-5]|one|two|three|four|five){_OF_FIVE})"
)
_LEAD = (
    r"(?:(?:and )?(?:so )?(?:i(?:'?d|'?ll| would| will| want to)? )?(?:give|gave|rate|rated|rating)"
    r"(?: (?:it|this|that|them|you|you guys|(?:my|the|this) (?:order|food|meal|dinner|lunch)))?"
    r"(?: an?)?:? )?"
)
_TAIL = r"(?: (?:from me|for (?:it|this|that|you|everything|(?:my|the|this) (?:order|food|meal))))?"
_SIGN = r"\s*[,.;:!-]+\s*"
_FIRST = re.compile(
    rf"{_LEAD}{_STARS}{_TAIL}(?:(?P<sign>{_SIGN}|,? because | )(?P<words>.*?))?[ .!]*",
    re.IGNORECASE | re.DOTALL,
)
_LAST = re.compile(
    rf"(?P<words>.+?)(?P<sign>{_SIGN}|\s+){_LEAD}{_STARS}{_TAIL}[ .!]*", re.IGNORECASE | re.DOTALL
)
_ASKED = re.compile(
    r"(?:please |can i |could i |may i |how (?:can|do) i |i(?:'d| would)? (?:like|want) to )?"
    r"(?:rate|review|(?:leave|give|write)(?: an?| my| some)? (?:review|rating|feedback))"
    r"(?: (?:for |on )?(?:it|you|the shop|(?:my|the|this|that) (?:last )?(?:order|food|meal)))?"
    r"[ .!?]*",
    re.IGNORECASE,
)
FELT = word_set(
    "was were wasnt werent cold hot warm late slow stale soggy dry raw burnt burned oily salty"
    " spicy bland bad worst terrible awful horrible poor rude missing forgot wrong never nobody"
    " disappointed disappointing great good best nice tasty delicious yummy excellent perfect"
    " amazing awesome superb lovely loved love liked enjoyed fresh crisp crispy fast quick quickly"
    " friendly thank thanks tha thi thanda accha acha achha mast"
)
"""Words in which people tell what something was like, and order nothing."""


def find_rating(text: str, menu: MenuWords) -> Call | None:
    """The rating a cleaned text gives, or asks to give; None for any other text.

    A shop with stars on its menu is not rated by a number of them.
    """
    if _ASKED.fullmatch(text):
        return Call("rate_order")
    if menu.knows_exactly(["star"]) or menu.knows_exactly(["stars"]):
        return None
    found = _FIRST.fullmatch(text) or _LAST.fullmatch(text)
    if found is None:
        return None
    words, sign = found["words"] or "", found["sign"] or ""
    apart = bool(sign.strip()) and not menu.holds_dish(tokenize(words))
    return _rating(found) if not words or apart or tells(words) else None


def tells(text: str) -> bool:
    """Whether the text tells what something was like."""
    return not text.rstrip().endswith("?") and not FELT.isdisjoint(words_of(text))


def _rating(found: re.Match[str]) -> Call:
    number = (found["number"] or found["of_five"] or "").casefold()
    stars = _NUMBERS.get(number) or int(number)
    args: dict[str, Json] = {"stars": stars}
    if words := (found["words"] or "").strip():
        args["words"] = words
    return Call("rate_order", args)
