"""did_you_mean: an order of which some words were not understood, asked about as a whole."""

from tools.kit.params import Lines
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve import ask
from tools.resolve.order_line import Ready, resolve_lines
from tools.results.added import Asked
from tools.results.questions import Question


@tool()
async def did_you_mean(turn: Turn, lines: Lines) -> Asked:
    """Ask whether what was understood of an order is meant.

    Nothing is put in the cart. What has to be asked about a line is asked instead; the answer
    brings the others.
    """
    view = await turn.call("record_turn")
    resolved = resolve_lines(turn, lines)
    ready = [(line, one) for line, one in resolved if isinstance(one, Ready)]
    questions = [one for _, one in resolved if isinstance(one, Question)]
    said = [one.said for _, one in ready]
    if questions:
        return Asked(view=view, question=ask.carry(questions[0], said))
    meant = [(line, one.item) for line, one in ready if one.item]
    return Asked(view=view, question=ask.did_you_mean(turn, meant, said))
