"""What has been pressed on a dish's pages: nothing but what a button carries, so nothing is kept.

A pick is how an option is wished: "" as it is, "extra", "light", "2" …, or "no" without it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tools.kit.call import Json
from tools.kit.view import CartLine
from tools.menu import Choices, Chosen, MenuItem, Option, OptionGroup, Place
from tools.resolve.payload import with_defaults

LEFT_OUT = "no"
_TAKEN_BACK = "usual"
MOST_PICKS = 16


@dataclass(frozen=True, slots=True)
class Picks:
    """The picks of a dish by the number of the option.

    `before` is how a line of the cart stands (nothing for a new dish); `now` is what was pressed,
    None where a pick of the line is taken back.
    """

    item: MenuItem
    groups: Sequence[OptionGroup]
    before: Mapping[int, str]
    now: Mapping[int, str | None]

    @classmethod
    def of(
        cls, item: MenuItem, groups: Sequence[OptionGroup], said: Choices, line: CartLine | None
    ) -> "Picks":
        """What a call says, on top of the line it is about."""
        before = _of_line(groups, line) if line else {}
        now: dict[int, str | None] = {one.option.no: _how(one) for one in said.chosen}
        now |= {option.no: LEFT_OUT for _, option in said.removed}
        now |= {option.no: None for _, option in said.as_usual}
        return cls(item, groups, before, now)

    @property
    def full(self) -> bool:
        """Whether a button can carry no more. What is in the cart need not be carried."""
        return len(self.now) >= MOST_PICKS

    def how(self, option: Option) -> str | None:
        """How the option is wished; None when nothing was said of it."""
        return self._all().get(option.no)

    def taken(self, group: OptionGroup) -> list[Chosen]:
        """What is chosen of a group."""
        every = self._all()
        return [
            _chosen(group, option, every[option.no])
            for option in group.options
            if every.get(option.no, LEFT_OUT) != LEFT_OUT
        ]

    def left_out(self, group: OptionGroup) -> list[Option]:
        """What of a group shall not be in it."""
        every = self._all()
        return [option for option in group.options if every.get(option.no) == LEFT_OUT]

    def count(self, group: OptionGroup) -> int:
        """How many of a group are chosen, two shots as two."""
        return sum(one.count for one in self.taken(group))

    def by_default(self, group: OptionGroup) -> Option | None:
        """What of a group one gets without choosing."""
        if self.taken(group):
            return None
        usual = (option for option in group.options if option.id == group.default)
        return next((option for option in usual if self.how(option) is None), None)

    def missing(self) -> OptionGroup | None:
        """The first group that has to be chosen from yet."""
        return next(
            (group for group in self.groups if group.needs_more_than(self.count(group))), None
        )

    def put(self, group: OptionGroup, option: Option, how: str | None) -> "Picks":
        """The option in another way; in a group for one it takes the place of the other."""
        now = dict(self.now)
        if group.max == 1 and how not in (None, LEFT_OUT):
            for rival in self.taken(group):
                _note(now, self.before, rival.option.no, None)
        _note(now, self.before, option.no, how)
        return replace(self, now=now)

    def words(self) -> list[Json]:
        """What was pressed, as words a button carries, in the order of the numbers."""
        return [_words(no, how) for no, how in sorted(self.now.items())]

    def price(self) -> Decimal:
        """One piece, as SQL will reckon it."""
        chosen = [one for group in self.groups for one in self.taken(group)]
        return price_of(self.item, with_defaults(chosen, self.groups))

    def _all(self) -> dict[int, str]:
        both = {**self.before, **self.now}
        return {no: how for no, how in both.items() if how is not None}


def eased(picks: Picks, pressed: int | None) -> tuple[Picks, OptionGroup | None]:
    """The picks without what the last press had no room for, and the group that was full."""
    group = next((one for one in picks.groups if not one.allows(picks.count(one))), None)
    if group is None or group.max is None:
        return picks, None
    over = picks.count(group) - group.max
    for one in picks.taken(group):
        if pressed in (None, one.option.no) and one.option.no in picks.now:
            left = one.count - over
            how = {1: ""}.get(left, str(left)) if left > 0 else picks.before.get(one.option.no)
            now = {no: pick for no, pick in picks.now.items() if no != one.option.no}
            return replace(picks, now=now).put(group, one.option, how), group
    return picks, group


def price_of(item: MenuItem, chosen: Iterable[Chosen]) -> Decimal:
    """One dish with these options, as SQL reckons it: a variant's price in place of the dish's."""
    price, extras = item.price, Decimal(0)
    for one in chosen:
        if one.group.replaces_price and one.option.price is not None:
            price = one.option.price
        else:
            extras += one.option.price_delta * one.count
    return max(Decimal(0), price + extras)


def _note(now: dict[int, str | None], before: Mapping[int, str], no: int, how: str | None) -> None:
    """Keep a pick only where it differs from how the line stands."""
    now.pop(no, None)
    if how != before.get(no):
        now[no] = how


def _words(no: int, how: str | None) -> Json:
    return f"{_TAKEN_BACK if how is None else how} #{no}".lstrip()


def _how(one: Chosen) -> str:
    return str(one.count) if one.count > 1 else one.amount or ""


def _chosen(group: OptionGroup, option: Option, how: str) -> Chosen:
    if how.isdigit():
        return Chosen(group, option, count=int(how))
    return Chosen(group, option, how or None)


def _of_line(groups: Sequence[OptionGroup], line: CartLine) -> dict[int, str]:
    """How a line of the cart stands, as far as the menu still knows its options."""
    places: dict[tuple[str, str], Place] = {
        (group.id, option.id): (group, option) for group in groups for option in group.options
    }
    picks: dict[int, str] = {}
    for one in line.options:
        if place := places.get((one.group_id, one.option_id)):
            picks[place[1].no] = str(one.count) if one.count > 1 else one.amount or ""
    for thing in line.without:
        if place := places.get((thing.group_id, thing.option_id)):
            picks[place[1].no] = LEFT_OUT
    return picks
