"""Conversation files: what a customer says, what the bot must answer, what the cart comes to."""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "conversations"


@dataclass
class Exchange:
    """One message.

    `bot` are pieces the reply must contain; `order` is total, order type and payment method.
    """

    customer: str
    bot: list[str] = field(default_factory=list)
    total: str | None = None
    order: str | None = None


def read_conversation(name: str) -> list[Exchange]:
    """The exchanges of tests/conversations/<name>.txt, in order."""
    exchanges: list[Exchange] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, words = line.partition(": ")
        if kind == "customer":
            exchanges.append(Exchange(words))
        elif kind == "bot":
            exchanges[-1].bot.append(words)
        elif kind == "total":
            exchanges[-1].total = words
        elif kind == "order":
            exchanges[-1].order = words
        else:
            raise ValueError(
                f"{name}.txt: {line!r} begins with none of customer, bot, total, order"
            )
    return exchanges
