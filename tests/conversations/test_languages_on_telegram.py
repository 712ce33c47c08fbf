"""Another language on Telegram, over HTTP against the loopback Bot API."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.desk import EXPIRED
from tests.bot.telegram.rig import webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.support.chats import bot_of
from tests.support.shop import Shop
from tests.support.tongues import foreign, names_of
from tools.kit.speech import Speech


@pytest.fixture
async def bot(shop: Shop) -> AsyncIterator[tuple[FakeTelegram, BotAccount]]:
    """The demo shop's bot, with its own voices."""

    def speech(slug: str, language: str | None) -> Speech:
        return shop.rooms.speech(language, shop.rooms.tenants[slug])

    async with bot_of(shop, way=webhook, voices=speech) as (telegram, bot):
        yield telegram, bot


async def test_a_language_is_chosen_and_kept(
    bot: tuple[FakeTelegram, BotAccount], shop: Shop
) -> None:
    telegram, account = bot
    asha = telegram.person(account, "Asha", language_code="en")
    assert (await asha.says("/language")).labels == ["English", "हिन्दी", "தமிழ்"]
    assert "தமிழ்" in (await asha.presses("தமிழ்")).text
    await asha.says("2 idly and a masala dosa")
    seen = await asha.says("/cart")
    names = names_of(await shop.rooms.menus.get(shop.rooms.tenants["demo"]))
    assert "மொத்தம்: ₹160" in seen.text, "what the channel draws itself is in it too"
    for text in (seen.text, *seen.labels):
        assert not foreign(text, "ta", names), text
    await asha.delivers(asha.press("no button of ours", seen.message_id))
    notice = [*account.answers.values()][-1]
    assert notice != EXPIRED
    assert not foreign(notice, "ta"), "nor is a notice that took no turn"


@pytest.mark.parametrize(
    ("tag", "greeting"),
    [
        ("ta", "வரவேற்கிறது"),
        ("hi-IN", "स्वागत"),
        ("en", "Welcome"),
        ("xx", "Welcome"),
        (None, "Welcome"),
        ("ar", "Welcome"),
    ],
)
async def test_who_chose_nothing_is_answered_as_telegram_tells(
    bot: tuple[FakeTelegram, BotAccount], tag: str | None, greeting: str
) -> None:
    telegram, account = bot
    person = telegram.person(account, "Ravi", **({"language_code": tag} if tag else {}))
    assert greeting in (await person.says("/start")).text


async def test_the_commands_are_described_in_each_language(
    bot: tuple[FakeTelegram, BotAccount],
) -> None:
    _, account = bot
    assert set(account.commands_in) == {"", "hi", "ta"}
    described = {
        language: {one["command"]: one["description"] for one in commands}
        for language, commands in account.commands_in.items()
    }
    assert described[""]["menu"] == "Show the menu"
    assert described["hi"]["menu"] == "मेनू दिखाएँ"
    assert described["ta"].keys() == described[""].keys()
