"""The menu of one shop, in memory. Immutable; a new version is a new Menu."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tools.menu.document import Document, read_document
from tools.menu.every_option import EveryOption
from tools.menu.model import Category, MenuItem, Option, OptionGroup, Period
from tools.menu.names import Names
from tools.menu.rows import Rows
from tools.menu.size import size_of


class Menu:
    """Dishes, categories, meal periods and option groups, with an index of every name.

    `every_option` has the names of all groups' options together. `size` is what it takes in memory,
    in bytes. From `stale_at` on, what it has as sold out may be
    back; None: it does not come back by itself.
    """

    __slots__ = (
        "_category_of",
        "_group_of",
        "_items",
        "categories",
        "category_names",
        "currency",
        "every_option",
        "groups",
        "ingredients",
        "item_names",
        "items",
        "option_names",
        "periods",
        "size",
        "stale_at",
        "version",
    )

    def __init__(self, document: Document) -> None:
        self.version = document.menu_version
        self.stale_at = document.stale_at
        self.currency = document.currency
        self.periods = document.periods
        self.categories = document.categories
        self.ingredients = document.ingredients
        items = document.items
        self._items = items.packed()
        self.items: Sequence[MenuItem] = Rows(MenuItem, self._items, range(len(items.id)))
        self.groups = _groups(document)
        self._category_of = {category.id: category for category in self.categories}
        self._group_of = {group.id: group for group in self.groups}
        self.item_names = Names(map(_called, items.name, items.aliases))
        self.category_names = Names((category.name,) for category in self.categories)
        self.option_names = {
            group.id: Names(map(group.names_of, group.options)) for group in self.groups
        }
        self.every_option = EveryOption(self.groups)
        self.size = 0
        self.size = size_of(self)

    @classmethod
    def parse(cls, row: object) -> "Menu":
        """The menu `app.load_menu` returned, as text or as values.

        Raises pydantic.ValidationError when it is not one.
        """
        with _undisturbed():
            return cls(read_document(row))

    def item(self, item_id: str) -> MenuItem | None:
        """The dish with this id."""
        place = self._items.id.place_of(item_id)
        return None if place is None else self.items[place]

    def item_no(self, no: int) -> MenuItem | None:
        """The dish with this short number, as buttons name it."""
        try:
            return self.items[self._items.no.index(no)]
        except ValueError:
            return None

    def items_of(self, *categories: str) -> tuple[MenuItem, ...]:
        """The dishes of these categories, by their ids, in the menu's order."""
        if not categories:
            return ()
        return tuple(self.items[place] for place in self._items.category.places_of({*categories}))

    def described(self, word: str) -> list[int]:
        """The places of the dishes that have a word of small letters in their description."""
        return self._items.description.places_with(word)

    def option_no(self, no: int) -> tuple[OptionGroup, Option] | None:
        """The option with this short number, and its group."""
        places = ((group, option) for group in self.groups for option in group.options)
        return next((place for place in places if place[1].no == no), None)

    def category(self, category_id: str) -> Category | None:
        """The category with this id."""
        return self._category_of.get(category_id)

    def group(self, group_id: str) -> OptionGroup | None:
        """The option group with this id."""
        return self._group_of.get(group_id)

    def groups_of(self, item: MenuItem) -> tuple[OptionGroup, ...]:
        """The option groups of a dish, in its order."""
        return tuple(self._group_of[group] for group in item.groups if group in self._group_of)

    def period(self, period_id: str) -> Period | None:
        """The meal period with this id."""
        return next((period for period in self.periods if period.id == period_id), None)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off the collector of cyclic garbage: a menu has no cycles, and it would look in vain.

    That took a fifth of the time to read one.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _called(name: str, aliases: Sequence[str]) -> tuple[str, ...]:
    return (name, *aliases)


def _groups(document: Document) -> tuple[OptionGroup, ...]:
    options = document.options
    columns = options.packed()
    return tuple(
        OptionGroup(
            id=group.id,
            name=group.name,
            options=Rows(Option, columns, options.places_of(group.id)),
            min=group.min,
            max=group.max,
            default=group.default,
            negatable=group.negatable,
            amounts=group.amounts,
            generic_aliases=group.generic_aliases,
            replaces_price=group.replaces_price,
        )
        for group in document.groups
    )
