"""Models for tests: providers behind no network."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from bot.intent.chain import Chain
from bot.intent.provider import Answer, Question, Tokens
from bot.intent.rules import RuleParser
from tests.support.shop import Shop, all_tools
from tools.kit.call import Json

TOKENS = Tokens(400, 40, Decimal("0.00006"))


@dataclass
class Model:
    """A provider that answers what it was told to, whatever it is asked; 440 tokens each time."""

    says: str = ""
    name: str = "model"
    tokens: Tokens = TOKENS
    asked: list[str] = field(default_factory=list)

    async def ask(self, question: Question) -> Answer:
        """Answer at once."""
        self.asked.append(question.text)
        return Answer(self.says, self.tokens)

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Obedient:
    """A provider that does with every text whatever a test thinks worst."""

    worst: Callable[[str], str]
    name: str = "obedient"

    async def ask(self, question: Question) -> Answer:
        """Obey."""
        return Answer(self.worst(question.text), TOKENS)

    async def close(self) -> None:
        """Nothing is open."""


def with_model(shop: Shop, model: Model | Obedient) -> Shop:
    """The shop with a model that reads before the rules do."""
    return shop.reading_with(Chain([model], RuleParser(), all_tools()))


def answer_of(*calls: dict[str, Json]) -> str:
    """A model's answer with these calls."""
    return json.dumps({"calls": list(calls)})
