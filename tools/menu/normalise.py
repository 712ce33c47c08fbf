"""Words as a person types them, made comparable: case, punctuation, spelling, plurals."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_APOSTROPHE = re.compile(r"(?<=\w)['`\u2019](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")

_SOUNDS = (
    (re.compile(r"([a-z])\1+"), r"\1\1"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"([bdgkt])h"), r"\1"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"([b-df-hj-np-tv-z])\1"), r"\1"),
    (re.compile(r"(?<=[a-z]{2})(ai|ay|ey|ae)$"), "a"),
    (re.compile(r"(?<=[a-z]{2})(y|ie)$"), "i"),
)
"""One sound, many spellings, anywhere in a word. Both sides of a comparison go through them."""

_DISHES = tuple(
    (re.compile(rf"^(?:{pattern})$"), dish)
    for pattern, dish in (
        (r"[td][ou]s[ae]", "dosa"),
        (r"vad[ae]", "vada"),
        (r"paner", "panir"),
        (r"b[ei]?r(?:i|y|iy)?an[ie]", "biryani"),
        (r"[pb][ao]?rota", "parotta"),
        (r"id[iy]*apam", "idiyappam"),
        (r"up[ue]?ma(?:vu)?", "upma"),
        (r"p[ou]di", "podi"),
        (r"pako[dr]a", "pakoda"),
        (r"u?o?t+ap+am", "uttapam"),
        (r"kapi|kofi|cofe|cofi", "coffee"),
        (r"cha|chai|chaya", "tea"),
        (r"coke", "cola"),
    )
)
"""Dishes whose spellings differ by more than a sound. The patterns see what `_SOUNDS` left."""


def vocabulary(words: str) -> frozenset[str]:
    """A set of words written as one string."""
    return frozenset(words.split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation, accents or invisible characters."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    text = _APOSTROPHE.sub("", text).replace("&", " and ")
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text))
        return tuple(_script_words(unicodedata.normalize("NFC", text)))
    return tuple(_WORD.findall(text))


def _script_words(text: str) -> list[str]:
    """Words of any script: combining signs of Tamil, Hindi … belong to the letter before them."""
    kept = "".join(
        sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text
    )
    return kept.split()


def singular(word: str) -> str:
    """An English plural without its ending: "dosas" -> "dosa", "curries" -> "curry"."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("aas", "ss", "us")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)  # a sentence asks for the same few words hundreds of times
def fold(word: str) -> str:
    """A word of `words_of` reduced to how it sounds: "thosai" -> "dosa", "idlis" -> "idli"."""
    word = singular(word)
    if not word.isascii() or word.isdigit():
        return word
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    for pattern, dish in _DISHES:
        if pattern.match(word):
            return dish
    return word


def normalise(text: str) -> str:
    """The folded words of a text, joined by spaces: texts that sound alike become equal."""
    return " ".join(fold(word) for word in words_of(text))
