"""What text of a menu file may be made of."""

import re

from pydantic_core import PydanticCustomError

# Control characters, bidirectional marks and what is seen by nobody. The two joiners are letters
# behind those of Indian scripts and in emoji; in Latin words they are a trick.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]|(?<![\u0600-\U0010ffff])[\u200c\u200d]"
)
UNSEEN_IN_TEXT = re.compile(UNSEEN.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f", 1))


def one_line(text: str) -> str:
    """The text, if it is one line of letters that can be seen. Raises PydanticCustomError."""
    _refuse_unseen(UNSEEN.search(text))
    return text


def lines(text: str) -> str:
    """The same of several lines."""
    text = text.replace("\r\n", "\n")
    _refuse_unseen(UNSEEN_IN_TEXT.search(text))
    return text


def _refuse_unseen(found: re.Match[str] | None) -> None:
    if found is not None:
        what = "a line break" if found[0] in "\r\n" else f"the unseen letter U+{ord(found[0]):04X}"
        raise PydanticCustomError("said", f"holds {what}; take it out")
