"""Indian scripts in Latin letters, as people romanise them: "மசாலா தோசை" -> "masaalaa dosai".

Unicode lays these scripts out alike: a letter has the same place in each one's block of 128.
"""

import re

_BLOCK = 128
_FIRST, _LAST = "\u0900", "\u0d7f"
_TAMIL, _MALAYALAM = 0x0B80 // _BLOCK, 0x0D00 // _BLOCK
_NORTHERN = range(0x0900 // _BLOCK, 0x0B00 // _BLOCK)

_CONSONANTS = (
    *("k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n"),
    *("t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n"),
    *("p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "zh", "v", "sh", "sh", "s", "h"),
)
_VOWELS = ("a", "aa", "i", "ii", "u", "uu", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au")
_CONSONANT = dict(enumerate(_CONSONANTS, start=0x15))
_VOWEL = dict(enumerate(_VOWELS, start=0x05))
_SIGN = {place + 0x38: vowel for place, vowel in _VOWEL.items() if vowel != "a"}
_NASALS = dict.fromkeys((0x01, 0x02), "~")
_MALAYALAM_FINALS = dict(enumerate("nnrllk", start=0x7A))
_NUKTA, _VIRAMA = 0x3C, 0x4D
_AS_M = re.compile(r"~(?=[bmp]|$)")  # a nasal is spoken where the letter after it is
_OWN_VOWEL = "a"
"""What a consonant ends in unless a sign says otherwise."""

_SPOKEN_IN_TAMIL = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        (r"dd", "tt"),
        (r"nk", "ng"),
        (r"nt", "nd"),
        (r"nch", "nj"),
        (r"mp", "mb"),
        (r"(?<!ch)ch(?!ch)", "s"),
    )
)
"""Tamil has one letter for k and g, t and d, p and b, ch and s; its neighbours tell which it is."""


def romanised(word: str) -> str:
    """A word with its Indian letters in Latin ones; other letters stay as they are."""
    if not any(_FIRST <= letter <= _LAST for letter in word):
        return word
    sounds: list[str] = []
    for letter in word:
        block, place = divmod(ord(letter), _BLOCK)
        if not _FIRST <= letter <= _LAST:
            sounds.append(letter)
        elif consonant := _CONSONANT.get(place):
            retroflex = block == _TAMIL and place == 0x1F
            sounds += ("d" if retroflex else consonant, _OWN_VOWEL)
        elif sounds and (place in _SIGN or place == _VIRAMA):
            sounds[-1] = _SIGN.get(place, "")
        elif place != _NUKTA:
            sounds.append((_VOWEL | _NASALS | _MALAYALAM_FINALS).get(place, ""))
    return _spoken(sounds, block, ended=_CONSONANT.get(place) is not None)


def _spoken(sounds: list[str], block: int, *, ended: bool) -> str:
    """The sounds joined as the script's language speaks them; `ended`: in a bare consonant."""
    if block in _NORTHERN and ended:
        sounds.pop()  # the own vowel of a last consonant is silent: पनीर is "panir"
    if block == _MALAYALAM and len(sounds) > 1 and not sounds[-1]:
        sounds.append("u")  # a last consonant without vowel has a short u: പുട്ട് is "puttu"
    word = _AS_M.sub("m", "".join(sounds)).replace("~", "n")
    for written, spoken in _SPOKEN_IN_TAMIL if block == _TAMIL else ():
        word = written.sub(spoken, word)
    return word
