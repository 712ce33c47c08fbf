"""Words for something in the cart -> the reference SQL finds it by; the cart decides.

"it", "the second one", "the idly", "the iced latte", "all drinks", "everything except the vada".
"""

import re

from tools.kit.call import Json
from tools.kit.errors import LineNotFound
from tools.kit.turn import Turn
from tools.menu import (
    Ambiguous,
    Choices,
    Match,
    MenuItem,
    Missing,
    Place,
    choose,
    find,
    find_categories,
    fold,
    named,
    reference,
    words_of,
)
from tools.menu.normalise import vocabulary

_ALL = vocabulary("all both every everything each")
_BUT = re.compile(r"\b(?:except(?:ing)?(?: for)?|but|other than|apart from|excluding|besides)\b")
_SAYS_NOTHING = vocabulary("of the my our these those them item items dish dishes thing things")


def line_ref(turn: Turn, words: str | None, line_no: int | None = None) -> dict[str, Json]:
    """`{"line_no"}`, `{"last"}`, `{"position"}`, `{"item_ids"}` or `{"all"}`, as `app.find_lines`
    takes it. Raises LineNotFound.

    The words are matched with the whole menu: several dishes may fit of which the cart holds one.
    """
    if line_no is not None:
        return {"line_no": line_no}
    text = words or ""
    if named(turn.menu, text):
        return _named(turn, text)
    pointed = reference(text)
    if pointed is not None and not _ALL.intersection(words_of(text)):
        return {"last": True} if pointed.position is None else {"position": pointed.position}
    first, *rest = words_of(text)
    return _all(turn, " ".join(rest)) if first in _ALL else _named(turn, text)


def meant_dishes(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    """Every dish of the menu the words may mean; none where they say "all". Raises LineNotFound."""
    said = words_of(words)
    if not named(turn.menu, words) and said and said[0] in _ALL:
        kind = _without_small(_BUT.split(" ".join(said[1:]))[0])
        return meant_dishes(turn, kind) if kind else ()
    match find(turn.menu, words):
        case Match(item=item):
            return (item, *_of_category(turn, words))
        case Ambiguous(all=items):
            return items
        case Missing(nearest=nearest) if nearest:
            return nearest
        case _:
            raise LineNotFound(item=words)


def _all(turn: Turn, words: str) -> dict[str, Json]:
    """ "Drinks", "of the items", "except the vada": what is said behind "all"."""
    kind, *but = _BUT.split(words)
    ref: dict[str, Json] = {"all": True}
    if named_kind := _without_small(kind):
        ref |= _named(turn, named_kind)
    if but:
        kept = [one for part in but for one in re.split(r"\band\b", part) if one.strip()]
        ref["except"] = [
            item.id for part in kept for item in (*meant_dishes(turn, part), *_like(turn, part))
        ]
    return ref


def _named(turn: Turn, words: str) -> dict[str, Json]:
    """The dishes the words may mean. Options said along tell several lines of a dish apart."""
    dishes = meant_dishes(turn, words)
    ref: dict[str, Json] = {"item_ids": [item.id for item in dishes]}
    also = [item.id for item in _like(turn, words) if item not in dishes]
    found = find(turn.menu, words)
    options = found.choices if isinstance(found, Match | Ambiguous) else ""
    places = _places(turn, (*dishes, *_like(turn, words)), options)
    if also:
        ref["also"] = [*also]
    if places:
        ref["options"] = places
    return ref


def _like(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    """The dishes whose names hold what was said of it: a latte may be the Chai Latte."""
    found = find(turn.menu, words)
    if not isinstance(found, Match):
        return ()
    choices = words_of(found.choices)
    said = tuple(fold(word) for word in words_of(words) if word not in choices)
    phrases = turn.menu.item_names.containing(said)
    return tuple(turn.menu.items[owner] for owner in dict.fromkeys(each.owner for each in phrases))


def _places(turn: Turn, dishes: tuple[MenuItem, ...], words: str) -> list[Json]:
    """For each option that is said what it can mean; nothing where a word is no option."""
    wanted = {group for dish in dishes for group in dish.groups}
    groups = [group for group in turn.menu.groups if group.id in wanted]
    choices = choose(turn.menu, groups, (words,)) if words else Choices()
    if choices.unknown:
        return []
    clear: list[list[Place]] = [[(one.group, one.option)] for one in choices.chosen]
    doubted = [[(one.group, one.option) for one in each.candidates] for each in choices.doubts]
    return [_rows(places) for places in (*clear, *doubted)]


def _rows(places: list[Place]) -> list[Json]:
    return [{"group_id": group.id, "option_id": option.id} for group, option in places]


def _of_category(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    """The dishes of a category that is called so: "the pizza" is whichever the cart holds."""
    if named(turn.menu, words):
        return ()
    categories = find_categories(turn.menu, words_of(words))
    return turn.menu.items_of(*(category.id for category in categories))


def _without_small(words: str) -> str:
    said = words_of(words)
    counts = (word for word in said if word not in _SAYS_NOTHING and not word.isdigit())
    return " ".join(counts)
