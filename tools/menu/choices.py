"""What was said about a dish's options, resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tools.menu.model import Option, OptionGroup

Place = tuple[OptionGroup, Option]


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option as ordered. `amount` is one of the group's; `count` is for countable options."""

    group: OptionGroup
    option: Option
    amount: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class TakenOff:
    """An option that shall not be on the dish, in the customer's words and as the menu has it."""

    words: str
    group: OptionGroup
    option: Option


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that fit several options: ask which. Each candidate is as it would be ordered."""

    words: str
    candidates: tuple[Chosen, ...]


@dataclass(slots=True)
class Choices:
    """What was said about a dish, resolved.

    `removed` are options of negatable groups; `taken_off` are options of other groups, which can
    only be taken back; `as_usual` are those a button takes back, neither chosen nor left out;
    `notes` are removals the menu has no option for; `unknown` fits nothing.
    """

    chosen: list[Chosen] = field(default_factory=list)
    removed: list[Place] = field(default_factory=list)
    taken_off: list[TakenOff] = field(default_factory=list)
    as_usual: list[Place] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def clear(self) -> bool:
        """Whether every word found its place."""
        return not self.unknown and not self.doubts

    @property
    def contradicted(self) -> Chosen | None:
        """The first option that was both chosen and left out."""
        off = [*self.removed, *((one.group, one.option) for one in self.taken_off)]
        left_out = {(group.id, option.id) for group, option in off}
        both = (one for one in self.chosen if (one.group.id, one.option.id) in left_out)
        return next(both, None)

    def missing(self, groups: Iterable[OptionGroup]) -> OptionGroup | None:
        """The first group that has to be asked for."""
        return next((group for group in groups if group.needs_more_than(self._count(group))), None)

    def crowded(self, groups: Iterable[OptionGroup]) -> OptionGroup | None:
        """The first group of which more was chosen than it allows."""
        return next((group for group in groups if not group.allows(self._count(group))), None)

    def _count(self, group: OptionGroup) -> int:
        return sum(chosen.count for chosen in self.chosen if chosen.group.id == group.id)
