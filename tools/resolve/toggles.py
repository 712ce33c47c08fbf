"""The choices of a dish as buttons that carry the page's whole state."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.kit.call import Call, Json
from tools.menu import Choices, Chosen, MenuItem, Option, OptionGroup, Place
from tools.resolve.payload import option_words
from tools.results.dish import Toggle

MOST_TOGGLES = 40


@dataclass(frozen=True, slots=True)
class Picked:
    """What has been pressed so far."""

    item: MenuItem
    chosen: tuple[Chosen, ...]
    removed: tuple[Place, ...]

    @classmethod
    def of(cls, item: MenuItem, choices: Choices) -> "Picked":
        """The clear part of what the options of a call say."""
        return cls(item, tuple(choices.chosen), tuple(choices.removed))

    def toggles(self, groups: Sequence[OptionGroup]) -> tuple[Toggle, ...]:
        """A toggle for each available option, as many as a message may carry."""
        every = [
            self._toggle(group, option)
            for group in groups
            for option in group.options
            if option.available
        ]
        return tuple(every[:MOST_TOGGLES])

    def price(self) -> Decimal:
        """One dish with the chosen options."""
        extras = (one.option.price_delta * one.count for one in self.chosen)
        return sum(extras, start=self.item.price)

    def add(self) -> Call:
        """Puts one in the cart."""
        line: dict[str, Json] = {
            "item": f"#{self.item.no}",
            "quantity": 1,
            "options": option_words(self.chosen),
            "without": [f"#{option.no}" for _, option in self.removed],
        }
        return Call(
            "add_to_cart", {"lines": [{key: value for key, value in line.items() if value}]}
        )

    def _toggle(self, group: OptionGroup, option: Option) -> Toggle:
        leaves_out = group.negatable and group.max != 1 and option.price_delta == 0
        after = self._without(group, option) if leaves_out else self._with(group, option)
        return Toggle(
            name=option.name,
            price_delta=option.price_delta,
            chosen=self._has(group, option, leaves_out),
            leaves_out=leaves_out,
            press=after._page(),
        )

    def _has(self, group: OptionGroup, option: Option, leaves_out: bool) -> bool:
        """Whether it is on. The default of a group is, until another is chosen."""
        if leaves_out:
            return (group, option) in self.removed
        own = [one.option.id for one in self.chosen if one.group.id == group.id]
        return option.id in own or (not own and option.id == group.default)

    def _with(self, group: OptionGroup, option: Option) -> "Picked":
        """The option turned round; the oldest of its group gives way when there is no room."""
        others = tuple(one for one in self.chosen if one.option.no != option.no)
        if len(others) < len(self.chosen):
            return Picked(self.item, others, self.removed)
        rivals = [one for one in others if one.group.id == group.id]
        if not group.allows(len(rivals) + 1):
            others = tuple(one for one in others if one is not rivals[0])
        return Picked(self.item, (*others, Chosen(group, option)), self.removed)

    def _without(self, group: OptionGroup, option: Option) -> "Picked":
        others = tuple(place for place in self.removed if place != (group, option))
        if len(others) == len(self.removed):
            others = (*others, (group, option))
        return Picked(self.item, self.chosen, others)

    def _page(self) -> Call:
        removed: list[Json] = [f"no #{option.no}" for _, option in self.removed]
        options = [*option_words(self.chosen), *removed]
        args: dict[str, Json] = {"item": f"#{self.item.no}"}
        return Call("choose_options", {**args, "options": options} if options else args)
