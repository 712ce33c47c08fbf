"""Questions about sales: "what's my revenue today?", "how much did we make last week"."""

from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import POLITE, word_set
from tools.kit.call import Call
from tools.resolve.staff.period import OTHER_TIMES

_SALES = word_set(
    "revenue revenues sales turnover takings earnings income collection collections business report"
    " summary figures bestseller bestsellers seller sellers selling average"
)
_COUNTED = word_set(
    "numbers doing make made earn earned sell sold take taken took orders money sale"
)
_PERIOD = word_set(
    "today todays yesterday yesterdays week weeks weekly month months monthly this last previous"
    " daily day days"
)
_TIMES = _PERIOD | OTHER_TIMES
_AROUND = POLITE | word_set(
    "what whats which is was were are how hows much many did do does have has had been we i our my"
    " the a an of for in on so far total overall shop store tell me show give us get got come came"
    " items item dishes dish order value till until now number count going look best top"
    " most popular and by"
)


def read_report(tokens: Tokens) -> tuple[Call, ...]:
    """The call of a sentence that is about sales and, at most, a period."""
    words = [token for token in tokens if token.kind != "break"]
    known = {token.word for token in words if token.kind == "word"}
    counts = known & _COUNTED and known & (_TIMES | {"how", "what", "whats", "total"})
    if not (known & _SALES or counts) or not known <= _SALES | _COUNTED | _TIMES | _AROUND:
        return ()
    period = said([token for token in words if token.word in _TIMES or token.kind == "number"])
    return (Call("sales_report", {"period": period} if period else {}),)
