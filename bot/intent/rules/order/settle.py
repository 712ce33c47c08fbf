"""A line as a tool takes it: handles for what is clear, words for what is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.intent.rules.order.dishes import Dish, Wish
from bot.intent.rules.words.order_words import SIZES
from bot.intent.rules.words.tokens import Tokens, said
from tools.kit.call import Json
from tools.menu import Menu, named, words_of
from tools.menu.model import Option, OptionGroup

Place = tuple[OptionGroup, Option]
_MIDDLE = frozenset({"medium", "regular"})


def line_of(dish: Dish, tokens: Tokens, menu: Menu) -> Json:
    """The line. The tool asks about words it cannot place."""
    options, without = _choices(dish, tokens)
    args: dict[str, Json] = {"quantity": dish.quantity, "item": _item(dish, tokens, menu)}
    if options:
        args["options"] = options
    if without:
        args["without"] = without
    if dish.notes:
        args["note"] = ", ".join(dish.notes)
    return args


def _item(dish: Dish, tokens: Tokens, menu: Menu) -> str:
    words = said(tokens[dish.span.begin : dish.span.end])
    if dish.item is None:
        return words
    exact = named(menu, words)
    return words if len(exact) == 1 and exact[0].no == dish.item.no else f"#{dish.item.no}"


def _choices(dish: Dish, tokens: Tokens) -> tuple[list[Json], list[Json]]:
    """What is clear first: it leaves less room for what is not."""
    options: list[Json] = []
    without: list[Json] = []
    taken: set[str] = set()
    found = [(wish, _places(dish, wish, tokens)) for wish in dish.wishes]
    for wish, places in sorted(found, key=lambda each: len(each[1]) > 1):
        words = said(tokens[wish.span.begin : wish.span.end])
        if wish.negated:
            if wish.amount != "extra":
                without += [f"#{option.no}" for _, option in places] or [words]
            continue
        room = [place for place in places if place[0].max != 1 or place[0].id not in taken]
        places = room if len(room) == 1 else places
        if len(places) == 1:
            group, option = places[0]
            taken.add(group.id)
            if wish.count > 1 and not (option.countable or wish.amount):
                dish.notes.append(f"{wish.measure or wish.count} {words}")
                wish = replace(wish, count=1)
            handle = _measured(f"#{option.no}", wish, group, countable=option.countable)
            if handle not in options:
                options.append(handle)
        elif places or not _says_nothing(dish, words):
            options.append(_measured(words, wish, None))
    return options, without


def _says_nothing(dish: Dish, words: str) -> bool:
    """Whether it is a size of what comes in one size."""
    names = {
        word for group in dish.groups for option in group.options for word in words_of(option.name)
    }
    return words.casefold() in SIZES and dish.item is not None and names.isdisjoint(SIZES)


def _measured(what: str, wish: Wish, group: OptionGroup | None, *, countable: bool = False) -> str:
    """With how much of it. "Double" is twice of what is counted, else extra."""
    if wish.count > 1 and (countable or wish.amount is None):
        return f"{wish.count} {what}"
    if wish.amount and (group is None or wish.amount in group.amounts):
        return f"{wish.amount} {what}"
    return what


def _places(dish: Dish, wish: Wish, tokens: Tokens) -> list[Place]:
    """The options of the dish the words can mean; of several the one that is called so itself, or
    that has the words as they are written: "pepper" is Black Pepper, "peppers" are Red Peppers."""
    found = list(_options(dish.groups, wish))
    span = tokens[wish.span.begin : wish.span.end]
    words = tuple(word for token in span for word in words_of(token.text))
    if sized := _sizes(dish, words):
        return sized
    if len(found) > 1:
        own = [place for place in found if words_of(place[1].name) == words]
        written = [place for place in found if set(words_of(place[1].name)).issuperset(words)]
        likely = (own, written if len({group.id for group, _ in found}) == 1 else [])
        found = next((sure for sure in likely if len(sure) == 1), found)
    return found


def _sizes(dish: Dish, words: Sequence[str]) -> list[Place]:
    """A word of size is one of the sizes, where there are any: "medium" is no Medium Roast.

    Of several sizes the one in the middle is called medium or regular.
    """
    if len(words) != 1 or words[0] not in SIZES:
        return []
    called = (words[0], *(_MIDDLE - {words[0]})) if words[0] in _MIDDLE else words
    for group in dish.groups:
        sizes = {option.name.casefold(): (group, option) for option in group.options}
        if len(SIZES & sizes.keys()) > 1:
            return [sizes[size] for size in called if size in sizes][:1]
    return []


def _options(groups: Sequence[OptionGroup], wish: Wish) -> Iterator[Place]:
    for group in groups:
        for place in wish.span.options.get(group.id, ()):
            yield group, group.options[place]
