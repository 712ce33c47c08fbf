"""What shall be different about a line -> the change SQL makes, or the question it takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments, UnknownOption
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Choices, Chosen, MenuItem, OptionGroup, choose
from tools.resolve.ask import about
from tools.resolve.payload import (
    alternative_rows,
    change_notes,
    note_of,
    option_rows,
    option_words,
    removal_rows,
    removal_words,
    taken_off_rows,
)
from tools.results.option_questions import NoSuchChoice, TooManyChosen
from tools.results.questions import Question


@dataclass(frozen=True, slots=True)
class Wish:
    """A change in the customer's words. `dishes` are those the line may be; none: any dish.

    `quantity` is of how many pieces it is; None: all of them.
    """

    dishes: tuple[MenuItem, ...]
    options: Sequence[str]
    without: Sequence[str]
    note: str | None
    accept: Sequence[str] = ()
    quantity: int | None = None

    @property
    def said(self) -> dict[str, Json]:
        """The change as it was called for, without what was not said."""
        args: dict[str, Json] = {
            "options": [*self.options],
            "without": [*self.without],
            "note": self.note,
            "quantity": self.quantity,
        }
        return {name: value for name, value in args.items() if value}


def resolve_change(turn: Turn, wish: Wish, target: dict[str, Json]) -> dict[str, Json] | Question:
    """The change as `app.update_item` takes it. `target` are the arguments that name the line.

    Raises BadArguments when nothing shall change, UnknownOption for what no dish comes with.
    """
    if not wish.said.keys() - {"quantity"}:
        raise BadArguments(place="options", problem="nothing to change")
    groups = _groups(turn, wish.dishes)
    choices = choose(turn.menu, groups, wish.options, wish.without)
    if len(wish.dishes) == 1:
        if question := _question(wish, choices, groups, target):
            return question
    elif choices.unknown:
        raise UnknownOption(item=wish.dishes[0].name if wish.dishes else turn.say("that dish"))
    change: dict[str, Json] = {
        "options": [*option_rows(choices.chosen), *alternative_rows(choices)],
        "without": removal_rows(choices),
        "without_options": taken_off_rows(choices),
        "note": note_of(change_notes(choices), wish.note),
    }
    return {**change, "accept": [*wish.accept]} if wish.accept else change


def _groups(turn: Turn, dishes: Sequence[MenuItem]) -> tuple[OptionGroup, ...]:
    if not dishes:
        return tuple(turn.menu.groups)
    wanted = {group for dish in dishes for group in dish.groups}
    return tuple(group for group in turn.menu.groups if group.id in wanted)


def _question(
    wish: Wish, choices: Choices, groups: Sequence[OptionGroup], target: dict[str, Json]
) -> Question | None:
    """What has to be asked about the options of the one dish it is about."""
    (dish,) = wish.dishes
    if choices.unknown:
        offered = [option.name for group in groups for option in group.options if option.available]
        return NoSuchChoice(
            answers=(), words=", ".join(choices.unknown), item=dish.name, offered=tuple(offered)
        )
    if choices.doubts:
        doubt, *others = choices.doubts
        rest: list[Json] = [other.words for other in others]
        answers = _with_each(wish, choices, doubt.candidates, choices.chosen, target, rest)
        return about(doubt, dish, answers)
    for group in groups:
        rivals = [one for one in choices.chosen if one.group.id == group.id]
        if group.max == 1 and len(rivals) > 1:
            kept = [one for one in choices.chosen if one.group.id != group.id]
            answers = _with_each(wish, choices, rivals, kept, target, [])
            return TooManyChosen(answers=answers, item=dish.name, group=group, chosen=tuple(rivals))
    return None


def _with_each(
    wish: Wish,
    choices: Choices,
    wished: Iterable[Chosen],
    kept: Sequence[Chosen],
    target: dict[str, Json],
    rest: Sequence[Json],
) -> tuple[Button, ...]:
    """The whole change with each of the wished options."""
    args: dict[str, Json] = {**target, "without": removal_words(choices)}
    if wish.note:
        args["note"] = wish.note
    if wish.quantity:
        args["quantity"] = wish.quantity
    if wish.accept:
        args["accept"] = [*wish.accept]
    return tuple(
        Button(
            one.option.name,
            Call("update_item", {**args, "options": [*option_words([*kept, one]), *rest]}),
        )
        for one in wished
    )
