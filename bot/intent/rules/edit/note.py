"""Words for the kitchen: "note: ring the bell", "for the dosa: well done please"."""

import re

from bot.intent.rules.edit.clause_change import read_clause_change
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.target import target_of
from bot.intent.rules.words.tokens import tokenize
from tools.kit.call import Call

_ABOUT = r"(?: (?:for|on|to|with) (?P<item>[^:]{1,60}))?"
_COLON = r":(?!(?<=\d:)\d\d)"
"""A colon of a sentence, not that of "6:30"."""
_NOTE = re.compile(
    r"(?:please |kindly )?(?:add |put |write |leave )?(?:an? |the |this )?"
    r"(?:note|notes|instructions?|message|comment)"
    rf"(?: (?:to|for) (?:the )?(?:kitchen|cook|chef|shop))?{_ABOUT}\s*{_COLON}\s*(?P<note>\S.*)",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?:for|on|with) (?P<item>[^:,]{{1,60}}){_COLON}\s*(?P<note>\S.*)", re.IGNORECASE
)


def read_note(text: str, menu: MenuWords) -> Call | None:
    """The call of a cleaned text that is a note as a whole; None for any other.

    "For the dosa: no onion" is an option of the dosa where it has one.
    """
    found = _NOTE.fullmatch(text) or _FOR.fullmatch(text)
    if found is None:
        return None
    about, note = found["item"] or "", found["note"].strip()
    target = target_of(tokenize(about), menu) if about else None
    if about and target is None:
        return None
    if about and (change := read_clause_change(tokenize(f"{note} in {about}"), menu)):
        return change
    return Call("update_item", {**(target.args() if target else {}), "note": note[:200]})
