"""Polling: an update is confirmed when its turn has committed, in order, whatever goes wrong."""

import asyncio

import pytest

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.service import NoBotLeft, TelegramService
from bot.pg import DatabaseDown
from tests.bot.telegram.rig import (
    SECRET,
    TENANT,
    Pauses,
    Script,
    ScriptedTill,
    config_of,
    polling,
    speech,
)
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person


@pytest.fixture
def asha(telegram: FakeTelegram, bot: BotAccount) -> Person:
    return telegram.person(bot)


async def test_an_old_webhook_is_taken_off_and_nothing_pending_is_dropped(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    bot.webhook = {"url": "https://old.example"}
    async with polling(telegram, script, pauses, config_of(bot)):
        await telegram.until_called("getUpdates", 1)
        await asha.says("hi")
    assert telegram.called("deleteWebhook") == [{}]
    assert telegram.called("getUpdates")[0]["allowed_updates"] == (
        '["message", "edited_message", "callback_query", "pre_checkout_query",'
        ' "my_chat_member", "chat_member"]'
    )


async def test_nothing_is_confirmed_before_its_turn_has_committed(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    script.gate.clear()
    async with polling(telegram, script, pauses, config_of(bot)), asyncio.TaskGroup() as group:
        sending = group.create_task(asha.says("2 idly"))
        await script.until_begun(1)
        await telegram.until_called("getUpdates", len(telegram.called("getUpdates")) + 2)
        assert [call.get("offset") for call in telegram.called("getUpdates")] == [None] * len(
            telegram.called("getUpdates")
        )
        assert bot.pending
        script.gate.set()
    assert sending.result().text == "You said: 2 idly"
    assert script.texts == ["2 idly"]


async def test_a_slow_turn_does_not_keep_others_waiting(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    ravi = telegram.person(bot, "Ravi")
    script.held = {str(asha.user_id)}
    script.gate.clear()
    async with polling(telegram, script, pauses, config_of(bot)), asyncio.TaskGroup() as group:
        slow = group.create_task(asha.says("slow"))
        await script.until_begun(1)
        quick = group.create_task(ravi.says("quick"))
        await telegram.until_called("sendMessage", 1)
        assert ravi.sees().text == "You said: quick"
        assert not slow.done()
        assert not quick.done()
        script.gate.set()
    assert script.texts == ["quick", "slow"]


async def test_one_chats_messages_are_answered_in_order(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(15):
            group.create_task(asha.sends(text=str(number)))
        group.create_task(_serve_until(telegram, script, pauses, bot, answers=15))
    assert script.texts == [str(number) for number in range(15)]


async def _serve_until(
    telegram: FakeTelegram, script: Script, pauses: Pauses, bot: BotAccount, *, answers: int
) -> None:
    async with polling(telegram, script, pauses, config_of(bot)):
        await telegram.until_called("sendMessage", answers)


async def test_with_the_database_down_nothing_is_lost_and_nothing_overtakes(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    script.errors = [DatabaseDown("gone"), DatabaseDown("gone"), DatabaseDown("still gone")]
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(asha.sends(text=str(number)))
        group.create_task(_serve_until(telegram, script, pauses, bot, answers=5))
    assert script.texts == ["0", "1", "2", "3", "4"]
    assert pauses.seconds[:3] == [1, 2, 4]
    assert len(asha.reads()) == 5


async def test_a_chat_that_telegram_cannot_serve_does_not_hold_up_the_bot_for_ever(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for _ in range(5 * 4):
        telegram.fail("sendMessage", 500, "Internal Server Error")
    async with polling(telegram, script, pauses, config_of(bot)):
        await asha.sends(text="2 idly")
        assert asha.reads() == []
        assert (await telegram.person(bot, "Ravi").says("hi")).text == "You said: hi"
    assert len({inbound.command_id for inbound in script.heard}) == 2
    assert script.texts == ["2 idly"] * 5 + ["hi"]
    assert "no reply to update 1000 got through" in caplog.text


async def test_a_strange_update_does_not_spoil_its_batch(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(asha.delivers(bot.update("message", {"unheard": "of"})))
        group.create_task(asha.sends(text="\ud83d idly"))
        group.create_task(_serve_until(telegram, script, pauses, bot, answers=1))
    assert script.texts == ["? idly"]
    assert not bot.pending


async def test_ids_that_start_again_lower_are_heard(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    async with polling(telegram, script, pauses, config_of(bot)):
        await asha.says("before")
        bot.next_update_id = 3
        await asha.says("after a quiet week")
    assert script.texts == ["before", "after a quiet week"]


async def test_stopping_lets_the_turn_end_and_confirms_it(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    script.gate.clear()
    async with asyncio.TaskGroup() as group:
        group.create_task(asha.sends(text="2 idly"))
        async with polling(telegram, script, pauses, config_of(bot)):
            await script.until_begun(1)
            asyncio.get_running_loop().call_later(0, script.gate.set)
    assert asha.sees().text == "You said: 2 idly"
    assert not bot.pending


async def test_trouble_is_said_once_and_got_over(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for _ in range(3):
        telegram.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    async with polling(telegram, script, pauses, config_of(bot)):
        await asha.says("hi")
    assert caplog.text.count("another process polls with this token") == 1
    assert pauses.seconds == [1, 2, 4]


async def test_a_token_that_is_taken_back_stops_its_bot_only(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    gone = telegram.bot("222:BBB-token")
    async with polling(telegram, script, pauses, config_of(bot), config_of(gone, "gone")):
        await asha.says("hi")
        telegram.revoke(gone)
        await asha.says("still here")
    assert script.texts == ["hi", "still here"]
    assert "bot 222: Telegram no longer knows this token" in caplog.text


async def test_without_any_valid_token_polling_ends(
    telegram: FakeTelegram, script: Script, pauses: Pauses, caplog: pytest.LogCaptureFixture
) -> None:
    config = BotConfig("demo", TENANT, "999:unknown", SECRET)
    service = TelegramService(
        [config], script, ScriptedTill(), speech, api_base=telegram.base, pause=pauses
    )
    try:
        with pytest.raises(NoBotLeft):
            await service.run_polling()
    finally:
        await service.close()
    assert "bot 999 is off" in caplog.text
    assert "unknown" not in caplog.text
