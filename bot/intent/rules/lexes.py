"""A message that may change the cart, as words by what they do in it: verbs, names, pointers …"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.intent.rules.edit_words import FIRST, LONGEST, PHRASES, SMALL, VERBS, Role, mended
from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.small_words import TELLERS, is_adverb
from bot.intent.rules.span import Span
from bot.intent.rules.tokens import Token, Tokens, said
from tools.menu import Ambiguous, Match, Menu, Missing, fold, words_of

_DOES = VERBS | {"name", "number", "option", "kind", "add", "should", "should not", "no", "not"}
"""What a clause does, or does it with."""


@dataclass(slots=True)
class Lex:
    """Some tokens and what they do. A name has its span; of a kind of dish there may be several."""

    role: Role
    begin: int
    end: int
    word: str = ""
    number: int | str = 0
    span: Span | None = None

    @property
    def is_dish(self) -> bool:
        """Whether it may name a dish."""
        return self.role == "kind" or bool(self.span and self.span.items)

    @property
    def is_part(self) -> bool:
        """Whether it is no dish's whole name: a kind of dish, or a word of several names."""
        return self.role == "kind" or bool(self.span and self.span.partly)

    @property
    def is_option(self) -> bool:
        """Whether it may name an option."""
        return self.role == "option" or bool(self.span and self.span.options)


def lex(tokens: Tokens, menu: MenuWords) -> list[Lex]:
    """The words that count, in order. Names of the menu go before words of the language."""
    found: list[Lex] = []
    at = 0
    for span in _told_apart(tokens, menu):
        if span.begin < at:
            continue
        one = (
            _idiom(tokens, span) or _named(span, tokens) or _spoken(tokens, span.begin, span, menu)
        )
        if found and found[-1].role == "remove" and one.word in {"everything", "all"}:
            one = Lex("every", span.begin, span.end, one.word)  # on a menu with that topping, too
        at = one.end
        if one.role not in {"small", "told"}:
            found.append(one)
    found = _without_reasons(_found_together(found, tokens, menu), tokens)
    return [
        one
        for place, one in enumerate(found)
        if not (_only_denies(found, place) or _denies_all(found, place))
    ]


def _without_reasons(found: list[Lex], tokens: Tokens) -> list[Lex]:
    """What counts without a clause that tells why: "I'm too tired for that, make the tea strong".

    It names nothing of the menu, and another one does.
    """
    told: list[Lex] = []
    for clause in _clauses(found):
        begin = clause[0].begin
        while begin and tokens[begin - 1].kind != "break":
            begin -= 1
        strange = any(one.role == "unknown" for one in clause)
        if strange and tokens[begin].word in TELLERS and not _DOES & {one.role for one in clause}:
            told += clause
    rest = [one for one in found if one not in told]
    return rest if any(one.span for one in rest) else found


def _clauses(found: list[Lex]) -> Iterator[list[Lex]]:
    clause: list[Lex] = []
    for one in found:
        if one.role != "break":
            clause.append(one)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _told_apart(tokens: Tokens, menu: MenuWords) -> Iterator[Span]:
    """The spans; a verb that only resembles a word of the menu begins no name."""
    for span in menu.spans(tokens):
        verb = tokens[span.begin]
        only_like = PHRASES.get((verb.word,)) in VERBS and not _is_of_menu(verb, menu.menu)
        if span.kind == "name" and only_like:
            yield Span("frame", span.begin, span.begin + 1)
            rest = menu.spans(tokens[span.begin + 1 : span.end])
            yield from (
                replace(one, begin=one.begin + span.begin + 1, end=one.end + span.begin + 1)
                for one in rest
            )
        else:
            yield span


def _is_of_menu(token: Token, menu: Menu) -> bool:
    names = (menu.item_names, menu.every_option.names)
    return all(any(each.knows(fold(one)) for each in names) for one in words_of(token.text))


def _found_together(found: list[Lex], tokens: Tokens, menu: MenuWords) -> list[Lex]:
    """Words that are a dish only together, as the search has it: "south west salad"."""
    merged: list[Lex] = []
    for one in found:
        last = merged[-1] if merged else None
        apart = last is None or last.end != one.begin or "unknown" not in {last.role, one.role}
        if last is None or apart or not {last.role, one.role} <= {"unknown", "kind", "name"}:
            merged.append(one)
            continue
        words = tokens[last.begin : one.end]
        known = menu.knows_exactly(token.text for token in words)
        items = _meant(words, menu) if known else ()
        span = Span("name", last.begin, one.end, items=items)
        role: Role = "name" if items else "unknown"
        merged[-1] = Lex(role, last.begin, one.end, last.word, span=span if items else None)
    return merged


def _meant(words: Tokens, menu: MenuWords) -> tuple[int, ...]:
    """The dishes, by their places in the menu, that the search finds for the words."""
    match menu.find(said(words)):
        case Match(item=item, choices=""):
            return (item.place,)
        case Missing(nearest=nearest):
            return tuple(item.place for item in nearest)
        case Ambiguous(all=items, choices=""):
            return tuple(item.place for item in items)
    return ()


def _only_denies(found: list["Lex"], place: int) -> bool:
    """Whether "no" refuses no thing: "no, make it large"."""
    if found[place].role != "no" or found[place].word != "no":
        return False
    follows = _right_behind(found, place)
    if (
        follows
        and follows[0] is found[place + 1]
        and follows[0].is_dish
        and not follows[0].is_option
    ):
        found[place].role = "remove"  # "no brownie"
        return False
    return not (follows and follows[0].is_option)


def _right_behind(found: list[Lex], place: int) -> list[Lex]:
    """What comes next, with nothing but small words of a name before it."""
    end = found[place].end
    for one in found[place + 1 :]:
        if one.begin != end:
            return []
        if one.role not in {"article", "the", "amount"}:
            return [one]
        end = one.end
    return []


def _denies_all(found: list[Lex], place: int) -> bool:
    """ "It is not, …": nothing is told to be otherwise by it."""
    follows = found[place + 1 : place + 2]
    return found[place].role == "not" and (not follows or follows[0].role == "break")


def _counts_all(tokens: Tokens, at: int) -> bool:
    """ "Only 2": so many and no more."""
    return tokens[at].word == "only" and at + 1 < len(tokens) and tokens[at + 1].kind == "number"


def _named(span: Span, tokens: Tokens) -> Lex | None:
    if span.kind == "name":
        return Lex("name", span.begin, span.end, tokens[span.begin].word, span=span)
    if span.kind == "number":
        return Lex("number", span.begin, span.end, tokens[span.begin].word, span.number)
    return None


def _idiom(tokens: Tokens, span: Span) -> Lex | None:
    """Several words that are told beside a wish, though a name begins with the first of them."""
    if span.kind != "name":
        return None
    spoken = (tuple(token.word for token in tokens[span.begin : span.begin + n]) for n in (2, 3, 4))
    found = [words for words in spoken if PHRASES.get(words) == "told"]
    if not found or len(found[-1]) < span.end - span.begin:
        return None
    return Lex("told", span.begin, span.begin + len(found[-1]), tokens[span.begin].word)


def _spoken(tokens: Tokens, at: int, span: Span, menu: MenuWords) -> Lex:
    """The longest phrase of the language that begins here, else what the word is by itself."""
    first = mended(tokens[at].word)
    longest = LONGEST if first in FIRST else 1
    words = [first, *(mended(token.word) for token in tokens[at + 1 : at + longest])]
    for length in range(len(words), 0, -1):
        role = PHRASES.get(tuple(words[:length]))
        if length == 1 and words[0] in {"take", "leave"} and _goes_away(tokens, at):
            role = "remove"
        if role:
            return Lex(role, at, at + length, words[0])
    token = tokens[at]
    if token.word == "only":
        return Lex("quantity" if _counts_all(tokens, at) else "small", at, at + 1, token.word)
    return Lex(_by_itself(token, span, menu), at, at + 1, token.word)


def _goes_away(tokens: Tokens, at: int) -> bool:
    """ "Take the idly off", "leave that out", "take it away"; a "take away" is an order."""
    for place, token in enumerate(tokens[at + 1 :]):
        if token.kind == "break":
            return False
        if token.word in {"off", "out"} or (token.word == "away" and place):
            return True
    return False


def _by_itself(token: Token, span: Span, menu: MenuWords) -> Role:
    if span.kind == "break":
        return "break"
    if span.kind in {"no", "join"}:
        return "no" if span.kind == "no" else "join"
    if menu.names_category(token):
        return "kind"
    if span.kind in {"extra", "light"}:
        return "amount"
    if menu.knows_heading(token.text):
        return "heading"
    if span.kind in {"manner", "unknown"} and _is_of_option(token, menu.menu):
        return "option"
    return "small" if token.word in SMALL or is_adverb(token.word) else "unknown"


def _is_of_option(token: Token, menu: Menu) -> bool:
    """Whether it is part of an option's name: "thick", of Thick Crust."""
    said_so = [fold(one) for one in words_of(token.text)]
    known = bool(said_so) and all(map(menu.every_option.names.knows, said_so))
    return known and any(all(map(names.knows, said_so)) for names in menu.option_names.values())
