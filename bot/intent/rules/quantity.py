"""A new quantity: "make it 3", "change idly to 4", "only 2"."""

from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.numbers import Number, read_number
from bot.intent.rules.pointers import pointer_at
from bot.intent.rules.target import Target, strip, target_of
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import CHANGE, word_set
from tools.kit.call import Call

_SAYS_HOW_MANY = word_set("quantity qty count only instead total")
_CHANGES = CHANGE | word_set("reduce increase lower raise")


def read_quantity(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The call of a clause that sets how many there shall be, or None for any other clause."""
    content = strip(tokens)
    content = _without_old(content)
    changes = bool(content) and content[0].word in _CHANGES
    if not changes and not any(token.word in _SAYS_HOW_MANY for token in content):
        return None
    rest = [token for token in content[1 if changes else 0 :] if token.word not in _SAYS_HOW_MANY]
    place, number = _only_number(rest, menu)
    if number is None:
        return None
    before, after = strip(rest[:place]), strip(rest[place + number.length :])
    if changes and not before and after:
        return None
    target = _target(before, after, menu)
    return Call("set_quantity", {**target.args(), "quantity": number.value}) if target else None


def _without_old(tokens: Tokens) -> Tokens:
    """Without "from 2" in "from 2 to 3": what it was is not what it shall be."""
    for at, token in enumerate(tokens[:-1]):
        if token.word == "from" and (number := read_number(tokens, at + 1)):
            return [*tokens[:at], *tokens[at + 1 + number.length :]]
    return tokens


def _only_number(tokens: Tokens, menu: MenuWords) -> tuple[int, Number | None]:
    """Where the one number of the clause is. "the second one" holds none, "chicken 65" neither."""
    found: list[tuple[int, Number]] = []
    at = 0
    while at < len(tokens):
        if length := menu.dish_at(tokens, at) or pointer_at(tokens, at):
            at += length
            continue
        number = read_number(tokens, at)
        if number:
            found.append((at, number))
        at += number.length if number else 1
    return found[0] if len(found) == 1 else (0, None)


def _target(before: Tokens, after: Tokens, menu: MenuWords) -> Target | None:
    """The dish may stand on either side: "the idly to 4", "it 4 idly"."""
    first, second = target_of(before, menu), target_of(after, menu)
    if first is None or second is None:
        return None
    if first.item and second.item:
        return None
    return first if first.item else second
