"""One dish in place of another: "replace the idly with vada", "a vada instead", "I meant vada"."""

from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.order import read_order
from bot.intent.rules.target import target_of
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import ADD, ARTICLES, BRING, CHANGE, FILLERS, JOINERS, NO, word_set
from tools.kit.call import Call

_LEADS = (
    FILLERS
    | NO
    | ADD
    | JOINERS
    | word_set("go ahead help that its please not do wrong wanted changed mind")
)
_REPLACE = word_set("replace swap exchange substitute switch")
_ALTER = (CHANGE - {"update"}) | word_set("turn")
_BY = word_set("with by for to into and as")
_OF = word_set("of")
_SUBJECT = word_set("i id ill we can could please")
_MEANT = word_set("meant mean said")
_WHOLE = word_set("order it that this them those these one")


def read_swap(tokens: Tokens, menu: MenuWords) -> list[Call] | None:
    """What is taken out and what comes in, or None for any other clause.

    What comes in has to be clear: a dish is not taken out for one that has to be asked about.
    """
    parts = _parts([token for token in tokens if token.kind != "break"])
    if parts is None:
        return None
    old, new = parts
    if _only_counts(tokens, new, menu):
        return None
    added = read_order(new, menu) if new else None
    if added is None or not _is_clear(added, menu):
        return None
    if change := _made_otherwise(old, added, menu):
        return [change]
    gone = _gone(old, menu)
    return None if gone is None else [gone, added]


def _parts(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    """The words of what goes and of what comes; none of what goes is the dish last mentioned."""
    words = [token.word for token in tokens]
    at = next((at for at, word in enumerate(words) if word not in _LEADS), len(words))
    verb = words[at] if at < len(words) else ""
    if verb == "rather":
        return (), tokens[at + 1 :]
    if words[:2] == ["instead", "of"]:
        return _order_after(tokens[2:])
    if "instead" in words:
        place = words.index("instead")
        new, old = tokens[at:place], tokens[place + 1 :]
        if verb in _REPLACE | _ALTER:
            split = _split(tokens[at + 1 : place])
            new = split[1] if split else tokens[at + 1 : place]
        if old and old[0].word in _OF:
            return old[1:], new
        return (split[0] if verb in _REPLACE | _ALTER and split else (), new) if not old else None
    if verb in _MEANT:
        return (), tokens[at + 1 :]
    if verb in _REPLACE | _ALTER:
        return _split(tokens[at + 1 :])
    return None


def _order_after(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    """ "Instead of the idly I want a vada": the order begins at its subject or verb."""
    begins = (at for at, token in enumerate(tokens) if token.word in ADD | BRING | _SUBJECT)
    at = next(begins, 0)
    return (tokens[:at], tokens[at:]) if at else None


def _split(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    """ "the idly with a vada", "that a vada" at the word between."""
    for at, token in enumerate(tokens):
        if token.word in _BY and at:
            return tokens[:at], tokens[at + 1 :]
    counted = len(tokens) > 1 and (tokens[1].word in ARTICLES or tokens[1].kind == "number")
    if counted and tokens[0].word in _WHOLE:
        return tokens[:1], tokens[1:]
    return None


def _only_counts(tokens: Tokens, new: Tokens, menu: MenuWords) -> bool:
    """ "Make it 3 idly" tells how many idly there shall be."""
    makes = any(token.word == "make" for token in tokens)
    return makes and len(new) > 1 and new[0].kind == "number" and menu.is_dish(new[1:])


def _is_clear(added: Call, menu: MenuWords) -> bool:
    """Whether it is one dish the menu has, and no other could be meant."""
    lines = added.args.get("lines")
    if added.tool != "add_to_cart" or not isinstance(lines, list) or len(lines) != 1:
        return False
    line = lines[0]
    item = line.get("item") if isinstance(line, dict) else None
    return isinstance(item, str) and menu.means_one(item)


def _made_otherwise(old: Tokens, added: Call, menu: MenuWords) -> Call | None:
    """ "A small coffee instead of the large" is the coffee, only small."""
    left = [token for token in old if token.word not in _WHOLE | FILLERS | ARTICLES]
    named = [] if menu.is_dish(left) else [token.word for token in left]
    lines = added.args.get("lines")
    line = lines[0] if isinstance(lines, list) else None
    if not named or not menu.knows_option(named) or not isinstance(line, dict):
        return None
    said = {name: value for name, value in line.items() if name in {"item", "options", "without"}}
    item = said.get("item")
    if "options" not in said and isinstance(item, str):
        dish, how = menu.dish_and_options(item)
        said = {"item": dish, "options": [how]} if how else said
    return Call("update_item", said) if "options" in said else None


def _gone(old: Tokens, menu: MenuWords) -> Call | None:
    """What is taken out; what is no dish but how one was ("instead of the large") is the last."""
    empty = _WHOLE | BRING | FILLERS | ARTICLES
    named = [token for token in old if token.word not in empty and token.kind == "word"]
    target = target_of(named, menu) if named else None
    if named and target is None and not menu.knows_option([token.word for token in named]):
        return None
    item = target.item if target else None
    return Call("remove_from_cart", {"items": [item]} if item else {})
