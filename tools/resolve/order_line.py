"""A line in the customer's words -> a line SQL can add, or the question it takes to get there."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.kit.call import Json
from tools.kit.params import OrderLine
from tools.kit.turn import Turn
from tools.menu import (
    Ambiguous,
    Choices,
    Match,
    MenuItem,
    Missing,
    OptionGroup,
    Reference,
    choose,
    find,
    named,
    reference,
    search,
    served_now,
)
from tools.resolve import ask
from tools.resolve.payload import (
    alternative_rows,
    note_of,
    option_rows,
    removal_notes,
    removal_rows,
    with_defaults,
)
from tools.results.questions import Question


@dataclass(frozen=True, slots=True)
class Ready:
    """A line as `app.add_to_cart` takes it, and whether the dish seems to be had now."""

    row: dict[str, Json]
    name: str = ""
    to_be_had: bool = True


def resolve_line(turn: Turn, line: OrderLine) -> Ready | Question:
    """What the line means by the menu in memory. Raises nothing: what is unclear is a question."""
    words = line.item or ""
    pointed = None if named(turn.menu, words) else reference(words)
    if pointed is not None:
        return _resolve_pointed(turn, line, pointed)
    match find(turn.menu, words):
        case Match(item=item, choices=choices):
            return _resolve_dish(turn, _with_choices(line, choices), item)
        case Ambiguous(all=dishes, choices=choices):
            return ask.which_dish(turn, _with_choices(line, choices), dishes)
        case Missing(nearest=nearest):
            part = search(turn.menu, words)
            if part.categories or part.period:
                return ask.which_dish(turn, line, part.items)
            return ask.no_such_dish(turn, line, nearest)


def _with_choices(line: OrderLine, choices: str) -> OrderLine:
    """The line with option words that were said as part of the dish."""
    options = [*line.options, choices] if choices else line.options
    return line.model_copy(update={"options": options})


def _resolve_pointed(turn: Turn, line: OrderLine, pointed: Reference) -> Ready | Question:
    """A dish only the session knows: its options are looked for in every group of the menu."""
    choices = choose(turn.menu, turn.menu.groups, line.options, line.without)
    if choices.unknown:
        return ask.not_offered(turn, line, turn.say("that dish"), choices)
    place: dict[str, Json] = (
        {"last": True} if pointed.position is None else {"shown": pointed.position}
    )
    return Ready(
        _row(line, place, choices, [*option_rows(choices.chosen), *alternative_rows(choices)])
    )


def _resolve_dish(turn: Turn, line: OrderLine, item: MenuItem) -> Ready | Question:
    groups = turn.menu.groups_of(item)
    choices = choose(turn.menu, groups, line.options, line.without)
    if question := _unsettled(turn, line, item, groups, choices):
        return question
    options = option_rows(with_defaults(choices, groups))
    row = _row(line, {"item_id": item.id}, choices, options)
    return Ready(row, item.name, _to_be_had(turn, item))


def _to_be_had(turn: Turn, item: MenuItem) -> bool:
    return item.available and served_now(turn.menu, item, turn.now)


def _unsettled(
    turn: Turn, line: OrderLine, item: MenuItem, groups: Sequence[OptionGroup], choices: Choices
) -> Question | None:
    """What has to be asked about the options. Of a dish not to be had now nothing is asked."""
    if choices.unknown:
        return ask.not_offered(turn, line, item.name, choices)
    if choices.doubts:
        return ask.which_of(line, item, choices)
    if group := choices.crowded(groups):
        return ask.too_many(line, item, group, choices)
    if _to_be_had(turn, item) and (group := choices.missing(groups)):
        return ask.which_option(line, item, group, choices)
    return None


def _row(
    line: OrderLine, place: dict[str, Json], choices: Choices, options: list[Json]
) -> dict[str, Json]:
    return {
        "item": place,
        "quantity": line.quantity,
        "options": options,
        "without": removal_rows(choices),
        "note": note_of(removal_notes(choices), line.note),
    }
