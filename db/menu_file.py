"""Reads a menu file, and names every problem of one that holds what it may not."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from db.menu_format import MOST, Category, Group, MenuFile, Period


class MenuFileError(ValueError):
    """A menu file that was refused whole.

    `problems` lists everything wrong with it, each with its place.
    """

    def __init__(self, path: Path, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = f"{len(self.problems)} problem{'' if len(self.problems) == 1 else 's'}"
        super().__init__(
            f"{path}: {count}, nothing imported\n"
            + "\n".join(f"  {line}" for line in self.problems)
        )


USUAL_PERIODS = (
    Period.model_validate({"id": "breakfast", "name": "Breakfast", "from": "07:00", "to": "11:30"}),
    Period.model_validate({"id": "lunch", "name": "Lunch", "from": "12:00", "to": "15:30"}),
    Period.model_validate({"id": "snacks", "name": "Snacks", "from": "15:30", "to": "19:00"}),
    Period.model_validate({"id": "dinner", "name": "Dinner", "from": "19:00", "to": "22:30"}),
)


def read_menu(path: Path) -> MenuFile:
    """Read and check a menu file (JSON, UTF-8).

    Raises MenuFileError with every problem, OSError if unreadable.
    """
    try:
        menu = MenuFile.model_validate_json(path.read_bytes().removeprefix(BOM_UTF8))
    except ValidationError as error:
        raise MenuFileError(
            path, (_problem(detail["loc"], detail["msg"]) for detail in error.errors())
        ) from error
    menu = _with_defaults(menu)
    problems = [*_contradictions(menu), *_out_of_bounds(menu), *_below_zero(menu)]
    if problems:
        raise MenuFileError(path, problems)
    return menu


def _problem(place: tuple[int | str, ...], message: str) -> str:
    return f"{'.'.join(str(part) for part in place) or 'file'}: {message}"


def _with_defaults(menu: MenuFile) -> MenuFile:
    """Fill in what short files leave out: categories by their items, the usual meal periods."""
    names = dict.fromkeys(item.category for item in menu.items)
    categories = menu.categories or [
        Category(id=f"category-{number}", name=name) for number, name in enumerate(names, start=1)
    ]
    return menu.model_copy(
        update={"categories": categories, "meal_periods": menu.meal_periods or list(USUAL_PERIODS)}
    )


def _contradictions(menu: MenuFile) -> Iterator[str]:
    """What is well-formed and still cannot be: double ids, names of things that are not there."""
    yield from _doubles("items", [item.id for item in menu.items])
    yield from _doubles("option_groups", [group.id for group in menu.option_groups])
    yield from _doubles("categories", [category.id for category in menu.categories])
    yield from _doubles("categories", [category.name for category in menu.categories])
    yield from _doubles("meal_periods", [period.id for period in menu.meal_periods])
    categories = {category.name for category in menu.categories}
    periods = period_ids(menu)
    groups = {group.id for group in menu.option_groups}
    for place, item in enumerate(menu.items):
        if item.category not in categories:
            yield f"items.{place}.category: {item.category!r} is not among the categories"
        for period in sorted(set(item.meal_periods) - set(periods)):
            yield f"items.{place}.meal_periods: {period!r} is not among the meal periods"
        for group_id in sorted(set(item.option_groups) - groups):
            yield f"items.{place}.option_groups: {group_id!r} is not among the option groups"
    for place, group in enumerate(menu.option_groups):
        options = [option.id for option in group.options]
        yield from _doubles(f"option_groups.{place}.options", options)
        if group.default is not None and group.default not in options:
            yield f"option_groups.{place}.default: {group.default!r} is not among its options"
        if group.min > (len(options) if group.max is None else group.max):
            yield f"option_groups.{place}.min: {group.min} is more than can be chosen"


def _below_zero(menu: MenuFile) -> Iterator[str]:
    """Dishes whose cheapest choices would make the price negative."""
    off = {group.id: _most_off(group) for group in menu.option_groups}
    for place, item in enumerate(menu.items):
        lowest = item.price + sum(off.get(group_id, 0) for group_id in set(item.option_groups))
        if lowest < 0:
            yield f"items.{place}.option_groups: they can take the price down to {lowest}"


def _most_off(group: Group) -> int:
    """What the choices of a group can take off a price at most, as a number below zero or zero."""
    discounts = sorted(min(0, option.price_delta) for option in group.options)
    return sum(discounts[: group.max])


def _out_of_bounds(menu: MenuFile) -> Iterator[str]:
    """What each number allows by itself and both together do not."""
    most = MOST * menu.minor_units
    for place, period in enumerate(menu.meal_periods):
        if period.starts == period.ends:
            yield f"meal_periods.{place}: from and to are both {period.starts}"
    for place, item in enumerate(menu.items):
        if item.price > most:
            yield f"items.{place}.price: {item.price} is more than {most}"
    for place, group in enumerate(menu.option_groups):
        for number, option in enumerate(group.options):
            if abs(option.price_delta) > most:
                yield (
                    f"option_groups.{place}.options.{number}.price_delta: "
                    f"{option.price_delta} is more than {most} up or down"
                )


def period_ids(menu: MenuFile) -> dict[str, str]:
    """The id of each meal period by its id and by its name: dishes may use either."""
    return {word: period.id for period in menu.meal_periods for word in (period.name, period.id)}


def _doubles(place: str, names: list[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{place}: {name!r} is there {count} times; each must be there once"
