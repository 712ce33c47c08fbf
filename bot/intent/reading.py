"""What understanding a sentence gives, and what can give it."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.reply import Source, Usage
from tools.kit.call import Call
from tools.kit.turn import Role
from tools.menu import Menu


@dataclass(frozen=True, slots=True)
class Reading:
    """One to three calls, who found them, what that cost, and how sure the rules are of them.

    `confidence` is from 0 to 1. What a model or a button says is not judged: it is 1. `instead` is
    what the rules read where a model did, unless they doubt it.
    """

    calls: tuple[Call, ...]
    source: Source
    usage: Usage = field(default_factory=Usage)
    confidence: float = 1.0
    instead: tuple[Call, ...] = ()


class Classifier(Protocol):
    """Turns a sentence into calls. Never raises for what a customer or a model wrote."""

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        """The calls the sentence means. `menu` is for rules only: no menu ever goes to a model.

        `may`: a model is told of no other tools of the role than these; None: of all.
        """
        ...
