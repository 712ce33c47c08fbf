"""Acts of changing: "change the coffee to tea", "make it large", "one more of those"."""

from collections.abc import Sequence

from bot.intent.rules.edit.about import target_in, tell_of
from bot.intent.rules.edit.acts import Act, Kind
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.stretch import Stretch


def read_change(stretch: Stretch) -> Act | None:
    """ "The coffee to tea", "it large", "from the coffee to a tea"."""
    lexes = stretch.plain
    if lexes[:1] and lexes[0].role == "by":
        return stretch.act("replace" if stretch.verb == "replace" else "change", (), lexes[1:])
    if split := stretch.split(lexes):
        return _from(stretch, *split)
    old, new = target_in(lexes)
    if old and new and new[0].role != "join":
        return stretch.act("change", old, new)
    whole = stretch.phrase(lexes)
    if whole and whole.order and not (whole.dish or whole.how or whole.number):
        return Act("nothing")  # "I want to change my order"
    replaces = stretch.verb == "replace" and whole and not whole.empty
    return Act("replace", whole) if replaces else None


def read_make(stretch: Stretch) -> Act | None:
    """ "It large", "the coffee large", "that 2": first what it is about."""
    lexes = stretch.plain
    if stretch.verb == "make" and (act := _set_to(stretch, lexes)):
        return act
    old, new = target_in(lexes) if stretch.verb == "make" else ((), lexes)
    if new and new[0].word == "with" and any(one.is_dish and not one.is_option for one in new):
        return None  # "make that with two teas" orders them
    if new and (old or stretch.verb == "meant"):
        return stretch.act("change", old, new)
    return None


def read_more(stretch: Stretch) -> Act | None:
    """ "The idly by 2" is so many more or less, "the idly to 2" how many there shall be."""
    kind: Kind = "more" if stretch.verb == "more" else "less"
    at = next((at for at, one in enumerate(stretch.lexes) if one.role == "by"), None)
    if at is None:
        phrase = stretch.phrase(stretch.lexes)
        if phrase is None or phrase.number is None:
            return None
        return Act("change" if phrase.counted else kind, phrase, phrase, lexes=stretch.lexes)
    act = stretch.act(kind, stretch.lexes[:at], stretch.lexes[at + 1 :])
    if act and act.new and act.new.number is not None and stretch.lexes[at].word in {"to", "as"}:
        act.kind = "change"
    return act


def _from(stretch: Stretch, old: Sequence[Lex], new: Sequence[Lex]) -> Act | None:
    """ "The coffee from small | large"; most changes do not say from what."""
    begun = next((at for at, one in enumerate(old) if one.role == "from"), None)
    if begun is None:
        if place := _lies_on(stretch, old):
            act, target = stretch.act("change", old[:place], new), stretch.phrase(old[place + 1 :])
            return tell_of(act, target) if act and target else None
        return stretch.act("change", old, new)
    act, target = stretch.act("change", old[begun + 1 :], new), stretch.phrase(old[:begun])
    return tell_of(act, target) if act and target else None


def _lies_on(stretch: Stretch, old: Sequence[Lex]) -> int:
    """ "The cheese | on | the dosa": the place of the word between; 0: nothing lies on it."""
    at = next((at for at, one in enumerate(old) if one.word in {"on", "in"}), 0)
    only_how = any(one.is_option for one in old[:at]) and not any(
        one.is_dish and not one.is_option for one in old[:at]
    )
    return at if only_how and any(one.is_dish for one in old[at + 1 :]) else 0


def _set_to(stretch: Stretch, lexes: Sequence[Lex]) -> Act | None:
    """ "Set the idly to 3": a number, or how it shall be; "to" goes before no dish here."""
    at = next((at for at, one in enumerate(lexes) if (one.role, one.word) == ("by", "to")), 0)
    act = stretch.act("change", lexes[:at], lexes[at + 1 :]) if at else None
    return act if act and act.new and not act.new.dish else None
