"""Words for something in the cart -> the reference SQL finds it by; the cart decides."""

from tools.kit.call import Json
from tools.kit.errors import LineNotFound
from tools.kit.turn import Turn
from tools.menu import (
    Ambiguous,
    Match,
    MenuItem,
    Missing,
    find,
    find_categories,
    named,
    reference,
    words_of,
)


def line_ref(turn: Turn, words: str | None, line_no: int | None = None) -> dict[str, Json]:
    """`{"line_no"}`, `{"last": true}`, `{"position"}` or `{"item_ids"}`. Raises LineNotFound.

    The words are matched with the whole menu: several dishes may fit of which the cart holds one.
    """
    if line_no is not None:
        return {"line_no": line_no}
    text = words or ""
    pointed = None if named(turn.menu, text) else reference(text)
    if pointed is not None:
        return {"last": True} if pointed.position is None else {"position": pointed.position}
    return {"item_ids": [item.id for item in meant_dishes(turn, text)]}


def _of_category(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    """The dishes of a category that is called so: "the pizza" is whichever the cart holds."""
    if named(turn.menu, words):
        return ()
    categories = find_categories(turn.menu, words_of(words))
    return turn.menu.items_of(*(category.id for category in categories))


def meant_dishes(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    """Every dish of the menu the words may mean. Raises LineNotFound."""
    match find(turn.menu, words):
        case Match(item=item):
            return (item, *_of_category(turn, words))
        case Ambiguous(all=items):
            return items
        case Missing(nearest=nearest) if nearest:
            return nearest
        case _:
            raise LineNotFound(item=words)
