"""A message as tokens: words, numbers as they were typed, and breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_TOKEN = re.compile(
    r"""
      (?P<clock> (?<!\w) \d{1,2}:\d{2} (?!\d) )
    | (?P<times> (?<!\w) (?: \d{1,9}\s?x | x\s?\d{1,9} ) (?!\w) )
    | (?P<number> (?<!\w) -?\d+ (?:[.,_]\d+)* (?:e[-+]?\d+)? (?![\w%]) )
    | (?P<and> [&+] )
    | (?P<word> [^\s,;:!?()\[\]{}"|/&+=*<>~#\\\u20b9]+ )
    | (?P<stop> [,;:!?()|/] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


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
    """The tokens of a cleaned text. "&" and "+" are "and"; other signs are breaks or nothing."""
    found = _TOKEN.finditer(_HYPHEN.sub(" ", text))
    return tuple(token for match in found for token in _tokens(match))


def said(tokens: Tokens) -> str:
    """The tokens in the customer's own writing."""
    return " ".join(token.text for token in tokens if token.kind != "break")


def _tokens(match: re.Match[str]) -> tuple[Token, ...]:
    text = match.group()
    if match.lastgroup == "times":
        digits = text.strip("xX ")
        return (Token(digits, digits, "number", times=True),)
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
    word = Token(bare, bare.casefold().replace("'", ""), "word")
    stop = Token(".", ".", "break")
    return ((word,) if bare else ()) + ((stop,) if text.endswith((".", "-")) else ())
