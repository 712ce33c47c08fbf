"""search_menu: "show me the menu", "what dosas do you have"."""

from collections.abc import Sequence

from tools.kit.call import Call, Json
from tools.kit.params import Handle, Page, Words
from tools.kit.result import MenuRow
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import (
    Category,
    Hits,
    MenuItem,
    Missing,
    current_period,
    find,
    meals_of,
    named,
    search,
    served_now,
)
from tools.results.menu import MenuPage, NothingFound, Section

DISHES_A_PAGE = 8
_CATEGORY = "#c:"


@tool(says=("show me the menu", "what dosas do you have", "what's for dinner", "any desserts"))
async def search_menu(
    turn: Turn, query: Words = "", category: Handle = None, page: Page = 1
) -> MenuPage | NothingFound:
    """Show the menu, or the dishes that fit a question.

    A category may be its handle, `#c:` and its id. A page past the last is the last.
    """
    asked = query or category or ""
    hits = _hits(turn, asked)
    whole = hits.items == turn.menu.items
    now = current_period(turn.menu, turn.now)
    items = hits.items if hits.period else _now_first(turn, hits.items)
    pages = max(1, -(-len(items) // DISHES_A_PAGE))
    page = min(page, pages)
    first = (page - 1) * DISHES_A_PAGE
    found = items[first : first + DISHES_A_PAGE] or _nearest(turn, asked)
    shown: list[Json] = [
        {"id": item.id, "name": item.name, "position": position}
        for position, item in enumerate(found, start=first + 1)
    ]
    meal = hits.period or now
    view = await turn.call(
        "search_menu", "" if whole else asked, meal and meal.name, len(items), shown
    )
    rows = _rows(turn, found, first)
    dish = _called(turn, query) if page == 1 else None
    if not items:
        return NothingFound(view=view, query=asked, nearest=rows)
    return MenuPage(
        view=view,
        section=Section(
            query="" if whole or hits.categories or hits.period else asked,
            near=hits.near,
            categories=hits.categories,
            period=hits.period or (now if whole else None),
            on_now=hits.period in (None, now),
        ),
        rows=rows,
        count=len(items),
        page=page,
        pages=pages,
        headings=_headings(turn) if whole and page == 1 else (),
        again={"query": query} if query else {"category": category} if category else {},
        dish=dish,
        meals=meals_of(turn.menu, dish) if dish else (),
    )


def _hits(turn: Turn, asked: str) -> Hits:
    if not asked.startswith(_CATEGORY):
        return search(turn.menu, asked)
    category = turn.menu.category(asked.removeprefix(_CATEGORY))
    if category is None:
        return Hits(turn.menu.items)
    items = tuple(item for item in turn.menu.items if item.category == category.id)
    return Hits(items, categories=(category,))


def _now_first(turn: Turn, items: Sequence[MenuItem]) -> list[MenuItem]:
    """What can be had now before what cannot; of that, what there is only at times comes first."""

    def rank(item: MenuItem) -> int:
        if not _to_be_had(turn, item):
            return 2
        return 0 if item.periods else 1

    return sorted(items, key=rank)


def _to_be_had(turn: Turn, item: MenuItem) -> bool:
    return item.available and served_now(turn.menu, item, turn.now)


def _called(turn: Turn, words: str) -> MenuItem | None:
    """The one dish that is called exactly so."""
    dishes = named(turn.menu, words)
    return dishes[0] if len(dishes) == 1 else None


def _nearest(turn: Turn, asked: str) -> Sequence[MenuItem]:
    found = find(turn.menu, asked)
    return found.nearest if isinstance(found, Missing) else ()


def _rows(turn: Turn, items: Sequence[MenuItem], before: int) -> tuple[MenuRow, ...]:
    return tuple(
        MenuRow(
            position,
            item.name,
            item.price,
            item.description,
            item.diet,
            _to_be_had(turn, item),
            Call("choose_options", {"item": f"#{item.no}"}),
        )
        for position, item in enumerate(items, start=before + 1)
    )


def _headings(turn: Turn) -> tuple[Category, ...]:
    """The categories that have dishes."""
    used = {item.category for item in turn.menu.items}
    return tuple(category for category in turn.menu.categories if category.id in used)
