"""How sure the rules are of a reading, and that they are right where they are sure."""

import pytest

from bot.intent.reading import Reading
from bot.intent.rules import RuleParser
from bot.intent.rules.confidence import (
    AT_LARGE,
    EITHER,
    MISTYPED,
    NOT_UNDERSTOOD,
    PARTLY,
    PASSED_OVER,
    SEVERAL,
    UNHEARD,
)
from tests.bot.intent.menus import small_menu

MENU = small_menu()
SURE = 0.9
"""From here on a rule's reading may stand in for a model's."""


async def read(text: str) -> Reading:
    return await RuleParser().read(text, MENU, "customer")


@pytest.mark.parametrize(
    "text",
    [
        "2 idly",
        "2 masala dosa and a filter coffee please",
        "can I get one onion dosa",
        "I'd like 3 idlis, thanks",
        "add a medu vada to my order",
        "remove the medu vada",
        "view my cart",
        "what's my bill",
        "checkout",
        "that's all",
        "pay by cash",
        "for tomorrow at 9",
        "show me the menu",
        "is there masala dosa today?",
        "thank you so much",
        "நன்றி",
        "no thanks",
        "stop",
    ],
)
async def test_an_exact_saying_and_exact_names_are_sure(text: str) -> None:
    assert (await read(text)).confidence == 1.0


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2 masla dosa", MISTYPED),
        ("2 dosa", PARTLY * SEVERAL),
        ("2 biryani", PARTLY),
        ("add 2 burger", PASSED_OVER),
        ("do you have burgers", UNHEARD),
        ("could you read me back my order so I can check it", AT_LARGE),
        ("I was wondering about the weather on the moon", NOT_UNDERSTOOD),
        ("", NOT_UNDERSTOOD),
    ],
)
async def test_each_doubt_takes_its_share(text: str, doubt: float) -> None:
    assert (await read(text)).confidence == pytest.approx(doubt, abs=0.01)


async def test_doubts_add_up_and_stay_within_bounds() -> None:
    plain, both = await read("2 biryani"), await read("2 biriyani for zorblax")
    assert 0 <= both.confidence < plain.confidence < SURE


async def test_no_doubt_by_itself_leaves_a_reading_sure() -> None:
    assert max(AT_LARGE, PASSED_OVER, MISTYPED, PARTLY, SEVERAL, EITHER, UNHEARD) < SURE


@pytest.mark.parametrize(
    "text",
    [
        "who won the cricket yesterday",
        "my dog ate an idly",
        "can I boil water in a paper cup",
        "book me a flight to Madurai",
        "2 or 3 idly",
    ],
)
async def test_they_are_not_sure_of_what_is_no_order(text: str) -> None:
    assert (await read(text)).confidence < SURE
