"""Numbers as people write them, in English and in the shops' other languages."""

from dataclasses import dataclass

from bot.intent.rules.words.tokens import Tokens, latin
from bot.intent.rules.words.vocabulary import word_set

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: 10 * place for place, word in enumerate(_TENS.split(), 1)} | {
    word: number for number, word in enumerate(_UNITS.split())
}
_IN_WORDS = {str(number): word for word, number in _SMALL.items()}
_LARGE = {"dozen": 12, "dozens": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000}
_PHRASES = {
    "half a dozen": 6,
    "half dozen": 6,
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "a pair of": 2,
    "pair of": 2,
    "a dozen": 12,
    "a hundred": 100,
    "a thousand": 1000,
}
_PHRASES_BY_WORD: dict[str, list[tuple[list[str], int]]] = {}
for _phrase, _value in _PHRASES.items():
    _PHRASES_BY_WORD.setdefault(_phrase.split()[0], []).append((_phrase.split(), _value))
_OTHER_LANGUAGES = {
    1: "ek oru onnu onru okati oka ondu",
    2: "rendu randu രണ്ട് irandu eradu",
    3: "moonu moonnu munu munnu மூன்று mudu moodu mooru muru",
    4: "chaar naalu nalu nalugu nalku naalku நான்கு",
    5: "paanch panch ஐந்து anju anchu aidu ainthu",
    6: "chhe chhah छः aaru aru",
    7: "saat ezhu elu ఏడు yelu",
    8: "aath आठ ettu enimidi entu",
    9: "ombathu onpathu ஒன்பது ഒമ്പത് tommidi ombattu",
    10: "pathu பத்து padi hattu",
}
_WORDS = {
    latin(word): number for number, words in _OTHER_LANGUAGES.items() for word in words.split()
}
_ALSO_ENGLISH = {"do": 2, "teen": 3, "tin": 3, "char": 4, "sat": 7, "nau": 9, "das": 10}
_SUBJECTS = frozenset(
    [
        "i",
        "ill",
        "id",
        "we",
        "well",
        "wed",
        "you",
        "youll",
        "they",
        "he",
        "she",
        "lets",
        "to",
        "will",
        "would",
        "can",
        "could",
        "shall",
        "should",
        "may",
        "must",
    ]
)
"""Subjects and helping verbs. After one "do" is English: "I will do a coffee"."""
_ALSO_GIVE = "do"
"""In Hindi, too: "do dosa" is two, "dosa do" is give me some."""
_MEASURES = word_set(
    "inch inches cm mm km kg kgs gram grams gm gms ml litre litres liter liters percent degrees gb"
    " mb"
)
"""A number of these counts no dishes: "a 65 inch tv", "12 inch pizza"."""
_NOT_WHOLE = frozenset({"NaN", "Infinity", "-Infinity"})


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as said: an int, or the text when it is no whole number. `length` is in tokens.

    Nothing is checked here: refusing -3 or NaN, with a sentence, is the tool's business.
    """

    value: int | str
    length: int


def read_number(tokens: Tokens, at: int, *, before_dish: bool = False) -> Number | None:
    """The number that begins at a token, or None. `before_dish` admits "do dosa" as two.

    In Indian letters nothing is English: there तीन is three wherever it stands.
    """
    token = tokens[at]
    if token.kind == "number":
        measured = at + 1 < len(tokens) and tokens[at + 1].word in _MEASURES
        return None if measured else Number(_digits(token.word), 1)
    if token.text in _NOT_WHOLE:
        return Number(token.text, 1)
    for spelled, value in _PHRASES_BY_WORD.get(token.word, ()):
        if [each.word for each in tokens[at : at + len(spelled)]] == spelled:
            return Number(value, len(spelled))
    if token.word in _WORDS:
        return Number(_WORDS[token.word], 1)
    foreign = not token.text.isascii() and token.word != _ALSO_GIVE
    before_dish = before_dish and not (at and tokens[at - 1].word in _SUBJECTS)
    if token.word in _ALSO_ENGLISH and (before_dish or foreign):
        return Number(_ALSO_ENGLISH[token.word], 1)
    return _spelled(tokens, at)


def spelled_out(digits: str) -> str:
    """A small number in words, for a name that has it so; empty for any other."""
    return _IN_WORDS.get(digits, "")


def _digits(text: str) -> int | str:
    return int(text) if text.removeprefix("-").isdecimal() else text


def _spelled(tokens: Tokens, at: int) -> Number | None:
    """Words that add up: "twenty five", "two hundred", "two dozen"."""
    total, length = 0, 0
    for token in tokens[at:]:
        if token.word in _SMALL and (length == 0 or total % 10 == 0 < total):
            total += _SMALL[token.word]
        elif token.word in _LARGE:
            total = max(total, 1) * _LARGE[token.word]
        else:
            break
        length += 1
    return Number(total, length) if length else None
