"""What understanding a sentence gives, and what can give it."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.reply import Source, Usage
from tools.kit.call import Call
from tools.kit.turn import Role
from tools.menu import Menu


@dataclass(frozen=True, slots=True)
class Reading:
    """One to three calls, who found them, and what that cost."""

    calls: tuple[Call, ...]
    source: Source
    usage: Usage = field(default_factory=Usage)


class Classifier(Protocol):
    """Turns a sentence into calls. Never raises for what a customer or a model wrote."""

    async def read(self, text: str, menu: Menu, role: Role) -> Reading:
        """The calls the sentence means. `menu` is for rules only: no menu ever goes to a model."""
        ...
