"""Whether two carts are the same for the kitchen."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from bot.evaluate.lines import Choice, Line

Defaults = Mapping[str, str | None]
Key = tuple[str, frozenset[tuple[tuple[str, str | None, str | None], int]], frozenset[str]]
# A sentence that can be meant in more ways than these is no case.
MOST_READINGS = 200


def amiss(wanted: Sequence[Line], found: Sequence[Line], defaults: Defaults) -> int:
    """How many pieces of the cart are not as wanted, in the reading nearest to it; 0: exact.

    The order of lines does not matter; equal lines are one; an option that is its group's default
    is no option. `defaults` are the default options by group.
    """
    pieces = _pieces(found, defaults)
    return min(
        ((each - pieces) + (pieces - each)).total()
        for each in (_pieces(lines, defaults) for lines in _readings(wanted))
    )


def _pieces(lines: Sequence[Line], defaults: Defaults) -> Counter[Key]:
    pieces: Counter[Key] = Counter()
    for line in lines:
        options: Counter[tuple[str, str | None, str | None]] = Counter()
        for each in line.options:
            if each.option is None or defaults.get(each.group) != each.option:
                options[each.group, each.option, each.amount] += each.count or 1
        # "No extra cheese" is cheese as usual.
        without = (f"{each.group}/{each.option}" for each in line.without if not each.amount)
        pieces[line.item_id, frozenset(options.items()), frozenset(without)] += line.quantity
    return pieces


def _readings(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    return islice(product(*(list(_lines(line)) for line in lines)), MOST_READINGS)


def _lines(line: Line) -> Iterator[Line]:
    """One of several options is any of them; without one of several is without them all."""
    without = tuple(each for choice in line.without for each in _meanings(choice))
    for options in product(*map(_meanings, line.options)):
        yield line.model_copy(update={"options": options, "without": without})


def _meanings(choice: Choice) -> list[Choice]:
    if choice.any_of is None:
        return [choice]
    return [choice.model_copy(update={"option": each, "any_of": None}) for each in choice.any_of]
