"""choose_language: "/language hi", "reply in Hindi": what one of the staff is answered in."""

from tools.kit.params import MaybeSaid
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.language import LanguageChosen, WhichLanguage, language_meant, offered_by


@tool()
async def choose_language(turn: Turn, language: MaybeSaid = None) -> LanguageChosen | WhichLanguage:
    """Choose the language of the replies to oneself.

    Notices to a room stay in the shop's.
    """
    offered = offered_by(turn.tenant)
    chosen = language_meant(language or "", offered)
    if chosen is None:
        return WhichLanguage(view=await turn.call("record_turn"), offered=offered)
    return LanguageChosen(view=await turn.call("choose_language", chosen), language=chosen)
