"""The menu of one shop, in memory. Immutable; a new version is a new Menu."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from tools.menu.model import Category, MenuItem, Name, Option, OptionGroup, Period
from tools.menu.names import Names


@dataclass(frozen=True, slots=True)
class _Document:
    """The JSON of `app.load_menu`."""

    menu_version: int
    currency: Name
    periods: tuple[Period, ...] = ()
    categories: tuple[Category, ...] = ()
    items: tuple[MenuItem, ...] = ()
    groups: tuple[OptionGroup, ...] = ()


class Menu:
    """Dishes, categories, meal periods and option groups, with an index of every name."""

    __slots__ = (
        "_category_of",
        "_group_of",
        "_item_of",
        "_item_of_no",
        "_option_of_no",
        "categories",
        "category_names",
        "currency",
        "groups",
        "item_names",
        "items",
        "option_names",
        "periods",
        "version",
    )

    def __init__(self, document: _Document) -> None:
        self.version = document.menu_version
        self.currency = document.currency
        self.periods = document.periods
        self.categories = document.categories
        self.items = document.items
        self.groups = document.groups
        self._item_of = {item.id: item for item in self.items}
        self._item_of_no = {item.no: item for item in self.items}
        self._category_of = {category.id: category for category in self.categories}
        self._group_of = {group.id: group for group in self.groups}
        self._option_of_no = {
            option.no: (group, option) for group in self.groups for option in group.options
        }
        self.item_names = Names((item.name, *item.aliases) for item in self.items)
        self.category_names = Names((category.name,) for category in self.categories)
        self.option_names = {
            group.id: Names(map(group.names_of, group.options)) for group in self.groups
        }

    @classmethod
    def parse(cls, row: object) -> "Menu":
        """The menu `app.load_menu` returned. Raises pydantic.ValidationError when it is not one."""
        return cls(TypeAdapter(_Document).validate_python(row))

    def item(self, item_id: str) -> MenuItem | None:
        """The dish with this id."""
        return self._item_of.get(item_id)

    def item_no(self, no: int) -> MenuItem | None:
        """The dish with this short number, as buttons name it."""
        return self._item_of_no.get(no)

    def option_no(self, no: int) -> tuple[OptionGroup, Option] | None:
        """The option with this short number, and its group."""
        return self._option_of_no.get(no)

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
