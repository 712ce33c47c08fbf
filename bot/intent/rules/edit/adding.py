"""Acts of adding, in words that may as well change: "cheese to the dosa", "one less"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.intent.rules.edit.about import TARGETS, is_for
from bot.intent.rules.edit.acts import Act, Kind
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.edit.stretch import Stretch, in_parts
from bot.intent.rules.words.vocabulary import NO


def read_add(stretch: Stretch) -> Act | None:
    """What shall come; options may come to something: "cheese to the dosa"."""
    lexes = stretch.plain
    instead = stretch.instead
    swapped = _swapped(stretch, in_parts(lexes)) if instead else None
    if act := swapped or _done_to(stretch, lexes):
        return act
    phrase = stretch.phrase(lexes)
    if phrase and _whole(stretch, phrase):
        return Act("change", phrase, phrase, instead, lexes)
    if act := _comes_to(stretch, lexes):
        return act
    if phrase is None or (phrase.empty and not phrase.more):
        return Act("add", instead=instead, lexes=lexes) if lexes else None
    if phrase.points and not (phrase.how or phrase.dish or phrase.place or phrase.more):
        return None if stretch.verb else Act("nothing")
    return _plain(stretch, phrase, lexes, instead=instead)


def _swapped(stretch: Stretch, parts: Sequence[Sequence[Lex]]) -> Act | None:
    """ "No onion, garlic instead"."""
    if len(parts) != 2 or parts[0][0].role != "no":
        return None
    return stretch.act("replace", parts[0][1:], parts[1])


def _done_to(stretch: Stretch, lexes: Sequence[Lex]) -> Act | None:
    """ "Warm the muffin", "warm that": how something shall be made, then what."""
    at = next((at for at, one in enumerate(lexes) if not one.is_option), 0)
    if stretch.verb or not at or lexes[at].role not in {"the", "my", "that", "it"}:
        return None
    act = stretch.act("change", lexes[at:], lexes[:at])
    return act if act and act.old and (act.old.dish or act.old.points) else None


def _whole(stretch: Stretch, one: Phrase) -> bool:
    """ "All items 3", "idly quantity 3", "one of them large": it says of what, and how."""
    counted = one.counted and not stretch.verb and one.number is not None and one.dish
    every = one.every and (one.number is not None or one.how)
    return bool(every or counted or (one.share is not None and one.how))


def _comes_to(stretch: Stretch, lexes: Sequence[Lex]) -> Act | None:
    """ "Cheese to the dosa", "the idly as 3"."""
    for at, one in enumerate(lexes):
        if one.role == "by" and one.word in TARGETS and at:
            act = stretch.act("change", lexes[at + 1 :], lexes[:at])
            if act and is_for(act, one.word):
                return act
        if one.role == "by" and one.word == "as" and at and not stretch.verb:
            return stretch.act("change", lexes[:at], lexes[at + 1 :])
    return None


def _plain(stretch: Stretch, phrase: Phrase, lexes: Sequence[Lex], *, instead: bool) -> Act:
    """ "One less", "one more of those", "my coffee large", "a tea instead", "a tea"."""
    only = stretch.verb == "just" and stretch.tokens[0].word in NO
    if only and phrase.dish and phrase.number is not None and not phrase.how:
        return Act("change", phrase, phrase, instead, lexes)  # "no, I only want one tea"
    new = phrase.dish or phrase.article or phrase.number is not None or phrase.more
    if stretch.verb == "add" and phrase.points and phrase.how and not new:
        return Act("change", None, phrase, instead, lexes)  # "can I get that without onion"
    if phrase.fewer and phrase.number is not None:
        return Act("less", phrase, phrase, instead, lexes)
    if phrase.more and phrase.points and phrase.share and not phrase.dish:
        return Act("more", None, replace(phrase, number=phrase.share), instead, lexes)
    if phrase.mine and phrase.dish and phrase.behind:
        return Act("own", phrase, phrase, instead, lexes)
    if instead and (phrase.dish or phrase.how):
        return Act("change", None, phrase, instead, lexes)
    kind: Kind = "just" if stretch.verb == "just" else "add"
    return Act(kind, None, phrase, instead, lexes, led=bool(stretch.verb))
