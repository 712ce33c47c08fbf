"""Another way to make a dish, told in a clause by words that several options share.

"Milk in it", "no chocolate in the latte": which milk is for the tool to ask.
"""

from bot.intent.rules.clause.chunks import cut
from bot.intent.rules.clause.lines import Line, fold_lines
from bot.intent.rules.clause.order import split_verb
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.target import Target, split_target, strip, target_of
from bot.intent.rules.words.pointers import pointer_at
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import AMOUNTS, ARTICLES, CHANGE, FILLERS, NEGATIONS, WITH
from tools.kit.call import Call

_MOST_UNKNOWN = 2


def read_clause_change(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The call of a clause that changes a dish already ordered, or None for any other clause."""
    content = strip(tokens)
    if not content:
        return None
    if content[0].word in CHANGE:
        return _make(content[1:], menu)
    body, target = split_target(content, menu)
    verb, rest = split_verb(body, menu)
    if verb and not target.item and target_of(body, menu) is not None:
        return None
    return _update(rest, target, menu) if not menu.is_dish(rest) else None


def _make(tokens: Tokens, menu: MenuWords) -> Call | None:
    """ "it spicy", "the dosa without onion": what it is about first, then how it shall be."""
    content = [token for token in strip(tokens) if token.word not in ARTICLES | {"to"}]
    at = _target_length(content, menu)
    if not at or at == len(content):
        return None
    target = target_of(content[:at], menu)
    if target is None:
        return None
    how = content[at:]
    if not _says_how(how, menu) and (target.item or len(how) > _MOST_UNKNOWN):
        return None
    return _call(how, target, menu)


def _target_length(tokens: Tokens, menu: MenuWords) -> int:
    if not tokens:
        return 0
    if length := pointer_at(tokens, 0) or menu.dish_at(tokens, 0):
        return length
    return int(menu.knows(tokens[0].word) and not menu.is_option(tokens[:1]))


def _update(tokens: Tokens, target: Target, menu: MenuWords) -> Call | None:
    return _call(tokens, target, menu) if _says_how(tokens, menu) else None


def _says_how(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether these are options and removals the menu knows, and nothing else."""
    things = [
        token.word
        for token in tokens
        if token.kind == "word"
        and token.word not in FILLERS | ARTICLES | AMOUNTS | NEGATIONS | WITH | {"and"}
    ]
    return bool(things) and all(menu.knows_option([word]) for word in things)


def _call(tokens: Tokens, target: Target, menu: MenuWords) -> Call | None:
    chunks = cut(tokens, menu)
    if chunks and chunks[0].joint == "start":
        chunks[0].joint = "with"
    lines = fold_lines(chunks, menu, (Line(target.item),))
    if lines is None or len(lines) != 1:
        return None
    choices = lines[0].choices()
    return Call("update_item", choices) if choices.keys() & {"options", "without"} else None
