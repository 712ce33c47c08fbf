"""Resolved choices, as SQL takes them and as a button carries them."""

from collections.abc import Iterable

from tools.kit.call import Json
from tools.menu import Choices, Chosen, OptionGroup, words_of
from tools.menu.amounts import measure

MOST_NOTE = 200


def option_rows(chosen: Iterable[Chosen]) -> list[Json]:
    """`[{"group_id", "option_id", "amount", "count"}]`."""
    return [_option_row(one) for one in chosen]


def alternative_rows(choices: Choices) -> list[Json]:
    """Options of a dish only the session knows, one `choice` number for those a phrase can mean.

    SQL takes the one the dish has.
    """
    return [
        {**_option_row(one), "choice": number}
        for number, doubt in enumerate(choices.doubts, start=1)
        for one in doubt.candidates
    ]


def _option_row(one: Chosen) -> dict[str, Json]:
    return {
        "group_id": one.group.id,
        "option_id": one.option.id,
        "amount": one.amount,
        "count": one.count,
    }


def removal_rows(choices: Choices) -> list[Json]:
    """`[{"group_id", "option_id"}]` of what can be left out."""
    return [{"group_id": group.id, "option_id": option.id} for group, option in choices.removed]


def taken_off_rows(choices: Choices) -> list[Json]:
    """`[{"group_id", "option_id"}]` of what shall be neither chosen nor left out."""
    places = [*((one.group, one.option) for one in choices.taken_off), *choices.as_usual]
    return [{"group_id": group.id, "option_id": option.id} for group, option in places]


def with_defaults(chosen: Iterable[Chosen], groups: Iterable[OptionGroup]) -> list[Chosen]:
    """What was chosen, and the default of each group that must not be empty or sets the price."""
    every = list(chosen)
    taken = {one.group.id for one in every}
    for group in groups:
        if (group.min > 0 or group.replaces_price) and group.id not in taken:
            every += [Chosen(group, one) for one in group.options if one.id == group.default]
    return every


def removal_notes(choices: Choices) -> list[str]:
    """What a new line shall be without though the menu knows no such removal."""
    return [*choices.notes, *(one.words for one in choices.taken_off)]


def change_notes(choices: Choices) -> list[str]:
    """What the kitchen is told of a change: things without a removal of their own.

    Extra chutney taken off is chutney as usual: of who wants no chutney the kitchen has to know.
    """
    extras = (
        one.words
        for one in choices.taken_off
        if measure(words_of(one.option.name)).amount == "extra"
        and measure(words_of(one.words)).amount is None
    )
    return [*choices.notes, *extras]


def note_of(removals: Iterable[str], note: str | None) -> str | None:
    """The note to the kitchen: removals the menu has no option for, then the customer's own."""
    parts = [f"no {thing}" for thing in dict.fromkeys(removals)]
    if note:
        parts.append(note)
    return ", ".join(parts)[:MOST_NOTE] or None


def option_words(chosen: Iterable[Chosen]) -> list[Json]:
    """The choices as words a button carries: "#12", "extra #12", "2 #12"."""
    words: list[Json] = []
    for one in chosen:
        handle = f"#{one.option.no}"
        if one.amount:
            handle = f"{one.amount} {handle}"
        words.append(handle if one.count == 1 else f"{one.count} {handle}")
    return words


def removal_words(choices: Choices) -> list[Json]:
    """The removals as words a button carries."""
    return [*(f"#{option.no}" for _, option in choices.removed), *removal_notes(choices)]
