"""How much work a message takes: counted, not timed, so that it fails on any machine alike."""

import gc
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import cycle, islice

import pytest
from rapidfuzz import process

from bot.intent.rules.menu.span import Span
from bot.intent.rules.menu.spans import read_spans
from bot.intent.rules.parser import parse
from bot.intent.rules.words.tokens import Tokens
from tests.bot.intent.menus import small_menu
from tools.menu import Menu
from tools.menu.index import Index
from tools.menu.spelling import corrections, misheard

MENU = small_menu()
MOST_LOOK_UPS = 30
"""For each word of a message, over all readers; there are eight indexes."""
MOST_SEARCHES = 10
"""For each word nobody knows, of all the words of a list."""
SENTENCES = (
    "2 idly",
    "two masala dosas without onion and a large coffee please",
    "remove the vada and make the tea large",
    "what dosas do you have?",
    "that's all, can I pay by card?",
    "could somebody tell me why my neighbour is so loud today",
    "masala dosa (well done)",
)
LONG = {
    "one dish": ("idly",),
    "dishes": ("idly", "masala", "tea", "plain", "dosa", "medu", "vada", "onion", "coffee"),
    "letters": tuple("bcdefghjklmnopqrstvwz"),
    "numbers": ("2", "3"),
    "small words": ("can", "i", "get", "the", "and", "it"),
    "a change": ("remove", "the", "idly", "and", "add", "cheese"),
}


@pytest.mark.parametrize("text", SENTENCES)
def test_no_stretch_of_a_message_is_cut_into_spans_twice(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[Tokens] = Counter()

    def count(tokens: Tokens, menu: Menu) -> list[Span]:
        read[tuple(tokens)] += 1
        return read_spans(tokens, menu)

    monkeypatch.setattr("bot.intent.rules.menu.menu_words.read_spans", count)
    parse(text, MENU)
    assert all(times == 1 for times in read.values()), read


@pytest.mark.parametrize("length", [40, 80])
@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_a_long_message_takes_so_many_look_ups_a_word_and_no_more(
    words: Sequence[str], length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = 0
    look_up = Index.__getitem__

    def count(index: Index, key: str) -> Sequence[int]:
        nonlocal looked_up
        looked_up += 1
        return look_up(index, key)

    monkeypatch.setattr(Index, "__getitem__", count)
    parse(" ".join(islice(cycle(words), length)), MENU)
    assert 0 < looked_up <= length * MOST_LOOK_UPS


def test_typing_errors_are_searched_for_once_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    corrections.cache_clear()
    misheard.cache_clear()
    searched = 0
    extract = process.extract

    def count(*args: object, **settings: object) -> object:
        nonlocal searched
        searched += 1
        return extract(*args, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(process, "extract", count)
    strange = [f"qx{a}{b}zwk{b}{a}" for a in "bdfgh" for b in "jlmnp"]
    parse(" ".join(strange), MENU)
    assert 0 < searched <= len(strange) * MOST_SEARCHES


def test_nothing_of_a_message_keeps_its_menu() -> None:
    menu = small_menu()
    before, size = sys.getrefcount(menu), menu.size
    for text in SENTENCES:
        parse(text, menu)
    gc.collect()
    assert (sys.getrefcount(menu), menu.size) == (before, size)
