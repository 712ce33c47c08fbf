"""Words as a person types them, made comparable: case, punctuation, spelling, plurals."""

import re
import string
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from tools.menu.scripts import romanised

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_APOSTROPHE = re.compile(r"(?<=\w)['`\u2019](?=\w)")
_SIGNS = "".join(" " if chr(sign) in string.punctuation else chr(sign) for sign in range(128))
_SIGN = re.compile(r"[^\w\s\0]|_")
_MARKS = re.compile(r"[\u0300-\u036f]")

_LONGEST_NAME = 40

# One sound, many spellings: `_LETTERS`, `_RUN` and `_END`. Both sides of a comparison go through
# them in this order.
_LETTERS = (
    ("bh", "b"),  # the breath after a consonant: bhaji, baji
    ("dh", "d"),  # medhu, medu
    ("gh", "g"),
    ("kh", "k"),
    ("th", "t"),  # thosai, tosai
    ("ph", "f"),  # phulka, fulka
    ("zh", "l"),  # kuzhambu, kulambu
    ("ck", "k"),
    ("w", "v"),  # wada, vada
    ("ce", "se"),  # a soft c: juice, juise
    ("ci", "si"),
    ("cy", "sy"),
)
_RUN = re.compile(r"([^\d\n])\1+")
_LONG = {"e": "i", "o": "u"}  # panneer, panir; poori, puri; any other letter is only written twice
_END = re.compile(r"(?m)(?<=..)(?:(a[iye]|ey)|(ie|y)|(?<=...)(ore))$|(?<=.)(a[ou])$")
_ENDS = ("", "a", "i", "ur", "av")
"""dosai, dosay, dosey, dosa; idly, idli; mysore, mysoor; pulao, pulau, pulav."""

_DISHES = {
    "dosa": r"[dt][ou][sz]h?[ae]",
    "vada": r"[bv]ad[ae]",
    "idli": r"[ei](?:d[aiy]*|t)li",
    "panir": r"paner",
    "biryani": r"[bp][ei]?r[aiy]*an[ei]",
    "parotta": r"[bp][ao]?rota",
    "idiyapam": r"[ei]d[iy]*apam",
    "upma": r"up[eu]?ma(?:vu)?",
    "podi": r"p[ou]di",
    "pakoda": r"pako[dr][ai]",
    "uttapam": r"(?:[ou]|ou)tap[au]m?",
    "coffee": r"ka[fp]i|kofi|cofe|cofi",
    "tea": r"cha|chai|chaya|chaha",
    "cola": r"coke",
}
"""Dishes whose spellings differ by more than a sound. The patterns see what the rest left."""
_DISH = re.compile(rf"(?m)^(?:{'|'.join(f'({pattern})' for pattern in _DISHES.values())})$")
_DISH_OF = ("", *_DISHES)


def vocabulary(words: str) -> frozenset[str]:
    """A set of words written as one string."""
    return frozenset(words.split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation, accents or invisible characters."""
    return _words_of_name(text) if len(text) <= _LONGEST_NAME else tuple(_plain(text).split())


@lru_cache(maxsize=4096)  # a sentence asks for the same few words and names hundreds of times
def _words_of_name(text: str) -> tuple[str, ...]:
    return tuple(_plain(text).split())


def words_of_all(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The words of each text, all at once, as one text with NULs between: a menu has thousands."""
    plain = _plain("\0".join(texts)).split("\0") if texts else ()
    return [tuple(text.split()) for text in plain]


def _plain(text: str) -> str:
    """Words with spaces between them. A NUL is nothing to it, and stays."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = text.casefold().replace("&", " and ")
    if "'" in text or "`" in text or "\u2019" in text:
        text = _APOSTROPHE.sub("", text)
    if text.isascii():
        return text.translate(_SIGNS)
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    return _SIGN.sub(_of_word, text)


def _of_word(sign: re.Match[str]) -> str:
    """Combining signs of Tamil, Hindi … belong to the letter before them."""
    return sign[0] if unicodedata.category(sign[0])[0] == "M" else " "


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
    return fold_all((word,))[0]


def fold_all(words: Sequence[str]) -> list[str]:
    """The words folded, all at once, as lines of one text: a menu has a thousand."""
    if not words:
        return []
    text = "\n".join([singular(_in_latin(word)) for word in words])
    for written, spoken in _LETTERS:
        text = text.replace(written, spoken)
    text = _RUN.sub(_one, text)
    text = _END.sub(_ended, text)
    text = _DISH.sub(_dish, text)
    return text.split("\n")


def _in_latin(word: str) -> str:
    return word if word.isascii() or word.isdigit() else romanised(word)


def _one(run: re.Match[str]) -> str:
    return _LONG.get(run[1], run[1])


def _ended(end: re.Match[str]) -> str:
    return _ENDS[end.lastindex or 0]


def _dish(dish: re.Match[str]) -> str:
    return _DISH_OF[dish.lastindex or 0]


def normalise(text: str) -> str:
    """The folded words of a text, joined by spaces: texts that sound alike become equal."""
    return " ".join(fold(word) for word in words_of(text))
