"""A message as tokens: words, numbers as they were typed, and breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.menu.scripts import romanised

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_TOKEN = re.compile(
    r"""
      (?P<clock> (?<!\w) \d{1,2}:\d{2} (?!\d) )
    | (?P<times> (?<!\w) (?: \d{1,9}\s?x | x\s?\d{1,9} ) (?!\w) )
    | (?P<run_in> (?<!\w) \d{1,9} (?: x (?!tra) )? (?= (?:[^\W\d_]|[\u0900-\u0d7f]){3} ) )
    | (?P<number> (?<!\w) -?\d+ (?:[.,_]\d+)* (?:e[-+]?\d+)? (?![\w%]) )
    | (?P<and> [&+] )
    | (?P<word> [^\s,;:!?()\[\]{}"|/&+=*<>~#\\\u20b9]+ )
    | (?P<stop> [,;:!?()|/] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONG = re.compile(r"([aeiou])\1")
_SHORTEST = 3
"""Below it a vowel stays long: Tamil's yes is "aam", and no "am"."""


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is as typed, `word` what rules compare. `times` marks a number typed as 2x or x2.

    A time of day such as 7:30 is a word: it counts nothing.
    """

    text: str
    word: str
    kind: Literal["word", "number", "break"]
    times: bool = False


Tokens = Sequence[Token]


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a cleaned text. "&" and "+" are "and"; other signs are breaks or nothing.

    A number run into a word of three letters or more is two tokens: "2idly", but "7up" and "2nd".
    """
    found = _TOKEN.finditer(_HYPHEN.sub(" ", text))
    tokens = [token for match in found for token in _tokens(match)]
    return tuple(
        Token(token.text, "2", "number") if _is_two(tokens, at) else token
        for at, token in enumerate(tokens)
    )


def latin(word: str) -> str:
    """A word as rules compare it: what is in Indian letters reads as in Latin ones, no vowel long.

    So one list of words serves both ways of writing.
    """
    if word.isascii():
        return word
    short = _LONG.sub(r"\1", written := romanised(word))
    return short if len(short) >= _SHORTEST else written


def said(tokens: Tokens) -> str:
    """The tokens in the customer's own writing."""
    return " ".join(token.text for token in tokens if token.kind != "break")


def _is_two(tokens: Tokens, at: int) -> bool:
    """Hindi's दो is two where a phrase begins with it, and "give" where one ends with it."""
    begins = at == 0 or tokens[at - 1].kind == "break" or tokens[at - 1].word in {"and", "aur"}
    goes_on = at + 1 < len(tokens) and tokens[at + 1].kind == "word"
    return tokens[at].text == "दो" and begins and goes_on


def _tokens(match: re.Match[str]) -> tuple[Token, ...]:
    text = match.group()
    if match.lastgroup in {"times", "run_in"}:
        digits = text.strip("xX ")
        return (Token(digits, digits, "number", times=digits != text),)
    if match.lastgroup == "number":
        return (Token(text, text.casefold(), "number"),)
    if match.lastgroup == "and":
        return (Token("and", "and", "word"),)
    if match.lastgroup == "stop":
        return (Token(text, text, "break"),)
    return _word(text)


def _word(text: str) -> tuple[Token, ...]:
    """A word; a full stop or a lone hyphen at its end is a break after it."""
    bare = text if text == "-Infinity" else text.strip(".'-")
    word = Token(bare, latin(bare.casefold().replace("'", "")), "word")
    stop = Token(".", ".", "break")
    return ((word,) if bare else ()) + ((stop,) if text.endswith((".", "-")) else ())
