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
    words_of,
)
from tools.resolve import ask
from tools.resolve.payload import (
    alternative_rows,
    change_notes,
    note_of,
    option_rows,
    removal_notes,
    removal_rows,
    taken_off_rows,
    with_defaults,
)
from tools.results.questions import Question


@dataclass(frozen=True, slots=True)
class Ready:
    """A line as `app.add_to_cart` takes it. `said` is the same as a button would say it again.

    `item` is None where only the session knows the dish.
    """

    row: dict[str, Json]
    said: dict[str, Json]
    item: MenuItem | None = None


def resolve_lines(
    turn: Turn, lines: Sequence[OrderLine]
) -> list[tuple[OrderLine, Ready | Question]]:
    """What each line means. "Another one with ghee" is of the dish named just before it."""
    resolved: list[tuple[OrderLine, Ready | Question]] = []
    before: MenuItem | None = None
    for line in lines:
        said = _of_dish(line, before) if before and _says_how(line) else line
        one = resolve_line(turn, said)
        resolved.append((said, one))
        before = one.item if isinstance(one, Ready) else None
    return resolved


def _says_how(line: OrderLine) -> bool:
    """Whether it is something just mentioned, but made another way: else SQL repeats that line."""
    return reference(line.item or "") == Reference() and bool(line.options or line.without)


def _of_dish(line: OrderLine, item: MenuItem) -> OrderLine:
    return line.model_copy(update={"item": f"#{item.no}"})


def resolve_line(turn: Turn, line: OrderLine) -> Ready | Question:
    """What the line means by the menu in memory. Raises nothing: what is unclear is a question.

    Of a dish that seems not to be had now nothing is asked: PostgreSQL will say when it is.
    """
    words = line.item or ""
    unreadable = bool(words.strip()) and not words_of(words)
    pointed = None if unreadable or named(turn.menu, words) else reference(words)
    if pointed is not None:
        return _resolve_pointed(turn, line, pointed)
    match find(turn.menu, words):
        case Match(item=item, choices=choices):
            return _resolve_dish(turn, _with_choices(line, choices), item)
        case Ambiguous(all=(item,), choices=choices) if _not_offered(turn, item, choices):
            return _resolve_dish(turn, _with_choices(line, choices), item)
        case Ambiguous(all=dishes, choices=choices):
            return ask.which_dish(turn, _with_choices(line, choices), dishes)
        case Missing(nearest=nearest):
            part = search(turn.menu, words)
            if unreadable:
                return ask.no_such_dish(turn, line, ())
            if part.categories or part.period:
                return ask.which_dish(turn, line, part.items)
            return ask.no_such_dish(turn, line, nearest)


def _not_offered(turn: Turn, item: MenuItem, choices: str) -> bool:
    """Whether words said of the one dish that may be meant are no choice it comes with."""
    return bool(choices and choose(turn.menu, turn.menu.groups_of(item), (choices,)).unknown)


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
    options = [*option_rows(choices.chosen), *alternative_rows(choices)]
    row = _row(line, place, choices, options)
    if pointed.position is None:
        # It is made as that line is but for what is said: what that has can be taken off again.
        row["note"] = note_of(change_notes(choices), line.note)
        if off := taken_off_rows(choices):
            row["without_options"] = off
    return Ready(row, ask.as_said(line))


def _resolve_dish(turn: Turn, line: OrderLine, item: MenuItem) -> Ready | Question:
    groups = turn.menu.groups_of(item)
    choices = choose(turn.menu, groups, line.options, line.without)
    if question := _unsettled(turn, line, item, groups, choices):
        return question
    options = option_rows(with_defaults(choices.chosen, groups))
    row = _row(line, {"item_id": item.id}, choices, options)
    return Ready(row, ask.in_handles(line, item, choices), item)


def question_about(turn: Turn, line: OrderLine, item: MenuItem) -> Question | None:
    """What has to be asked of a dish that PostgreSQL knows to be meant, and to be had."""
    groups = turn.menu.groups_of(item)
    choices = choose(turn.menu, groups, line.options, line.without)
    question = _unclear(turn, line, item, groups, choices)
    group = choices.missing(groups)
    if question or group is None:
        return question
    return ask.which_option(line, item, group, choices)


def _to_be_had(turn: Turn, item: MenuItem) -> bool:
    return item.available and served_now(turn.menu, item, turn.now)


def _unsettled(
    turn: Turn, line: OrderLine, item: MenuItem, groups: Sequence[OptionGroup], choices: Choices
) -> Question | None:
    """What has to be asked about the options. Of a dish not to be had now no choice is missed."""
    if question := _unclear(turn, line, item, groups, choices):
        return question
    if _to_be_had(turn, item) and (group := choices.missing(groups)):
        return ask.which_option(line, item, group, choices)
    return None


def _unclear(
    turn: Turn, line: OrderLine, item: MenuItem, groups: Sequence[OptionGroup], choices: Choices
) -> Question | None:
    if choices.contradicted:
        return ask.with_or_without(turn, line, item, choices)
    if choices.unknown:
        return ask.not_offered(turn, _of_dish(line, item), item.name, choices)
    if choices.doubts:
        return ask.which_of(line, item, choices)
    if group := choices.crowded(groups):
        return ask.too_many(line, item, group, choices)
    return None


def _row(
    line: OrderLine, place: dict[str, Json], choices: Choices, options: list[Json]
) -> dict[str, Json]:
    row: dict[str, Json] = {
        "item": place,
        "quantity": line.quantity,
        "options": options,
        "without": removal_rows(choices),
        "note": note_of(removal_notes(choices), line.note),
    }
    return {**row, "accept": [*line.accept]} if line.accept else row
