"""search_menu: "show me the menu", "what dosas do you have"."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tools.kit.call import Call, Json
from tools.kit.params import Handle, Page, Said
from tools.kit.result import MenuRow
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import SessionView, ShownDish
from tools.menu import (
    Category,
    Hits,
    MenuItem,
    Missing,
    current_period,
    find,
    meals_of,
    named,
    running_periods,
    search,
)
from tools.resolve.prices import price_from
from tools.results.menu import MenuPage, NothingFits, NothingFound, Section
from tools.results.shown import remark

DISHES_A_PAGE = 8
_CATEGORY = "#c:"


@tool(says=("show me the menu", "what dosas do you have", "what's for dinner", "any desserts"))
async def search_menu(
    turn: Turn, query: Said = "", category: Handle = None, page: Page = 1
) -> MenuPage | NothingFound | NothingFits:
    """Show the menu, or the dishes that fit a question.

    What goes against the customer's rules is left out. A category may be its handle,
    `#c:` and its id. A page past the last is the last.
    """
    asked = query or category or ""
    hits = _hits(turn, asked)
    whole = len(hits.items) == len(turn.menu.items)
    now = current_period(turn.menu, turn.now)
    ranked = hits.period or hits.near or hits.by_price
    items = hits.items if ranked else _now_first(turn, hits.items)
    meal = hits.period or now
    view = await turn.call(
        "search_menu",
        "" if whole else asked,
        meal and meal.name,
        [item.no for item in items],
        page,
        DISHES_A_PAGE,
        hits.near,
    )
    dishes = view.shown.dishes if view.shown else ()
    if not items:
        return NothingFound(view=view, query=asked, nearest=tuple(_nearest(turn, view, asked)))
    if view.shown is None or not dishes:
        return NothingFits(view=view, query=asked)
    then = current_period(turn.menu, _wanted_at(turn, view))
    dish = _called(turn, query, dishes) if view.shown.page == 1 else None
    return MenuPage(
        view=view,
        section=Section(
            query="" if whole or hits.categories or hits.period else asked,
            near=hits.near,
            priced=bool(hits.at_least or hits.at_most or hits.by_price),
            categories=hits.categories,
            period=hits.period or (then if whole and _has_meals(turn) else None),
            on_now=hits.period in (None, then),
        ),
        rows=tuple(_rows(turn, dishes)),
        count=view.shown.count,
        page=view.shown.page,
        pages=max(1, -(-view.shown.count // DISHES_A_PAGE)),
        headings=_headings(turn) if whole and view.shown.page == 1 else (),
        again=_again(query, category),
        dish=dish,
        meals=meals_of(turn.menu, dish) if dish else (),
        now=turn.now,
        opens=_opens(dishes),
    )


def _has_meals(turn: Turn) -> bool:
    """Whether a meal makes a difference here: some dish is not served all day."""
    return any(item.periods for item in turn.menu.items)


def _again(query: str, category: str | None) -> dict[str, Json]:
    if query:
        return {"query": query}
    return {"category": category} if category else {}


def _hits(turn: Turn, asked: str) -> Hits:
    if not asked.startswith(_CATEGORY):
        return search(turn.menu, asked)
    category = turn.menu.category(asked.removeprefix(_CATEGORY))
    if category is None:
        return Hits(tuple(turn.menu.items))
    items = tuple(item for item in turn.menu.items if item.category == category.id)
    return Hits(items, categories=(category,))


def _now_first(turn: Turn, items: Sequence[MenuItem]) -> list[MenuItem]:
    """What can be had now before what cannot; of that, what there is only at times comes first."""

    running = running_periods(turn.menu, turn.now)

    def rank(item: MenuItem) -> int:
        if not item.available:
            return 2
        periods = item.periods
        if not periods:
            return 1
        return 2 if running.isdisjoint(periods) else 0

    return sorted(items, key=rank)


def _wanted_at(turn: Turn, view: SessionView) -> datetime:
    """The time the customer orders for, by the shop's clock."""
    wanted = view.pickup_at.astimezone(turn.now.tzinfo) if view.pickup_at else turn.now
    return max(wanted, turn.now)


def _called(turn: Turn, words: str, dishes: Sequence[ShownDish]) -> MenuItem | None:
    """The one dish that is called exactly so, if it is on the page."""
    called = named(turn.menu, words)
    shown = {dish.item_no for dish in dishes}
    return called[0] if len(called) == 1 and called[0].no in shown else None


def _opens(dishes: Sequence[ShownDish]) -> str | None:
    """When the shop is open, where it is closed at the time wanted."""
    refusals = (dish.refusal for dish in dishes)
    return next((one.when for one in refusals if one and one.reason == "closed"), None)


def _nearest(turn: Turn, view: SessionView, asked: str) -> Iterator[MenuRow]:
    """Dishes with a name much like it, none with what the customer is allergic to."""
    found = find(turn.menu, asked)
    avoided = {*view.dietary.allergens, *view.dietary.unchecked}
    nearest = found.nearest if isinstance(found, Missing) else ()
    fitting = (item for item in nearest if avoided.isdisjoint(item.allergens))
    return (_row(turn, item, position) for position, item in enumerate(fitting, 1))


def _rows(turn: Turn, dishes: Sequence[ShownDish]) -> Iterator[MenuRow]:
    for dish in dishes:
        if item := turn.menu.item_no(dish.item_no):
            yield _row(turn, item, dish.position, dish)


def _row(turn: Turn, item: MenuItem, position: int, shown: ShownDish | None = None) -> MenuRow:
    refusal = shown.refusal if shown else None
    price, varies = price_from(turn.menu, item)
    return MenuRow(
        position,
        item.name,
        price,
        item.description,
        item.diet,
        served_now=refusal is None or refusal.reason == "closed",
        call=Call("choose_options", {"item": f"#{item.no}"}),
        varies=varies,
        remark=remark(turn.say, refusal),
    )


def _headings(turn: Turn) -> tuple[Category, ...]:
    """The categories that have dishes."""
    used = {item.category for item in turn.menu.items}
    return tuple(category for category in turn.menu.categories if category.id in used)
