"""What shall be different about a line -> the change SQL makes, or the question it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments, UnknownOption
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Choices, MenuItem, OptionGroup, choose
from tools.resolve.payload import (
    alternative_rows,
    note_of,
    option_rows,
    option_words,
    removal_rows,
    removal_words,
)
from tools.results.questions import WhichOption


@dataclass(frozen=True, slots=True)
class Wish:
    """A change in the customer's words. `dishes` are those the line may be; none: any dish."""

    dishes: tuple[MenuItem, ...]
    options: Sequence[str]
    without: Sequence[str]
    note: str | None


def resolve_change(
    turn: Turn, wish: Wish, target: dict[str, Json]
) -> dict[str, Json] | WhichOption:
    """The change as `app.update_item` takes it. `target` are the arguments that name the line.

    Raises BadArguments when nothing shall change, UnknownOption for what is not offered.
    """
    if not (wish.options or wish.without or wish.note):
        raise BadArguments(place="options", problem="nothing to change")
    choices = choose(turn.menu, _groups(turn, wish.dishes), wish.options, wish.without)
    if choices.unknown:
        raise UnknownOption(item=wish.dishes[0].name if wish.dishes else turn.say("that dish"))
    if choices.doubts and len(wish.dishes) == 1:
        return _which(wish, choices, target)
    return {
        "options": [*option_rows(choices.chosen), *alternative_rows(choices)],
        "without": removal_rows(choices),
        "without_options": [
            {"group_id": one.group.id, "option_id": one.option.id} for one in choices.taken_off
        ],
        "note": note_of(choices.notes, wish.note),
    }


def _groups(turn: Turn, dishes: Sequence[MenuItem]) -> tuple[OptionGroup, ...]:
    if not dishes:
        return turn.menu.groups
    wanted = {group for dish in dishes for group in dish.groups}
    return tuple(group for group in turn.menu.groups if group.id in wanted)


def _which(wish: Wish, choices: Choices, target: dict[str, Json]) -> WhichOption:
    """Which of several options the words mean; each answer is the whole change with that one."""
    doubt, *others = choices.doubts
    rest: list[Json] = [other.words for other in others]
    args: dict[str, Json] = {**target, "without": removal_words(choices)}
    if wish.note:
        args["note"] = wish.note
    return WhichOption(
        answers=tuple(
            Button(
                one.option.name,
                Call(
                    "update_item",
                    {**args, "options": [*option_words([*choices.chosen, one]), *rest]},
                ),
            )
            for one in doubt.candidates
        ),
        item=wish.dishes[0].name,
        heading=doubt.words.capitalize(),
        options=tuple(one.option for one in doubt.candidates),
    )
