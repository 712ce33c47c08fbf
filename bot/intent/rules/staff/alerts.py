"""What a room shall be told of by itself: "tell us here when stock is low", "no payment alerts"."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call
from tools.kit.staff.alerts import alerts_meant

_ALERTS = word_set("alert alerts notification notifications notify notified warn warned ping")
_TELL = word_set("tell know inform message telling informing messaging")
_WHEN = word_set("when whenever if once time")
_NO = word_set("no stop dont not off mute without disable never remove end")
_LOOK = word_set("which what show list see")


def read_alerts(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a sentence about alerts; none for any other, or where it is about one dish."""
    said = [token.word for token in tokens if token.kind != "break"]
    words = frozenset(said)
    about = not _ALERTS.isdisjoint(words)
    if not about and (_TELL.isdisjoint(words) or _WHEN.isdisjoint(words)):
        return ()
    if any(token.isdecimal() for token in words) or menu.holds_dish(tokens):
        return ()
    kinds = alerts_meant(" ".join(said))
    if not kinds:
        return (Call("set_alerts"),) if about and not _LOOK.isdisjoint(words) else ()
    if about and not _LOOK.isdisjoint(words) and _TELL.isdisjoint(words):
        return (Call("set_alerts"),)
    to = "on" if _NO.isdisjoint(words) else "off"
    named = " ".join(word for word in said if word not in _NO | _ALERTS | _TELL | _WHEN)
    return (Call("set_alerts", {"alerts": named, "to": to}),)
