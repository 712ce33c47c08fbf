"""Where an order goes: "deliver to 12 Lake Road", "my address is …", "we are at table 4".

No model is asked for an address: it is nobody's business but the shop's.
"""

import re

from bot.intent.rules.given.coupon import Given
from tools.kit.call import Call

_PLEASE = r"(?:(?:hi|hello|hey|please|pls|kindly|can you|could you|and|also|then|ok|okay)[ ,]+)*"
_TAIL = r"(?:[ ,]*(?:please|pls|thanks|thank you))?[ .!]*"
_NO = r"(?P<table>(?=[A-Za-z-]*\d)[A-Za-z0-9-]{1,12})"
_AT = (
    r"(?:(?:i|we)(?:'m| am|'re| are)?(?: sitting| seated| here)*(?: at| on| from)?|it'?s(?: for)?"
    r"|this is|(?:dine|eat|eating|dining)[ -]?(?:in|here)|for here|here|at|for|to|from|on"
    r"|bring it to|serve (?:it )?(?:at|to))"
)
_TABLE = re.compile(
    rf"{_PLEASE}(?:{_AT}[ ,:]+)*(?:(?:the )?table(?: number| no\.?| #)?)[ :#.]*{_NO}{_TAIL}",
    re.IGNORECASE,
)
_TABLE_BESIDES = re.compile(
    rf"(?P<before>.+?)[ ,;.]+(?:and )?(?:(?:for|to|at|on) )(?:the )?"
    rf"table(?: number| no\.?| #)?[ :#]*{_NO}{_TAIL}",
    re.IGNORECASE,
)
_PLACE = r"(?P<address>\S.*?)"
_IS = (
    r"(?:(?:my |the |our )?(?:delivery |home |office )?address(?: is| would be)?[ :=-]+"
    r"|i live (?:at|in|on) |we live (?:at|in|on) )"
)
_BRING = (
    r"(?:(?:i (?:want|need)|i'?d like|i would like) (?:it |this |that |the order |my order )?"
    r"(?:delivered|delivery|home delivery)"
    r"|(?:home )?delivery|(?:deliver|send|bring)(?: it| this| that| them| everything"
    r"|(?: the| my)? (?:order|food))?) (?:to|at) (?:address )?"
)
_ADDRESS = re.compile(rf"{_PLEASE}(?:{_IS}|{_BRING}){_PLACE}{_TAIL}", re.IGNORECASE)
_ADDRESS_BESIDES = re.compile(
    rf"(?P<before>.+?)[ ,;.]+(?:and |then |please )*(?:{_IS}|{_BRING}|delivered to )"
    rf"{_PLACE}{_TAIL}",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:(?:my|our|the|your|that|this|same|an?|me|us|him|her|them|it)\b.*|home|here|there|door"
    r"|table\b.*|tomorrow|today|now|\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)?)",
    re.IGNORECASE,
)


def find_place(text: str) -> Given | None:
    """The table or address a cleaned text tells, and the rest of it; None for any other text."""
    for pattern in (_TABLE, _TABLE_BESIDES):
        if found := pattern.fullmatch(text):
            return Given(Call("choose_table", {"table": found["table"]}), _before(found))
    for pattern in (_ADDRESS, _ADDRESS_BESIDES):
        found = pattern.fullmatch(text)
        if found and not _NO_PLACE.fullmatch(found["address"]) and _is_place(found["address"]):
            return Given(Call("give_address", {"address": found["address"]}), _before(found))
    return None


def _before(found: re.Match[str]) -> str:
    return (found.groupdict().get("before") or "").strip(" ,.;!")


def _is_place(words: str) -> bool:
    """A house has a number, and a place more than one word."""
    return any(one.isdigit() for one in words) or len(words.split()) > 1
