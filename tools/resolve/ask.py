"""The questions about one line, each answer a button that orders it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tools.kit.call import Call, Json
from tools.kit.params import OrderLine
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Choices, Chosen, MenuItem, OptionGroup, choose, served_now
from tools.resolve.payload import option_words, removal_words
from tools.results.questions import (
    NoSuchDish,
    NotOffered,
    Question,
    TooManyChosen,
    WhichDish,
    WhichOption,
)

MOST_DISHES = 6


def which_dish(turn: Turn, line: OrderLine, dishes: Sequence[MenuItem]) -> WhichDish:
    """Which of several dishes; what is served now comes first."""
    ordered = sorted(dishes, key=lambda item: not served_now(turn.menu, item, turn.now))
    shown = tuple(ordered[:MOST_DISHES])
    words = line.item or ""
    more = Call("search_menu", {"query": words}) if len(dishes) > len(shown) else None
    return WhichDish(answers=_dishes(turn, line, shown), words=words, dishes=shown, more=more)


def no_such_dish(turn: Turn, line: OrderLine, nearest: Sequence[MenuItem]) -> NoSuchDish:
    """A dish the menu has not; dishes with a name like it are offered instead."""
    return NoSuchDish(answers=_dishes(turn, line, nearest), words=line.item or "")


def which_option(
    line: OrderLine, item: MenuItem, group: OptionGroup, choices: Choices
) -> WhichOption:
    """The choice of a group that has to be made."""
    options = tuple(option for option in group.options if option.available)
    wished = [Chosen(group, option) for option in options]
    return WhichOption(
        answers=_with_each(line, item, wished, choices.chosen, choices),
        item=item.name,
        heading=group.name,
        options=options,
        price=item.price,
    )


def which_of(line: OrderLine, item: MenuItem, choices: Choices) -> WhichOption:
    """Which of several options the words mean. Further doubts are asked about after this one."""
    doubt, *others = choices.doubts
    return WhichOption(
        answers=_with_each(
            line, item, doubt.candidates, choices.chosen, choices, [other.words for other in others]
        ),
        item=item.name,
        heading=doubt.words.capitalize(),
        options=tuple(candidate.option for candidate in doubt.candidates),
    )


def too_many(
    line: OrderLine, item: MenuItem, group: OptionGroup, choices: Choices
) -> TooManyChosen:
    """Which one to keep of a group that has no room for all."""
    rivals = [one for one in choices.chosen if one.group.id == group.id]
    others = [one for one in choices.chosen if one.group.id != group.id]
    return TooManyChosen(
        answers=_with_each(line, item, rivals, others, choices), item=item.name, group=group
    )


def not_offered(turn: Turn, line: OrderLine, item: str, choices: Choices) -> NotOffered:
    """A choice the dish does not come with: order it as it is, or not."""
    options = [*option_words(choices.chosen), *(doubt.words for doubt in choices.doubts)]
    args = line_args(line, line.item, options, list(line.without))
    return NotOffered(
        answers=(
            Button(turn.say("Yes, as it is"), add_call(args)),
            Button(turn.say("No, show the menu"), Call("search_menu")),
        ),
        words=", ".join(choices.unknown),
        item=item,
    )


def carry(question: Question, others: Sequence[OrderLine]) -> Question:
    """The question, each answer also bringing the other lines that wait to be asked about."""
    waiting: list[Json] = [line_args(line, line.item, [], []) for line in others]
    return replace(
        question,
        answers=tuple(
            Button(answer.label, _with_lines(answer.call, waiting)) for answer in question.answers
        ),
    )


def line_args(
    line: OrderLine, item: str | None, options: list[Json], without: list[Json]
) -> dict[str, Json]:
    """The line as arguments of add_to_cart, nothing said that need not be."""
    args: dict[str, Json] = {
        "item": item,
        "quantity": line.quantity,
        "options": options,
        "without": without,
        "note": line.note,
    }
    return {name: value for name, value in args.items() if value}


def add_call(args: dict[str, Json]) -> Call:
    """A call that adds one line."""
    return Call("add_to_cart", {"lines": [args]})


def _with_lines(call: Call, waiting: list[Json]) -> Call:
    lines = call.args.get("lines")
    return Call(call.tool, {"lines": [*lines, *waiting]}) if isinstance(lines, list) else call


def _dishes(turn: Turn, line: OrderLine, items: Iterable[MenuItem]) -> tuple[Button, ...]:
    return tuple(Button(item.name, add_call(_for_dish(turn, line, item))) for item in items)


def _for_dish(turn: Turn, line: OrderLine, item: MenuItem) -> dict[str, Json]:
    """The line for this dish; its words as handles where the dish knows them all."""
    choices = choose(turn.menu, turn.menu.groups_of(item), line.options, line.without)
    if not choices.clear:
        return line_args(line, f"#{item.no}", list(line.options), list(line.without))
    return line_args(line, f"#{item.no}", option_words(choices.chosen), removal_words(choices))


def _with_each(
    line: OrderLine,
    item: MenuItem,
    wished: Iterable[Chosen],
    kept: Sequence[Chosen],
    choices: Choices,
    words: Sequence[str] = (),
) -> tuple[Button, ...]:
    """A button for each wished choice, beside those that are kept."""
    without = removal_words(choices)
    return tuple(
        Button(
            one.option.name,
            add_call(
                line_args(line, f"#{item.no}", [*option_words([*kept, one]), *words], without)
            ),
        )
        for one in wished
    )
