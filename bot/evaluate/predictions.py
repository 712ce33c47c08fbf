"""What came of a case, in the format the scorer of the corpus reads."""

import json
from collections.abc import Iterable
from pathlib import Path

from bot.evaluate.lines import Line, Record
from bot.reply import Source


class CallMade(Record):
    """A call the sentence came down to."""

    tool: str
    args: dict[str, object]


class Turned(Record):
    """A turn: the whole cart after it as PostgreSQL has it, and how it came about.

    An order that was placed took the cart with it: then `cart` is what was ordered. `error` is what
    went wrong in the program, where something did.
    """

    intent: str | None = None
    cart: tuple[Line, ...] = ()
    order_placed: bool = False
    source: Source | None = None
    calls: tuple[CallMade, ...] = ()
    reply: str | None = None
    error: str | None = None


class Prediction(Record):
    """A case's turns, on a menu. A case that is one sentence has one."""

    id: str
    menu: str
    dialog: bool
    turns: tuple[Turned, ...]

    def line(self) -> str:
        """A dialog tells its turns; a sentence tells its one turn beside the id."""
        turns = [turn.model_dump(mode="json", exclude_none=True) for turn in self.turns]
        told = {"turns": turns} if self.dialog else turns[0]
        return json.dumps({"id": self.id, "menu": self.menu, **told}, ensure_ascii=False)


def write_predictions(predictions: Iterable[Prediction], path: Path) -> None:
    """Write them one a line: the whole file, or nothing. Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    part.write_text("".join(f"{each.line()}\n" for each in predictions), "utf-8")
    part.replace(path)
