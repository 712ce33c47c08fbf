"""What is well-formed and still cannot be: names of things that are not there, and the like.

Only what could be read is judged, so that one slip is not reported twice.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from db.menu.format import MOST, FileOption, Group, Item, Period
from db.menu.parts import Draft, P, Read
from db.menu.problems import Findings, Place, nearest, shown

MOST_PIECES = 9
"""How many of a countable option one can have."""


def find_contradictions(draft: Draft, periods: Sequence[Period] | None, findings: Findings) -> None:
    """Look for everything the parts contradict each other in.

    `periods` are those dishes can be served in; None: they are not known.
    """
    find_doubles(draft.meal_periods, "id", lambda period: period.id, findings)
    find_doubles(draft.categories, "id", lambda category: category.id, findings)
    find_doubles(draft.categories, "name", lambda category: category.name, findings)
    find_doubles(draft.items, "id", lambda item: item.id, findings)
    find_doubles(draft.option_groups, "id", lambda group: group.id, findings)
    _check_ingredients(draft, findings)
    most = MOST * draft.head.part.minor_units
    for period in draft.meal_periods:
        if period.has("from", "to") and period.part.starts == period.part.ends:
            findings.problem(period.at("to"), "is the same as `from`; a period needs some time")
    _find_unknown_names(draft, periods, findings)
    for group in draft.option_groups:
        _check_group(group, findings)
        for option in _options(group):
            _check_option(option, group, most, findings)
    groups = {group.part.id: group for group in draft.option_groups}
    for item in draft.items:
        _check_item(item, findings)
        _check_prices(item, groups, most, findings)


def find_doubles(
    reads: Iterable[Read[P]], field: str, name_of: Callable[[P], str], findings: Findings
) -> None:
    """Look for parts that have the same name, as `name_of` tells it, in that field."""
    first: dict[str, Read[P]] = {}
    for read in reads:
        if not read.has(field):
            continue
        name = name_of(read.part)
        if name in first:
            findings.problem(
                read.at(field),
                f"{shown(name)} is that of {{other}} too; give each its own",
                first[name].place,
            )
        first.setdefault(name, read)


def _find_unknown_names(draft: Draft, periods: Sequence[Period] | None, findings: Findings) -> None:
    categories = {category.part.name for category in draft.categories}
    whole = all(category.has("name") for category in draft.categories)
    known_periods = {word for period in periods or () for word in (period.id, period.name)}
    known_groups = {group.part.id for group in draft.option_groups}
    named = all(period.has("id", "name") for period in draft.meal_periods)
    readable = all(group.has("id") for group in draft.option_groups)
    for item in draft.items:
        part = item.part
        if categories and whole and item.has("category"):
            require_known(
                item.at("category"), part.category, categories, "the categories", findings
            )
        if periods is not None and named:
            for number, name in enumerate(part.meal_periods):
                at = (*item.at("meal_periods"), number)
                require_known(at, name, known_periods, "the periods", findings)
        if readable:
            for number, name in enumerate(part.option_groups):
                at = (*item.at("option_groups"), number)
                require_known(at, name, known_groups, "the groups", findings)


def require_known(
    place: Place, word: str, known: Collection[str], what: str, findings: Findings
) -> None:
    if word not in known:
        near = nearest(word, known)
        remedy = f"did you mean {shown(near)}?" if near else "add it there or leave it out"
        findings.problem(place, f"{shown(word)} is not among {what}; {remedy}")


def _options(group: Read[Group]) -> list[Read[FileOption]]:
    """The options of a group whose options could all be read."""
    if not group.has("options"):
        return []
    bad = frozenset(field.removeprefix("options.") for field in group.bad)
    return [
        Read((*group.at("options"), number), option, bad)
        for number, option in enumerate(group.part.options)
    ]


def _check_group(group: Read[Group], findings: Findings) -> None:
    part = group.part
    if part.replaces_price and group.has("replaces_price", "max") and part.max != 1:
        findings.problem(group.at("max"), f"{shown(part.max)} variants cannot be; it must be 1")
    options = _options(group)
    if not options or not group.has("options.id"):
        return
    find_doubles(options, "id", lambda option: option.id, findings)
    ids = [option.part.id for option in options]
    if part.default is not None:
        require_known(group.at("default"), part.default, ids, "the group's options", findings)
    for name, words in part.generic_aliases.items():
        for number, word in enumerate(words):
            at = (*group.at("generic_aliases"), name, number)
            require_known(at, word, ids, "the group's options", findings)
    most = min(len(ids), part.max or len(ids))
    countable = any(option.part.countable for option in options)
    if group.has("min", "max") and part.min > (part.max or 50 if countable else most):
        findings.problem(group.at("min"), f"{part.min} is more than can be chosen ({most})")


def _check_option(
    option: Read[FileOption], group: Read[Group], most: int, findings: Findings
) -> None:
    part = option.part
    for field, price in (("price", part.price or 0), ("price_delta", part.price_delta)):
        if option.has(field) and abs(price) > most:
            findings.problem(option.at(field), f"{price} is too much; {most} is the most")
    if group.has("replaces_price") and option.has("price", "price_delta"):
        if not group.part.replaces_price and part.price is not None:
            findings.problem(
                option.at("price"),
                "only variants have one: say replaces_price in the group, or use price_delta",
            )
        elif group.part.replaces_price and part.price is None:
            findings.problem(
                option.at("price"), "is missing; every option of a group that replaces_price has it"
            )
        elif group.part.replaces_price and part.price_delta:
            findings.problem(option.at("price_delta"), "a variant has its whole price in `price`")
    _check_until(option, part.available, part.unavailable_until, findings)


def _check_item(item: Read[Item], findings: Findings) -> None:
    _check_until(item, item.part.available, item.part.unavailable_until, findings)
    groups = item.part.option_groups
    for number, name in enumerate(groups):
        if item.has("option_groups") and name in groups[:number]:
            at = (*item.at("option_groups"), number)
            findings.problem(at, f"{shown(name)} is listed twice; leave one of them")


def _check_ingredients(draft: Draft, findings: Findings) -> None:
    """Names are what staff say, so each is that of one; recipes are of ingredients there are."""
    find_doubles(draft.ingredients, "id", lambda one: one.id, findings)
    find_doubles(draft.ingredients, "name", lambda one: one.name.casefold(), findings)
    known = {one.part.id for one in draft.ingredients}
    for item in draft.items:
        for name in item.part.recipe:
            if item.has("recipe") and all(one.has("id") for one in draft.ingredients):
                at = (*item.at("recipe"), name)
                require_known(at, name, known, "the ingredients", findings)
        part = item.part
        if part.low_at is not None and part.stock is None and "stock" in part.model_fields_set:
            findings.problem(item.at("low_at"), "needs a `stock` that is counted beside it")


def _check_until(read: Read[P], available: bool | None, until: object, findings: Findings) -> None:
    if until is not None and available is not False and read.has("available"):
        findings.problem(read.at("unavailable_until"), 'needs "available": false beside it')


def _check_prices(
    item: Read[Item], groups: Mapping[str, Read[Group]], most: int, findings: Findings
) -> None:
    if not item.has("price", "option_groups"):
        return
    if item.part.price > most:
        findings.problem(item.at("price"), f"{item.part.price} is too much; {most} is the most")
    used = [groups[name] for name in dict.fromkeys(item.part.option_groups) if name in groups]
    if not all(group.has("options", "options.price", "options.price_delta") for group in used):
        return
    variants = [group.part for group in used if group.part.replaces_price]
    if len(variants) > 1:
        names = " and ".join(shown(group.id) for group in variants)
        findings.problem(
            item.at("option_groups"), f"both {names} replace the price; only one group can"
        )
    lowest = min(_bases(item.part, variants)) + sum(_most_off(group.part) for group in used)
    if lowest < 0:
        findings.problem(
            item.at("option_groups"),
            f"they can take the price down to {lowest}; make them take off less",
        )


def _bases(item: Item, variants: Sequence[Group]) -> list[int]:
    """What the price of a dish can be before its choices are counted."""
    prices = [o.price for group in variants for o in group.options if o.price is not None]
    replaced = any(group.min for group in variants) and prices
    return prices if replaced else [item.price, *prices]


def _most_off(group: Group) -> int:
    """What the choices of a group can take off a price at most, as a number below zero or zero."""
    discounts = sorted(
        min(0, option.price_delta) * (MOST_PIECES if option.countable else 1)
        for option in group.options
    )
    return sum(discounts[: group.max])
