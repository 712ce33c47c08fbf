"""The bot's own open questions: a typed answer to one of them needs no LLM."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.inbound import Inbound
from bot.reply import Reply
from tools.kit.call import Call, Json
from tools.kit.result import Button, MenuCard
from tools.menu.normalise import fold, vocabulary, words_of
from tools.menu.reference import reference

_FIRST_TO_TENTH = (
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
)
_PLACES = {word: place for place, words in enumerate(_FIRST_TO_TENTH) for word in words}
_ORDINAL = re.compile(
    r"(?:the |number |option |no (?=\d))?"
    r"(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)?|(?P<word>[a-z]+))"
    r"(?: one| option)?"
)
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_NUMBERED = re.compile(r"(?:number|option|no) \d{1,2}")
_FILLERS = frozenset({"the", "a", "an", "please", "by", "with", "just", "one"})
_TOO_LITTLE = frozenset(
    {"no", "not", "yes", "and", "or", "at", "in", "on", "to", "of", "for", "it"}
)
_YES = vocabulary(
    "yes yeah yep yup ok okay sure haan han haanji aama aamaa aamam aam sari seri"
    " हाँ हां हा ठीक ओके ஆம் ஆமா ஆமாம் சரி ஓகே అవును సరే ಹೌದು ಸರಿ അതെ ശരി"
)
_NO = vocabulary(
    "no nope nah nahi nahin nothing illa illai vendam venda venam"
    " नहीं नही ना मत இல்லை இல்ல வேண்டாம் வேணாம் లేదు వద్దు ಇಲ್ಲ ಬೇಡ ഇല്ല വേണ്ട"
)
_POLITE = vocabulary("please thanks thank you sir madam bro anna ji hai जी है அண்ணா சார்")

_AGREES = (
    _YES
    | _POLITE
    | vocabulary(
        "absolutely add ahead all alright correct course definitely do exactly fine go good great i"
        " id it is like looks love of perfect put right sounds that thats them then this would"
    )
)
_DECLINES = (
    _NO
    | _POLITE
    | vocabulary(
        "all am at be as dont do else fine for good i im is it its leave like moment need never now"
        " ok okay not sorry thats that them this want would anything more really"
    )
)
_AGREED = _YES | vocabulary("absolutely definitely correct exactly right perfect")
_DECLINED = _NO | vocabulary("dont never")
_ORDINALS = vocabulary("first second third fourth fifth sixth seventh eighth ninth tenth last")
_SAID_ALONG = vocabulary(
    "a an and be by can could do fine for get give go going good great have i id ill im it its is"
    " just lets let like make me my of one ones option please pls sounds take that thatll thats the"
    " think this to want well we will with would your yes yeah ok okay sure thanks thank you sir"
)
"""A sentence of these and an answer is the answer: "I'd like the large one"."""
_AND_MORE = re.compile(
    r"\s*(?:[,;.]\s*(?:and|also|plus)?|\band\b|\balso\b|\bplus\b)\s+", re.IGNORECASE
)
_LATER = frozenset({"checkout", "choose_payment"})


@dataclass(frozen=True, slots=True)
class _Open:
    """What was asked: the answers as buttons, and what a plain yes or no would mean.

    `shown` are buttons that answer nothing, but whose label, written out, no rule reads so.
    `lists`: dishes were listed, which places refer to; `cart` are the dishes of the cart.
    """

    buttons: tuple[Button, ...]
    shown: tuple[Button, ...]
    yes: Call | None
    no: Call | None
    lists: bool
    cart: tuple[str, ...]


class Answers:
    """The last question of each conversation; the oldest are forgotten first."""

    def __init__(self, *, max_conversations: int = 10_000) -> None:
        self._max_conversations = max_conversations
        self._open: OrderedDict[tuple[str, str, str, str], _Open] = OrderedDict()

    def remember(self, inbound: Inbound, reply: Reply) -> None:
        """Note what was just asked. A reply that asks nothing closes the question before it."""
        self._open.pop(inbound.conversation, None)
        every = tuple(button for row in reply.buttons for button in row)
        shown = tuple(one for one in every if _reads_otherwise(one))
        buttons = every if reply.asks else ()
        lists = isinstance(reply.card, MenuCard)
        cart = tuple(line.item_name for line in reply.view.lines) if reply.view else ()
        self._open[inbound.conversation] = _Open(buttons, shown, reply.yes, reply.no, lists, cart)
        if len(self._open) > self._max_conversations:
            self._open.popitem(last=False)

    def answer(self, inbound: Inbound) -> Call | None:
        """The call of the button a text means: its label, a part of only its label, or its place;
        or what its plain yes or no stands for.

        None when no question is open or the text is no answer to it.
        """
        asked = self._open.get(inbound.conversation)
        words = words_of(inbound.text)
        if not asked or not words:
            return None
        button = (
            _by_label(words, asked.buttons)
            or _by_place(words, asked.buttons)
            or _by_part(words, asked.buttons)
            or _in_a_sentence(words, asked.buttons)
            or _by_label(words, asked.shown)
        )
        if button:
            return button.call
        return (
            _yes_or_no(words, asked)
            or _by_several(words, asked.buttons)
            or _of_no_list(inbound.text, asked)
        )

    def answer_and_more(self, inbound: Inbound) -> tuple[Call, str] | None:
        """An answer and what is said besides: "large, and a coke" as the button and "a coke".

        None where no question is open, or what stands first is no answer to it.
        """
        asked = self._open.get(inbound.conversation)
        for joint in _AND_MORE.finditer(inbound.text) if asked else ():
            first, rest = inbound.text[: joint.start()], inbound.text[joint.end() :].strip()
            call = self.answer(replace(inbound, text=first))
            if call is None or not rest:
                continue
            waits = asked is not None and call in (asked.no, asked.yes) and call.tool in _LATER
            return None if waits else (call, rest)
        return None


def _of_no_list(text: str, asked: _Open) -> Call | None:
    """A place where nothing was listed is asked about, showing the dish the cart has there."""
    pointed = reference(text)
    if asked.lists or pointed is None or pointed.position is None or not _says_place(text):
        return None
    place = pointed.position
    about = {"about": asked.cart[place - 1]} if place <= len(asked.cart) else {}
    return Call("not_understood", {**about})


def _says_place(text: str) -> bool:
    """Whether it is "second", "2nd" or "number 2": a mere 2 may be how many."""
    words = words_of(text)
    numbered = any(map(_NUMBERED.fullmatch, map(" ".join, pairwise(words))))
    return numbered or any(word in _ORDINALS or _NTH.fullmatch(word) for word in words)


def _reads_otherwise(button: Button) -> bool:
    """Whether its label alone does not say what it does: no English, or "More" of a list."""
    return "page" in button.call.args or not (button.call.args or button.label.isascii())


def _in_a_sentence(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    """The one button that is named among words that only lead to it."""
    said = [word for word in words if word not in _SAID_ALONG]
    if len(said) == len(words) or not said:
        return None
    if len(said) == 1 and said[0] in _ORDINALS:
        return _by_place(said, buttons)
    return _by_label(said, buttons) or _by_part(said, buttons)


def _by_label(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    wanted = _sound(words)
    return next((button for button in buttons if _sound(words_of(button.label)) == wanted), None)


def _by_place(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    ordinal = _ORDINAL.fullmatch(" ".join(words))
    if ordinal is None:
        return None
    if ordinal["word"] == "last":
        # "Show all" and the like stand behind the answers and do something else.
        alike = (one for one in reversed(buttons) if one.call.tool == buttons[0].call.tool)
        return next(alike, None)
    digits = ordinal["digits"]
    place = int(digits) - 1 if digits else _PLACES.get(ordinal["word"], -1)
    return buttons[place] if 0 <= place < len(buttons) else None


def _by_part(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    said = [word for word in words if word not in _FILLERS]
    if _TOO_LITTLE.issuperset(said):
        return None
    if same := _by_label(said, buttons):
        return same
    part = f" {_sound(said)} "
    found = [button for button in buttons if part in f" {_sound(words_of(button.label))} "]
    return found[0] if len(found) == 1 else None


def _by_several(words: Sequence[str], buttons: Sequence[Button]) -> Call | None:
    """ "butter and jam" for a question about one line: its call with both options of it.

    Where the dish takes only one of them the tool asks which.
    """
    parts = re.split(r" (?:and|with|plus|n) ", " ".join(words))
    found = [_by_label(part.split(), buttons) or _by_part(part.split(), buttons) for part in parts]
    calls = [button.call for button in found if button]
    if len(calls) < 2 or len(calls) < len(parts):
        return None
    options: list[Json] = []
    others: list[Call] = []
    for call in calls:
        lines = call.args.get("lines")
        first = lines[0] if isinstance(lines, list) and lines else None
        chosen = first.get("options") if isinstance(first, dict) else None
        if not (isinstance(lines, list) and isinstance(first, dict) and isinstance(chosen, list)):
            return None
        options += [one for one in chosen if one not in options]
        others.append(Call(call.tool, {"lines": [{**first, "options": []}, *lines[1:]]}))
    if any(call != others[0] for call in others):
        return None
    lines = others[0].args["lines"]
    if not (isinstance(lines, list) and isinstance(lines[0], dict)):
        return None
    return Call(calls[0].tool, {"lines": [{**lines[0], "options": options}, *lines[1:]]})


def _yes_or_no(words: Sequence[str], asked: _Open) -> Call | None:
    """What a yes or no stands for, also in many words: "yes please go ahead", "no I'm fine"."""
    said = [word for word in words if word not in _POLITE]
    if not said:
        return None
    if said[0] in _AGREED and _AGREES.issuperset(said):
        return asked.yes
    return asked.no if said[0] in _DECLINED and _DECLINES.issuperset(said) else None


def _sound(words: Sequence[str]) -> str:
    return " ".join(fold(word) for word in words)
