"""The questions about one line, each answer a button that orders it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tools.kit.call import Call, Json
from tools.kit.params import OrderLine
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Choices, Chosen, Doubt, MenuItem, OptionGroup, choose, served_now
from tools.resolve.payload import option_words, removal_notes, removal_words
from tools.resolve.prices import cost
from tools.results.lines import measured
from tools.results.option_questions import NotOffered, TooManyChosen, WhichOption
from tools.results.questions import DidYouMean, NoSuchDish, Question, WhichDish, WithOrWithout

MOST_DISHES = 6


def which_dish(turn: Turn, line: OrderLine, dishes: Sequence[MenuItem]) -> WhichDish:
    """Which of several dishes; what is served now comes first."""
    ordered = sorted(dishes, key=lambda item: not served_now(turn.menu, item, turn.now))
    shown = tuple(ordered[:MOST_DISHES])
    words = line.item or ""
    more = Call("search_menu", {"query": words}) if len(dishes) > len(shown) else None
    costs = tuple(cost(turn.say, turn.menu, item) for item in shown)
    return WhichDish(
        answers=_dishes(turn, line, shown), words=words, dishes=shown, costs=costs, more=more
    )


def no_such_dish(turn: Turn, line: OrderLine, nearest: Sequence[MenuItem]) -> NoSuchDish:
    """A dish the menu has not; dishes with a name like it are offered instead."""
    return NoSuchDish(
        answers=_dishes(turn, line, nearest), words=line.item or "", quantity=line.quantity
    )


def which_option(
    line: OrderLine, item: MenuItem, group: OptionGroup, choices: Choices
) -> WhichOption:
    """The choice of a group that has to be made; of several the next one."""
    taken = [one.option.no for one in choices.chosen]
    left = tuple(one for one in group.options if one.available and one.no not in taken)
    wished = [Chosen(group, option) for option in left]
    return WhichOption(
        answers=_with_each(line, item, wished, choices.chosen, choices),
        item=item.name,
        heading=group.name,
        options=left,
        price=item.price,
        least=group.min,
        so_far=tuple(one.option.name for one in choices.chosen if one.group.id == group.id),
    )


def which_of(line: OrderLine, item: MenuItem, choices: Choices) -> WhichOption:
    """Which of several options the words mean. Further doubts are asked about after this one."""
    doubt, *others = choices.doubts
    answers = _with_each(
        line, item, doubt.candidates, choices.chosen, choices, [other.words for other in others]
    )
    return about(doubt, item, answers)


def about(doubt: Doubt, item: MenuItem, answers: Sequence[Button]) -> WhichOption:
    """The question which option was meant. Where they are of several groups those are named."""
    names = [one.option.name for one in doubt.candidates]
    if len({one.group.id for one in doubt.candidates}) > 1:
        names = [f"{one.group.name}: {one.option.name}" for one in doubt.candidates]
    return WhichOption(
        answers=tuple(
            Button(name, answer.call) for name, answer in zip(names, answers, strict=True)
        ),
        item=item.name,
        heading=doubt.words.capitalize(),
        options=tuple(candidate.option for candidate in doubt.candidates),
    )


def with_or_without(turn: Turn, line: OrderLine, item: MenuItem, choices: Choices) -> WithOrWithout:
    """An option that was both wished for and not: which of the two."""
    both = choices.contradicted
    if both is None:
        raise ValueError(choices)
    others = [one for one in choices.chosen if one.option.no != both.option.no]
    removed = [place for place in choices.removed if place[1].no != both.option.no]
    off = [one for one in choices.taken_off if one.option.no != both.option.no]
    agreed = replace(choices, removed=removed, taken_off=off)
    left_out = [place for place in choices.removed if place[1].no == both.option.no]
    disagreed = replace(agreed, removed=[*removed, *left_out])
    name, dish = both.option.name, f"#{item.no}"
    with_it = line_args(line, dish, option_words(choices.chosen), removal_words(agreed))
    without = line_args(line, dish, option_words(others), removal_words(disagreed))
    return WithOrWithout(
        answers=(
            Button(turn.say("With {thing}", thing=name), add_call(with_it)),
            Button(turn.say("Without {thing}", thing=name), add_call(without)),
        ),
        thing=name,
    )


def too_many(
    line: OrderLine, item: MenuItem, group: OptionGroup, choices: Choices
) -> TooManyChosen:
    """Which one to keep of a group for one, which to leave out of one that has room for more.

    Of a single option, counted too often, as many as there is room for.
    """
    rivals = [one for one in choices.chosen if one.group.id == group.id]
    others = [one for one in choices.chosen if one.group.id != group.id]
    if group.max == 1 or len(rivals) == 1:
        kept = [replace(one, count=min(one.count, group.max or 1)) for one in rivals]
        answers = _with_each(line, item, kept, others, choices)
    else:
        without = removal_words(choices)
        answers = tuple(
            Button(
                rival.option.name,
                add_call(
                    line_args(
                        line,
                        f"#{item.no}",
                        option_words([one for one in choices.chosen if one is not rival]),
                        without,
                    )
                ),
            )
            for rival in rivals
        )
    return TooManyChosen(answers=answers, item=item.name, group=group, chosen=tuple(rivals))


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


def did_you_mean(
    turn: Turn, meant: Sequence[tuple[OrderLine, MenuItem]], said: Sequence[dict[str, Json]]
) -> DidYouMean:
    """Whether these lines are meant, of an order with words nobody knows; `said` adds them."""
    add = turn.say("Yes, add it") if len(said) == 1 else turn.say("Yes, add them")
    return DidYouMean(
        answers=(
            Button(add, add_call(*said)),
            Button(turn.say("No, show the menu"), Call("search_menu")),
        ),
        lines=tuple(_in_words(turn, line, item) for line, item in meant),
    )


def _in_words(turn: Turn, line: OrderLine, item: MenuItem) -> str:
    """ "2x Masala Dosa (extra Ghee, no Onion)"."""
    choices = choose(turn.menu, turn.menu.groups_of(item), line.options, line.without)
    told = [measured(turn.say, c.option.name, c.amount, c.count) for c in choices.chosen]
    off = [option.name for _, option in choices.removed] + removal_notes(choices)
    told += [turn.say("no {thing}", thing=thing) for thing in off]
    told += [f'"{line.note}"'] if line.note else []
    name = f"{item.name} ({', '.join(told)})" if told else item.name
    return turn.say("{quantity}x {item}", quantity=line.quantity, item=name)


def carry(question: Question, others: Sequence[dict[str, Json]]) -> Question:
    """The question, each answer also bringing the other lines that wait to be asked about."""
    waiting: list[Json] = [*others]
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
        "accept": [*line.accept],
    }
    return {name: value for name, value in args.items() if value}


def as_said(line: OrderLine) -> dict[str, Json]:
    """The line in the customer's own words."""
    return line_args(line, line.item, [*line.options], [*line.without])


def add_call(*lines: dict[str, Json]) -> Call:
    """A call that adds these lines."""
    return Call("add_to_cart", {"lines": [*lines]})


def in_handles(
    line: OrderLine, item: MenuItem, choices: Choices, accept: Sequence[str] = ()
) -> dict[str, Json]:
    """The line of a known dish as arguments of add_to_cart, short enough for a button."""
    args = line_args(line, f"#{item.no}", option_words(choices.chosen), removal_words(choices))
    tags = dict.fromkeys([*line.accept, *accept])
    return {**args, "accept": [*tags]} if tags else args


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
    return in_handles(line, item, choices)


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
