"""A question about the menu -> its dishes, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.menu.diets import diet_in, suits
from tools.menu.listing import Listing, list_dishes
from tools.menu.menu import Menu
from tools.menu.model import Category, MenuItem, Period
from tools.menu.names import Words
from tools.menu.normalise import normalise, vocabulary, words_of
from tools.menu.prices import prices_in

_FILLERS = vocabulary(
    "a all an and any anything are at available can could dish dishes do eat everything find food"
    " for get give have i in is item items kind kinds like list looking me menu now of offer on"
    " option options please priced pure sell serve served show some something tell that the there"
    " things to today todays type types us want what whats which with you your"
)


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: dishes, best first.

    `categories`, `period`: the part of the menu they are, when they are just that and all of it.
    `diet`, `at_least`, `at_most` and `by_price` ("cheapest", "dearest") were asked for, and the
    dishes are so. "Under 100" is `at_most` 100, and a dish at 100 is not listed.
    `near`: nothing is what was asked for. The dishes have some of the words only, or other prices.
    """

    items: Sequence[MenuItem]
    categories: tuple[Category, ...] = ()
    period: Period | None = None
    near: bool = False
    diet: str | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    by_price: str | None = None


def search(menu: Menu, query: str, *, with_near: bool = True) -> Hits:
    """The dishes of a name, a category, a diet, a meal period, at a price, or all of it together.

    Words that only ask ("what … do you have") do not count; without others it is the whole menu.
    All other words do: a dish that has only some of them is no more than near; which those are, is
    not looked for without `with_near`.
    """
    prices, text = prices_in(query)
    said = tuple(word for word in words_of(text) if word not in _FILLERS)
    called = _called(menu, said)
    rest, diet = diet_in(said)
    rest, period = (rest, None) if called else _period_in(menu, rest)
    found = list_dishes(menu, rest, with_near=with_near)
    items = tuple(dict.fromkeys((*called, *found.items))) if called else found.items
    near = found.near and not called
    fitting = _fitting(menu, items, diet, period)
    if diet and not fitting:
        fitting = _unmarked(list_dishes(menu, said, with_near=with_near))
    priced = prices.of(fitting)
    whole = len(priced) == len(found.items)
    return Hits(
        priced or prices.nearest(fitting),
        found.categories if whole else (),
        period if not rest and not diet and len(priced) == len(fitting) else None,
        near or (not priced and bool(fitting)),
        diet,
        prices.at_least,
        prices.at_most,
        prices.order,
    )


def _called(menu: Menu, said: Words) -> tuple[MenuItem, ...]:
    """The dishes called just so, typing errors forgiven."""
    names = menu.item_names
    readings = names.correct(names.spaced(said))
    owners = names.exact(said) or [o for reading in readings for o in names.exact_folded(reading)]
    return tuple(menu.items[owner] for owner in dict.fromkeys(owners))


def _period_in(menu: Menu, said: Words) -> tuple[Words, Period | None]:
    """The words without the meal period among them, and the period: "dosas for breakfast"."""
    for period in menu.periods:
        length = len(words_of(period.name))
        for place in range(len(said) - length + 1):
            if normalise(" ".join(said[place : place + length])) == normalise(period.name):
                return (*said[:place], *said[place + length :]), period
    return said, None


def _fitting(
    menu: Menu, items: Sequence[MenuItem], diet: str | None, period: Period | None
) -> Sequence[MenuItem]:
    """The dishes that suit a diet and are served at a meal."""
    if diet is None and period is None:
        return items
    return tuple(
        item
        for item in items
        if (diet is None or suits(menu, item, diet))
        and (period is None or not item.periods or period.id in item.periods)
    )


def _unmarked(found: Listing) -> tuple[MenuItem, ...]:
    """The dishes with the diet in their name, in a shop that has not marked them: "Veg Pizza"."""
    return () if found.near else tuple(item for item in found.items if item.diet is None)
