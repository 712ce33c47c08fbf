"""The hygiene of a message, before anybody reads it."""

import re
import unicodedata

LONGEST = 500
LONGEST_MESSAGE = 4096

_INVISIBLE = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
    "]"
)
_PLAIN = str.maketrans("\u2018\u2019\u02bc\u00b4`\u2013\u2014\u2212\u00d7", "'''''---x")
_UNPRINTABLE = frozenset({"Cc", "Cn", "Co", "Cs"})


def clean(text: str) -> str:
    """The text as it reads: NFKC, nothing invisible, plain quotes, single spaces, 500 characters.

    Empty when there is nothing to understand: no letter or digit, or more than a channel can send.
    """
    if len(text) > LONGEST_MESSAGE:
        return ""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_PLAIN)
    printable = "".join(" " if unicodedata.category(c) in _UNPRINTABLE else c for c in visible)
    short = " ".join(printable.split())[:LONGEST].strip()
    return short if any(character.isalnum() for character in short) else ""
