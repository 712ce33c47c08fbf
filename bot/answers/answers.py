"""The last question of each conversation, and what a text is the answer to."""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.answers.labels import ORDINALS, by_label, by_part, by_place, by_several, in_a_sentence
from bot.answers.open import Open
from bot.answers.plain import cancels, yes_or_no
from bot.inbound import Inbound
from bot.reply import Reply
from tools.kit.call import Call
from tools.kit.result import Awaited, Button, MenuCard
from tools.menu.normalise import words_of
from tools.menu.reference import reference

_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_NUMBERED = re.compile(r"(?:number|option|no) \d{1,2}")
_AND_MORE = re.compile(
    r"\s*(?:[,;.]\s*(?:and|also|plus)?|\band\b|\balso\b|\bplus\b)\s+", re.IGNORECASE
)
_LATER = frozenset({"checkout", "choose_payment"})
PATIENCE = 300.0
"""Seconds for which the next words are what was asked for in words."""


class Answers:
    """The last question of each conversation; the oldest are forgotten first.

    `clock` tells seconds.
    """

    def __init__(
        self,
        *,
        max_conversations: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._max_conversations = max_conversations
        self._open: OrderedDict[tuple[str, str, str, str], Open] = OrderedDict()

    def remember(self, inbound: Inbound, reply: Reply) -> None:
        """Note what was just asked. A reply that asks nothing closes the question before it."""
        self._open.pop(inbound.conversation, None)
        # What only one person may press is never said by chance: it is pressed.
        every = tuple(button for row in reply.buttons for button in row if not button.own)
        shown = tuple(one for one in every if _reads_otherwise(one))
        buttons = every if reply.asks else ()
        lists = isinstance(reply.card, MenuCard)
        cart = tuple(line.item_name for line in reply.view.lines) if reply.view else ()
        until = self._clock() + PATIENCE
        meant = (reply.yes, reply.no, reply.cancel, reply.awaits, reply.words, until)
        self._open[inbound.conversation] = Open(buttons, shown, *meant, lists, cart)
        if len(self._open) > self._max_conversations:
            self._open.popitem(last=False)

    def awaits(self, inbound: Inbound) -> Awaited | None:
        """What any words may be the answer to; None when no such question is open."""
        asked = self._open.get(inbound.conversation)
        return asked.awaits if asked else None

    def completed(self, inbound: Inbound) -> Call | None:
        """The call a text completes that we have asked for in words; not after some minutes."""
        asked = self._open.get(inbound.conversation)
        if asked is None or asked.words is None or self._clock() > asked.until:
            return None
        call, argument = asked.words
        return replace(call, args={**call.args, argument: inbound.text.strip()})

    def answer(self, inbound: Inbound) -> Call | None:
        """The call of the button a text means: its label, a part of only its label, or its place;
        or what its plain yes, no or "cancel it" stands for.

        None when no question is open or the text is no answer to it.
        """
        asked = self._open.get(inbound.conversation)
        words = words_of(inbound.text)
        if not asked or not words:
            return None
        button = (
            by_label(words, asked.buttons)
            or by_place(words, asked.buttons)
            or by_part(words, asked.buttons)
            or in_a_sentence(words, asked.buttons)
            or by_label(words, asked.shown)
        )
        if button:
            return button.call
        return (
            yes_or_no(words, asked)
            or cancels(words, asked)
            or by_several(words, asked.buttons)
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


def _of_no_list(text: str, asked: Open) -> Call | None:
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
    return numbered or any(word in ORDINALS or _NTH.fullmatch(word) for word in words)


def _reads_otherwise(button: Button) -> bool:
    """Whether its label alone does not say what it does: no English, or "More" of a list."""
    return "page" in button.call.args or not (button.call.args or button.label.isascii())
