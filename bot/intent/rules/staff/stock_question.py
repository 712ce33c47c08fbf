"""Questions about stock: "how many vadas left", "is idly sold out", "what do we have in stock"."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.words import OTHER_MATTERS, SMALL, all_known, asks, denies, names_in
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call
from tools.resolve.staff.stock_words import change_of

_COUNTS = word_set("stock stocks inventory left remaining count many")
"""Each asks for a number of pieces, whatever of."""
_TO_BE_HAD = word_set("available have got out sold 86 86d 86ed any enough over finished gone back")
_LOOKS = word_set("check show count see list tell view stock stocks inventory")
_AROUND = (
    SMALL
    | _COUNTS
    | _TO_BE_HAD
    | _LOOKS
    | word_set("how what whats which much do does did still me can could know low running level")
    | word_set("levels again yet more status on hand report sell selling serve make list")
)


def read_stock_question(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a question how many there are, of one dish or of all that is counted."""
    words = {token.word for token in tokens if token.kind != "break"}
    numbers = [token for token in tokens if token.kind == "number" and token.word != "86"]
    looks = not words.isdisjoint(_LOOKS)
    if numbers or words & OTHER_MATTERS or denies(tokens) or not (asks(tokens) or looks):
        return ()
    names = names_in(tokens, _AROUND)
    counts = not words.isdisjoint(_COUNTS)
    told_to = any(all(map(change_of, name.split())) for name in names)
    if len(names) > 1 or told_to or not (counts or words & (_TO_BE_HAD | _LOOKS)):
        return ()
    if not names:
        of_all = words & (_COUNTS - {"many"}) or {"sold", "out"} <= words or words & {"86", "86d"}
        return (Call("check_stock"),) if of_all else ()
    return (Call("check_stock", {"item": names[0]}),) if counts or all_known(names, menu) else ()
