"""When a dish is not to be had: "till 6", "for today", "tomorrow", "from monday"."""

from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import word_set
from tools.resolve.time_words import MEALS, read_time

_TILL = word_set("till until til untill upto through")
_AT = word_set("at by in on from after for around about")
_OPEN = frozenset({"further notice", "i say so", "told otherwise", "i say otherwise"})
_NOW = word_set("now today tonight")
_REST = word_set("the rest of day")


def sold_out_until(tokens: Tokens) -> tuple[Tokens, str | None]:
    """What is sold out | until when; "from tomorrow" where it is not so before.

    "" where nothing is said of it, None where it is no time.
    """
    about, when = _until(tokens)
    about, lead, start = _split(about)
    if not start:
        return about, when
    if {token.word for token in start} <= _NOW | _REST:
        lasts = lead != "from" and start[0].word != "now"
        return about, when or ("today" if lasts else "")
    return about, f"from {said(start)}"


def back_from(tokens: Tokens) -> tuple[Tokens, str]:
    """What is back | from when on; "" where it is so now, or nothing is said of it."""
    about, _, start = _split(tokens)
    now = {token.word for token in start} <= _NOW | _REST
    return about, "" if now else said(start)


def _until(tokens: Tokens) -> tuple[Tokens, str | None]:
    for at, token in enumerate(tokens):
        behind = tokens[at + 1 :]
        if token.word in _TILL or (token.word == "for" and _lasts(behind)):
            when = "today" if _REST.issuperset(one.word for one in behind) else said(behind)
            if when.casefold() in _OPEN or (token.word == "for" and when.casefold() == "now"):
                return tokens[:at], ""
            return tokens[:at], when if _is_time(behind) else None
    return tokens, ""


def _split(tokens: Tokens) -> tuple[Tokens, str, Tokens]:
    """A sentence without the time at one of its ends | the word that leads to it | the time."""
    for at, token in enumerate(tokens):
        lead = token.word if token.word in _AT else ""
        time = tokens[at + 1 :] if lead else tokens[at:]
        if _is_time(time) and (lead or _is_clear(time)):
            return tokens[:at], lead, time
    first = tokens[:1]
    return (tokens[1:], "", first) if _is_time(first) and _is_clear(first) else (tokens, "", ())


def _lasts(tokens: Tokens) -> bool:
    """Whether the words are how long it is so from now on: "2 hours", "today"."""
    if {token.word for token in tokens} <= _NOW | _REST:
        return bool(tokens)
    return _is_time(tokens) and read_time(said(tokens)).ahead is not None


def _is_clear(tokens: Tokens) -> bool:
    """Whether the words are of a time without one leading to it: no "6", but "6 pm"."""
    told = read_time(said(tokens))
    return told.clear or told.has_day or not MEALS.isdisjoint(told.other)


def _is_time(tokens: Tokens) -> bool:
    """Whether the words are a time and nothing else: "6", "tomorrow", "2 hours", "dinner"."""
    if not tokens:
        return False
    words = [token for token in tokens if token.word not in _REST]
    if not words or {token.word for token in words} == {"now"}:
        return True
    return any(_tells(some) for some in (tokens, words))


def _tells(tokens: Tokens) -> bool:
    told = read_time(said(tokens))
    tells = told.has_day or told.hour is not None or told.ahead is not None or told.half is not None
    return MEALS.issuperset(told.other) and (tells or bool(told.other))
