"""Questions about the shop: "revenue today", "top 10 items in march", "orders this week vs last".

What is asked the tool reads too (`tools/resolve/staff/question.py`); here is decided whether it is.
"""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.words import all_known
from bot.intent.rules.words.tokens import Tokens, said
from tools.kit.call import Call
from tools.resolve.staff.question import question_of


def read_question(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a sentence that is a question about figures, and of no dish the menu has not."""
    words = said(tokens)
    asked = question_of(words)
    if asked is None or (asked.item and not all_known([asked.item], menu)):
        return ()
    return (Call("ask_shop", {"asked": words}),)
