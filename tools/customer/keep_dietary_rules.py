"""keep_dietary_rules: the button "Remember for next time"."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.dietary import RulesKept


@tool()
async def keep_dietary_rules(turn: Turn) -> RulesKept:
    """Remember the customer's rules for his next sessions, as he agreed."""
    return RulesKept(view=await turn.call("keep_dietary_rules"))
