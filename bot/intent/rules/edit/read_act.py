"""The acts of an edit, by its verbs: what each is about and what shall come of it."""

from collections.abc import Sequence

from bot.intent.rules.edit.about import TARGETS
from bot.intent.rules.edit.acts import Act, together
from bot.intent.rules.edit.adding import read_add
from bot.intent.rules.edit.changing import read_change, read_make, read_more
from bot.intent.rules.edit.contrasts import read_instead_of, read_not, read_stated
from bot.intent.rules.edit.cut import cut
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.stretch import Stretch, in_parts
from bot.intent.rules.words.tokens import Tokens


def read_acts(lexes: Sequence[Lex], tokens: Tokens) -> list[Act] | None:
    """The acts in order, or None when one of them is not understood."""
    acts: list[Act] = []
    for verb, words in cut(lexes):
        act = _read(Stretch(verb, words, tokens))
        if act is None:
            return None
        acts.append(act)
    return list(together(acts))


def _read(stretch: Stretch) -> Act | None:
    """By its verb, unless it has "instead of", "not" or "should be" in it."""
    if contrast := stretch.at("instead of"):
        return read_instead_of(stretch, contrast - 1)
    if (turned := stretch.at("not")) and stretch.verb in {"", "add", "meant", "make"}:
        return read_not(stretch, turned - 1)
    stated = stretch.at("should") or stretch.at("should not")
    if stated and stretch.verb not in {"remove", "keep"}:
        return read_stated(stretch, stated - 1)
    return _by_verb(stretch)


def _by_verb(stretch: Stretch) -> Act | None:
    match stretch.verb:
        case "restart":
            return Act("clear")
        case "remove":
            return _remove(stretch)
        case "keep":
            return _keep(stretch)
        case "replace" | "change":
            return read_change(stretch)
        case "make" | "meant":
            return read_make(stretch)
        case "more" | "less":
            return read_more(stretch)
        case _:
            return read_add(stretch)


def _remove(stretch: Stretch) -> Act | None:
    lexes = stretch.plain
    instead = stretch.instead
    while lexes and lexes[-1].role == "from":
        lexes.pop()  # "take the idly off"
    links = (at for at, one in enumerate(lexes) if one.role == "from" or one.word in TARGETS)
    link = next(links, 0)
    if any(one.role not in {"order", "my"} for one in lexes[:link]):
        return stretch.act("remove", lexes[link + 1 :], lexes[:link])
    lexes = lexes[link + 1 :] if link else lexes  # "my order for a coffee"
    if instead and len(parts := in_parts(lexes)) == 2:
        return stretch.act("replace", *parts)  # "no coffee, a tea instead"
    phrase = stretch.phrase(lexes)
    if phrase is None and _several(stretch, lexes):
        return Act("remove", lexes=lexes, instead=instead)
    if phrase is None or phrase.empty:
        return None
    return Act("remove", phrase, instead=instead, lexes=lexes)


def _several(stretch: Stretch, lexes: Sequence[Lex]) -> bool:
    """ "The idly and the vada": each part by itself."""
    return all(stretch.phrase(part) for part in in_parts(lexes))


def _keep(stretch: Stretch) -> Act | None:
    phrase = stretch.phrase(stretch.lexes)
    if phrase is None:
        return None
    if phrase.how and not phrase.dish:
        return read_add(stretch)
    return Act("keep", phrase, lexes=stretch.lexes)
