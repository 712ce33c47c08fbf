"""What a menu file may hold and its writer may not have meant."""

from collections import defaultdict

from db.menu.format import Category, FileOption, Group, Item, MenuFile
from db.menu.parts import Draft, P, Read
from db.menu.problems import Findings, shown
from db.menu.words import is_known_allergen


def find_oddities(draft: Draft, findings: Findings) -> None:
    """Note what is odd about a file that is otherwise right."""
    _note_empty_categories(draft, findings)
    _note_unused_groups(draft, findings)
    _note_equal_names(draft, findings)
    _note_default_prices(draft, findings)
    for item in draft.items:
        _note_allergens(item, item.part.allergens, findings)
    for group in draft.option_groups:
        for number, option in enumerate(group.part.options):
            read: Read[FileOption] = Read((*group.at("options"), number), option)
            _note_allergens(read, option.allergens, findings)


def _note_empty_categories(draft: Draft, findings: Findings) -> None:
    used = {item.part.category for item in draft.items}
    for category in draft.categories:
        _note_unused(category, category.part.name not in used, findings)


def _note_unused_groups(draft: Draft, findings: Findings) -> None:
    used = {group for item in draft.items for group in item.part.option_groups}
    for group in draft.option_groups:
        _note_unused(group, group.part.id not in used, findings)


def _note_unused(read: Read[Category] | Read[Group], unused: bool, findings: Findings) -> None:
    if unused:
        what = "and is not kept" if isinstance(read.part, Category) else "so nobody is asked"
        findings.note(read.place, f"no dish is in {shown(read.part.name)}, {what}")


def _note_equal_names(draft: Draft, findings: Findings) -> None:
    named: dict[str, list[Read[Item]]] = defaultdict(list)
    for item in draft.items:
        named[item.part.name.casefold()].append(item)
    for items in named.values():
        for item in items[1:]:
            text = f"is the name of items[{items[0].place[-1]}] too; customers will be asked which"
            findings.note(item.at("name"), text)
    for item in draft.items:
        for alias in item.part.aliases:
            others = [other for other in named.get(alias.casefold(), ()) if other is not item]
            if others:
                findings.note(
                    item.at("aliases"), f"{shown(alias)} is the name of {shown(others[0].part.id)}"
                )


def _note_default_prices(draft: Draft, findings: Findings) -> None:
    """A default variant counts only when it is chosen, so its price should be the dish's."""
    groups = {group.part.id: group.part for group in draft.option_groups}
    for item in draft.items:
        for group in (groups[name] for name in item.part.option_groups if name in groups):
            price = next((o.price for o in group.options if o.id == group.default), None)
            if price is not None and price != item.part.price and not group.min:
                findings.note(
                    item.at("price"),
                    f"{item.part.price} is asked unless {shown(group.default)} is chosen,"
                    f" which costs {price}",
                )


def _note_allergens(read: Read[P], allergens: list[str], findings: Findings) -> None:
    for name in allergens:
        if not is_known_allergen(name):
            findings.note(
                read.at("allergens"), f"{shown(name)} is none of the usual allergens; it is kept"
            )


def menu_summary(menu: MenuFile) -> str:
    """How much there is: 365 dishes, 26 categories, 11 option groups, 4 meal periods."""
    counts = {
        "dish": len(menu.items),
        "category": len(menu.categories),
        "option group": len(menu.option_groups),
        "meal period": len(menu.meal_periods),
    }
    return ", ".join(f"{count} {_plural(word, count)}" for word, count in counts.items())


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    plurals = {"dish": "dishes", "category": "categories"}
    return plurals.get(word, f"{word}s")
