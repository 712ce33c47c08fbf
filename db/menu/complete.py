"""Fills in what a menu file may leave out, so that two menus that mean the same are equal."""

from collections.abc import Mapping, Sequence

from db.menu.csv_file import slug
from db.menu.format import ORDER_TYPES, WEEK, Category, FileOption, Group, Item, MenuFile, Period
from db.menu.parts import Draft

USUAL_PERIODS = tuple(
    Period.model_validate({"id": name.casefold(), "name": name, "from": begins, "to": ends})
    for name, begins, ends in (
        ("Breakfast", "07:00", "11:30"),
        ("Lunch", "12:00", "15:30"),
        ("Snacks", "15:30", "19:00"),
        ("Dinner", "19:00", "22:30"),
    )
)


def completed(draft: Draft) -> MenuFile:
    """The menu of a draft without problems.

    Prices are in hundredths, periods are named by their ids, headings without dishes are gone.
    """
    scale = 100 // draft.head.part.minor_units
    periods = [_period(read.part) for read in draft.meal_periods] or list(USUAL_PERIODS)
    ids = {word: period.id for period in periods for word in (period.name, period.id)}
    order = [period.id for period in periods]
    items = [_item(read.part, scale, ids, order) for read in draft.items]
    return draft.head.part.model_copy(
        update={
            "minor_units": 100,
            "meal_periods": periods,
            "categories": _categories([read.part for read in draft.categories], items),
            "items": items,
            "option_groups": [_group(read.part, scale) for read in draft.option_groups],
            "ingredients": [read.part for read in draft.ingredients],
        }
    )


def _period(period: Period) -> Period:
    return period.model_copy(update={"days": [day for day in WEEK if day in period.days]})


def _categories(listed: Sequence[Category], items: Sequence[Item]) -> list[Category]:
    used = dict.fromkeys(item.category for item in items)
    if listed:
        return [category for category in listed if category.name in used]
    made: dict[str, str] = {}
    for number, name in enumerate(used, start=1):
        new = slug(name)
        made[new if new not in made else f"{new[:56]}_{number}"] = name
    return [Category(id=new, name=name) for new, name in made.items()]


def _item(item: Item, scale: int, ids: Mapping[str, str], order: Sequence[str]) -> Item:
    served = {ids.get(name, name) for name in item.meal_periods}
    ways = [way for way in ORDER_TYPES if way in item.order_types]
    return item.model_copy(
        update={
            "price": item.price * scale,
            "aliases": list(dict.fromkeys(item.aliases)),
            "meal_periods": [period for period in order if period in served],
            "order_types": [] if len(ways) == len(ORDER_TYPES) else ways,
            "option_groups": list(dict.fromkeys(item.option_groups)),
        }
    )


def _group(group: Group, scale: int) -> Group:
    return group.model_copy(update={"options": [_option(o, scale) for o in group.options]})


def _option(option: FileOption, scale: int) -> FileOption:
    price = None if option.price is None else option.price * scale
    return option.model_copy(update={"price": price, "price_delta": option.price_delta * scale})
