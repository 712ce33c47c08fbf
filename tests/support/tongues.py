"""Whether a reply is all in one language: a left-over English sentence shows by its letters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.reply import Reply
from tools.kit.result import MenuCard
from tools.menu import Menu

SCRIPTS = {"hi": "DEVANAGARI", "ta": "TAMIL"}
QUOTED = re.compile(r'"[^"]*"|`[^`]*`')
COMMAND = re.compile(r"(?<!\S)/[a-z0-9_]+(?: [@A-Za-z0-9_,&'{}]+)*")
"""A command with the words it is written with, which are the same in every language."""
EVERYWHERE = frozenset({"UPI", "MSG", "AM", "PM", "am", "pm", "x", "English", "Telegram"})
"""Latin words of every language here; x stands behind a number."""


def names_of(menu: Menu) -> list[str]:
    """What a shop calls things: dishes, options and the rest of its own menu."""
    options = (option.name for group in menu.groups for option in group.options)
    groups = (group.name for group in menu.groups)
    categories = (category.name for category in menu.categories)
    dishes = (text for item in menu.items for text in (item.name, item.description))
    return [name for name in {*options, *groups, *categories, *dishes} if name]


def said(reply: Reply) -> Iterator[str]:
    """Everything of a reply that a person reads."""
    yield reply.text
    for row in reply.buttons:
        yield from (button.label for button in row)
    if isinstance(reply.card, MenuCard):
        yield reply.card.title
        yield from (row.remark for row in reply.card.rows)


def foreign(text: str, language: str, names: Iterable[str] = ()) -> set[str]:
    """The words of a text in the letters of another language: no names, quotations, commands."""
    rest = COMMAND.sub(" ", QUOTED.sub(" ", text))
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, " ").replace(name.capitalize(), " ")
    words = re.findall(r"[^\W\d_]+", rest)
    letters = {word: {unicodedata.name(sign).split()[0] for sign in word} for word in words}
    return {
        word
        for word, scripts in letters.items()
        if scripts - {SCRIPTS[language]} and word not in EVERYWHERE
    }
