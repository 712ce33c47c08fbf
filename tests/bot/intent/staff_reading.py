"""How the rules read a sentence of staff, with dishes by their words."""

from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call

MENU = small_menu()


def read(text: str) -> tuple[Call, ...]:
    """The calls of a sentence."""
    return in_words(read_staff(text, MENU, lambda words: parse(words, MENU)), MENU)


def ready(number: int) -> Call:
    """An order is ready."""
    return Call("mark_ready", {"order_no": number})
