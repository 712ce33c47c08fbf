"""add_to_cart: "add 2 idly", "one more", "2 idly and a masala dosa, no onion"."""

from collections.abc import Sequence

from tools.kit.call import Json
from tools.kit.params import Lines
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.adding import Adding
from tools.resolve.ask import as_said, carry
from tools.resolve.order_line import Ready, resolve_lines
from tools.resolve.override import add_anyway
from tools.results.added import Added, Asked
from tools.results.questions import NoSuchDish, Question

_MOST_CARRIED = 24


@tool(says=("add 2 idly", "also add 1 masala dosa", "add one more", "I'd like a filter coffee"))
async def add_to_cart(turn: Turn, lines: Lines) -> Added:
    """Put dishes in the cart, or more of one.

    Lines that are clear are added in one call; the first that is not is asked about, as is what
    goes against the customer's rules. A dish that cannot be had is left out beside others, and it
    is said why. Raises what `app.add_to_cart` refuses otherwise: then nothing is added.
    """
    resolved = resolve_lines(turn, lines)
    asked = [(line, one) for line, one in resolved if isinstance(one, Question)]
    ready = [(line, one) for line, one in resolved if isinstance(one, Ready)]
    unmet: list[Json] = [
        {"words": one.words, "quantity": one.quantity}
        for _, one in asked
        if isinstance(one, NoSuchDish)
    ]
    adding = Adding(turn, ready, unmet, beside=bool(asked))
    view = await adding.run()
    asked += adding.asked
    refused = tuple(adding.refused)
    if adding.conflicting and not asked:
        question: Question = add_anyway(turn, adding.conflicting)
        return Asked(view=view, question=question, refused=refused, later=adding.later)
    if not asked:
        return Added(view=view, refused=refused, later=adding.later)
    (_, question), *others = asked
    waiting = [as_said(line) for line, _ in others]
    waiting += [one.said for _, one, _ in adding.conflicting]
    if _fit_a_button(waiting):
        return Asked(
            view=view, question=carry(question, waiting), refused=refused, later=adding.later
        )
    names = [line.item for line, _ in others]
    names += [one.item_name for _, _, one in adding.conflicting]
    unasked = tuple(dict.fromkeys(name for name in names if name))
    return Asked(view=view, question=question, unasked=unasked, refused=refused, later=adding.later)


def _fit_a_button(lines: Sequence[dict[str, Json]]) -> bool:
    """Whether the lines are short enough to wait inside the answers to a question."""
    plain = all(line.keys() <= {"item", "quantity"} for line in lines)
    return plain and sum(len(str(line.get("item", ""))) for line in lines) <= _MOST_CARRIED
