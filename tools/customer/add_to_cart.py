"""add_to_cart: "add 2 idly", "one more", "2 idly and a masala dosa, no onion"."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from tools.kit.call import Json
from tools.kit.params import OrderLine
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.ask import carry
from tools.resolve.order_line import Ready, resolve_line
from tools.results.added import Added, Asked
from tools.results.questions import Question

_MOST_CARRIED = 24
Lines = Annotated[list[OrderLine], Field(min_length=1, max_length=20)]


@tool(says=("add 2 idly", "also add 1 masala dosa", "add one more", "I'd like a filter coffee"))
async def add_to_cart(turn: Turn, lines: Lines) -> Added:
    """Put dishes in the cart, or more of one.

    Lines that are clear are added in one call; the first that is not is asked about. A dish that
    cannot be had now is left out beside others. Raises what `app.add_to_cart` refuses: then nothing
    is added.
    """
    resolved = [resolve_line(turn, line) for line in lines]
    questions = [one for one in resolved if isinstance(one, Question)]
    ready = [one for one in resolved if isinstance(one, Ready)]
    to_be_had = [one for one in ready if one.to_be_had]
    if not (to_be_had or questions):
        to_be_had = ready
    rows: list[Json] = [one.row for one in to_be_had]
    view = await (turn.call("add_to_cart", rows) if rows else turn.call("record_turn"))
    left_out = tuple(one.name for one in ready if one not in to_be_had)
    if not questions:
        return Added(view=view, left_out=left_out)
    unclear = [line for line, one in zip(lines, resolved, strict=True) if isinstance(one, Question)]
    question, others = questions[0], unclear[1:]
    if _fit_a_button(others):
        return Asked(view=view, question=carry(question, others), left_out=left_out)
    return Asked(view=view, question=question, unasked=_names(others), left_out=left_out)


def _fit_a_button(lines: Sequence[OrderLine]) -> bool:
    """Whether the lines are short enough to wait inside the answers to a question."""
    plain = all(not (line.options or line.without or line.note) for line in lines)
    return plain and sum(len(line.item or "") for line in lines) <= _MOST_CARRIED


def _names(lines: Sequence[OrderLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.item for line in lines if line.item))
