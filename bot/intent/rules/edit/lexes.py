"""A message that may change the cart, as words by what they do in it: verbs, names, pointers …"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from bot.intent.rules.edit.edit_words import FIRST, LONGEST, PHRASES, SMALL, VERBS, Role, mended
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.said_beside import without_asides
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.span import Span
from bot.intent.rules.words.small_words import is_adverb
from bot.intent.rules.words.tokens import Token, Tokens, said
from tools.menu import Ambiguous, Match, Menu, Missing, fold, words_of


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
    return without_asides(_found_together(found, tokens, menu), tokens)


def _told_apart(tokens: Tokens, menu: MenuWords) -> Iterator[Span]:
    """The spans; a verb that only resembles a word of the menu begins no name."""
    spans = menu.spans(tokens)
    for span, following in zip_longest(spans, spans[1:]):
        verb = tokens[span.begin]
        does = PHRASES.get((verb.word,)) in VERBS and (
            _is_apart(span, following) or not _is_of_menu(verb, menu.menu)
        )
        if span.kind == "name" and does:
            yield Span("frame", span.begin, span.begin + 1)
            rest = menu.spans(tokens[span.begin + 1 : span.end])
            yield from (
                replace(one, begin=one.begin + span.begin + 1, end=one.end + span.begin + 1)
                for one in rest
            )
        else:
            yield span


def _is_apart(span: Span, following: Span | None) -> bool:
    """Whether it is one word of a name, before the name of another dish: "set | idly to 3"."""
    named = following is not None and bool(following.items) and not following.partly
    return span.partly and span.end - span.begin == 1 and named


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
