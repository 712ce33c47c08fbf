"""A person talking to a bot, by polling and by webhook: the same in both."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from decimal import Decimal
from uuid import UUID

import pytest

from bot.channels.telegram.cards import CHANGE, MINUS
from bot.commands import COMMANDS
from bot.inbound import Inbound
from bot.reply import Reply
from tests.bot.telegram.rig import Pauses, Script, config_of, polling, webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tools.kit.call import Call, Json
from tools.kit.result import Button, CartCard
from tools.kit.view import CartLine

OTHER_SHOP = UUID("22222222-2222-4222-8222-222222222222")
pytestmark = pytest.mark.usefixtures("service")


@pytest.fixture
def second_bot(telegram: FakeTelegram) -> BotAccount:
    return telegram.bot("222:BBB-token", "second_bot")


@pytest.fixture(params=["polling", "webhook"])
async def service(
    request: pytest.FixtureRequest,
    telegram: FakeTelegram,
    script: Script,
    pauses: Pauses,
    bot: BotAccount,
    second_bot: BotAccount,
) -> AsyncIterator[None]:
    """Two shops' bots in one service."""
    configs = (config_of(bot), config_of(second_bot, "second", OTHER_SHOP))
    async with AsyncExitStack() as stack:
        if request.param == "polling":
            await stack.enter_async_context(polling(telegram, script, pauses, *configs))
        else:
            await stack.enter_async_context(webhook(telegram, script, pauses, *configs))
        yield


def counter(inbound: Inbound) -> Reply:
    """A pipeline with one line in its cart, whose quantity is what the last press asked for."""
    quantity = 1
    for call in inbound.calls or ():
        if call.tool == "set_quantity":
            quantity = int(str(call.args["quantity"]))
    line = CartLine(
        line_no=4,
        item_id="idly",
        item_name="Idly",
        quantity=quantity,
        unit_price=Decimal(40),
        line_total=Decimal(40) * quantity,
    )
    return Reply(
        f"You have {quantity}.",
        [[Button("Checkout", Call("checkout"))]],
        CartCard((line,), line.line_total),
    )


async def test_words_are_answered(telegram: FakeTelegram, bot: BotAccount, script: Script) -> None:
    asha = telegram.person(bot, language_code="ta")
    assert (await asha.says("2 <idly>")).text == "You said: 2 <idly>"
    (inbound,) = script.heard
    assert (inbound.tenant, inbound.chat, inbound.language) == ("demo", str(asha.user_id), "ta")


async def test_commands_are_shown_and_work(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    await telegram.person(bot).says("/start")
    assert script.heard[0].calls == (COMMANDS["start"].call,)
    assert [command["command"] for command in bot.commands] == list(COMMANDS)


async def test_a_press_changes_its_message_in_place(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = counter
    asha = telegram.person(bot)
    await asha.says("an idly")
    seen = await asha.presses("+", beside="Idly")
    assert seen.text == "You have 2.\n\n2x Idly — ₹80\nTotal: ₹80"
    assert seen.labels == [MINUS, f"{CHANGE} 2x Idly", "+", "Checkout"]
    assert len(asha.reads()) == 1
    assert asha.notice == ""


async def test_a_press_that_changes_nothing_is_fine(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = counter
    asha = telegram.person(bot)
    await asha.says("an idly")
    await asha.presses("1x Idly")
    assert len(asha.reads()) == 1
    assert asha.notice == ""


async def test_a_message_too_old_to_be_changed_is_followed_by_a_new_one(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = counter
    asha = telegram.person(bot)
    message = await asha.says("an idly")
    (plus,) = [data for text, data in message.buttons[0] if text == "+"]
    bot.chats.forget(asha.user_id)
    await asha.delivers(asha.press(plus, message.message_id))
    assert asha.sees().text.startswith("You have 2.")


async def test_another_persons_button_has_expired(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = counter
    asha, ravi = telegram.person(bot), telegram.person(bot, "Ravi")
    message = await asha.says("an idly")
    (plus,) = [data for text, data in message.buttons[0] if text == "+"]
    ravi.chat = asha.chat
    press = ravi.press(plus, message.message_id)
    await ravi.delivers(press)
    assert len(script.heard) == 1
    assert asha.reads() == [message]
    (answer,) = telegram.called("answerCallbackQuery")
    assert answer["text"].startswith("This button has expired")


async def test_bots_of_one_process_keep_their_shops_apart(
    telegram: FakeTelegram, bot: BotAccount, second_bot: BotAccount, script: Script
) -> None:
    script.answer = counter
    asha = telegram.person(bot)
    message = await asha.says("an idly")
    asha.bot = second_bot
    await asha.says("an idly")
    await asha.delivers(asha.press(message.buttons[0][2][1], message.message_id))
    assert [inbound.tenant for inbound in script.heard] == ["demo", "second"]


async def test_a_poison_message_gets_one_apology_and_blocks_nothing(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.errors = [RuntimeError("boom")]
    asha = telegram.person(bot)
    assert (await asha.says("poison")).text.startswith("Sorry, something went wrong")
    assert asha.status == 200
    assert (await asha.says("2 idly")).text == "You said: 2 idly"
    assert len(asha.reads()) == 2


async def test_a_reply_that_cannot_be_drawn_is_a_poison_too(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = lambda inbound: Reply(None)  # type: ignore[arg-type]
    seen = await telegram.person(bot).says("hi")
    assert seen.text.startswith("Sorry, something went wrong")


async def test_somebody_who_blocked_the_bot_blocks_nobody(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    telegram.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
    asha = telegram.person(bot)
    assert await asha.sends(text="hi") == 200
    assert asha.reads() == []
    assert len(telegram.called("sendMessage")) == 1
    assert (await telegram.person(bot, "Ravi").says("hi")).text == "You said: hi"


async def test_flood_control_is_waited_out(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses
) -> None:
    telegram.fail("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
    assert (await telegram.person(bot).says("hi")).text == "You said: hi"
    assert pauses.seconds == [7]


async def test_flood_control_of_an_hour_is_not(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses
) -> None:
    telegram.fail("sendMessage", 429, "Too Many Requests", retry_after=3600)
    assert await telegram.person(bot).sends(text="hi") == 200
    assert (pauses.seconds, len(script.heard)) == ([], 1)


async def test_an_error_of_telegrams_own_passes(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses
) -> None:
    telegram.fail("sendMessage", 500, "Internal Server Error")
    telegram.fail("sendMessage", 502, "Bad Gateway")
    assert (await telegram.person(bot).says("hi")).text == "You said: hi"
    assert pauses.seconds == [1, 2]
    assert script.texts == ["hi"]


async def test_in_a_group_customers_are_not_heard(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    asha = telegram.person(bot).goes_to(-100)
    for text in ("2 idly", "/cart", "/cart@shop_bot", "/start"):
        assert await asha.sends(text=text) == 200
    assert asha.reads() == []
    assert script.heard == []


async def test_what_is_edited_or_forwarded_is_no_order_and_one_is_told_so(
    telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    asha = telegram.person(bot)
    origin: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
    assert "forwarded" in (await asha.says("5 idly", forward_origin=origin)).text
    update = asha.message(text="5 idly", edit_date=2)
    update["edited_message"] = update.pop("message")
    assert await asha.delivers(update) == 200
    assert "send a new one" in asha.sees().text
    assert script.heard == []
