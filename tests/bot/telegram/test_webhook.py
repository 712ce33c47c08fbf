"""The webhook: who is believed, and when an update is acknowledged."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.service import NoBotLeft
from bot.pg import DatabaseDown
from bot.reply import Reply
from tests.bot.telegram.rig import SECRET, TENANT, Pauses, Script, config_of, webhook
from tests.fakes.telegram import SECRET_HEADER, BotAccount, FakeTelegram
from tools.kit.call import Call
from tools.kit.result import Button

GENUINE = {SECRET_HEADER: SECRET}


@pytest.fixture
async def address(
    telegram: FakeTelegram, script: Script, pauses: Pauses, bot: BotAccount
) -> AsyncIterator[str]:
    async with webhook(telegram, script, pauses, config_of(bot)) as server:
        yield server


@pytest.fixture
async def client() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


def hello(telegram: FakeTelegram, bot: BotAccount) -> bytes:
    return json.dumps(telegram.person(bot).message(text="hello")).encode()


async def test_telegram_is_told_the_secret_and_what_to_send(
    address: str, telegram: FakeTelegram
) -> None:
    (asked,) = telegram.called("setWebhook")
    assert asked == {
        "url": "https://shop.example/telegram/111",
        "secret_token": SECRET,
        "allowed_updates": (
            '["message", "edited_message", "callback_query", "pre_checkout_query",'
            ' "my_chat_member", "chat_member"]'
        ),
    }


@pytest.mark.parametrize("secret", ["", "short secret", "தோசை", "x" * 257])
def test_there_is_no_bot_without_a_secret(secret: str) -> None:
    with pytest.raises(ValueError, match="webhook secret of 'demo'"):
        BotConfig("demo", TENANT, "111:AAA", secret)


def test_a_configuration_keeps_its_secrets() -> None:
    shown = repr(BotConfig("demo", TENANT, "111:AAA", SECRET))
    assert "AAA" not in shown
    assert SECRET not in shown


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: "wrong"},
        {SECRET_HEADER: SECRET.upper()},
        {SECRET_HEADER: SECRET + "x"},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: "s3cr€t தோசை"},
        {"Authorization": SECRET},
        {"X-Forwarded-For": "149.154.167.220"},
    ],
    ids=["none", "empty", "wrong", "case", "longer", "shorter", "unicode", "elsewhere", "address"],
)
async def test_without_the_secret_nothing_is_believed(
    address: str,
    client: ClientSession,
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    headers: dict[str, str],
) -> None:
    url, body = f"{address}/telegram/111", hello(telegram, bot)
    async with client.post(url, data=body, headers=headers) as response:
        assert response.status == 401
    assert script.heard == []


@pytest.mark.parametrize(
    "secret",
    [b"\xff\xfe\x80", b"x" * 10_000, SECRET.encode() + b"\xff"],
    ids=["bytes", "10kB", "tail"],
)
async def test_a_secret_of_any_bytes_is_a_clients_fault(address: str, secret: bytes) -> None:
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST /telegram/111 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
    writer.write(head.encode() + secret + b"\r\nConnection: close\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    writer.close()
    await writer.wait_closed()
    assert status in (400, 401)


@pytest.mark.parametrize("bot_id", ["222", "111:AAA-token", "0111", "x" * 3000, "%00", "%D9%A1"])
async def test_an_unknown_bot_is_not_found(
    address: str, client: ClientSession, telegram: FakeTelegram, bot: BotAccount, bot_id: str
) -> None:
    url = f"{address}/telegram/{bot_id}"
    async with client.post(url, data=hello(telegram, bot), headers=GENUINE) as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"not json", 400),
        (b"\xff\xfe\x00", 400),
        (b'{"update_id": NaN}', 400),
        (b'{"update_id": 1, "message": Infinity}', 400),
        (b'{"update_id": "1"}', 400),
        (b'{"update_id": true}', 400),
        (b'{"message": {}}', 400),
        (b"[]", 400),
        (b"null", 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 40_000, 400),
        (b'{"update_id": ' + b"9" * 10_000 + b"}", 400),
        (b'{"update_id": 1, "x": "' + b"x" * 900_000 + b'"}', 413),
        (b'{"update_id": 1}', 200),
        (b'{"update_id": 1, "message": {"unheard": "of"}}', 200),
        (b'{"update_id": 1, "message": 5}', 200),
        (b'{"update_id": 1, "update_id": 2}', 200),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else str(value),
)
async def test_a_body_of_any_bytes_is_never_our_fault(
    address: str, client: ClientSession, script: Script, body: bytes, status: int
) -> None:
    url = f"{address}/telegram/111"
    async with client.post(url, data=body, headers=GENUINE) as response:
        assert response.status == status
    assert script.heard == []


async def test_a_body_without_end_is_cut_off(
    address: str, client: ClientSession, script: Script
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 10_000

    url = f"{address}/telegram/111"
    async with client.post(url, data=endless(), headers=GENUINE) as response:
        assert response.status == 413


async def test_half_a_surrogate_pair_is_answered(
    address: str, client: ClientSession, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    body = hello(telegram, bot).replace(b"hello", b"\\ud83d idly")
    async with client.post(f"{address}/telegram/111", data=body, headers=GENUINE) as response:
        assert response.status == 200
    assert script.texts == ["? idly"]


async def test_nothing_is_acknowledged_before_the_turn_has_committed(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    asha = telegram.person(bot)
    script.gate.clear()
    async with asyncio.TaskGroup() as group:
        sending = group.create_task(asha.says("2 idly"))
        await script.until_begun(1)
        assert not sending.done()
        assert telegram.called("sendMessage") == []
        script.gate.set()
    assert sending.result().text == "You said: 2 idly"
    assert asha.status == 200


async def test_with_the_database_down_the_update_comes_again(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.errors = [DatabaseDown("gone")]
    asha = telegram.person(bot)
    update = asha.message(text="2 idly")
    assert await asha.delivers(update) == 503
    assert asha.reads() == []
    assert await asha.delivers(update) == 200
    assert asha.sees().text == "You said: 2 idly"


async def test_a_reply_telegram_did_not_take_makes_the_update_come_again(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    for _ in range(4):
        telegram.fail("sendMessage", 502, "Bad Gateway")
    asha = telegram.person(bot)
    update = asha.message(text="2 idly")
    assert await asha.delivers(update) == 503
    assert await asha.delivers(update) == 200
    first, again = script.heard
    assert first.command_id == again.command_id
    assert len(asha.reads()) == 1


async def test_a_press_that_failed_is_answered_when_it_comes_again(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    script.answer = lambda inbound: Reply("Menu?", [[Button("Menu", Call("search_menu"))]])
    asha = telegram.person(bot)
    message = await asha.says("hi")
    press = asha.press(message.buttons[0][0][1], message.message_id)
    script.errors = [DatabaseDown("gone")]
    assert await asha.delivers(press) == 503
    assert telegram.called("answerCallbackQuery") == []
    assert await asha.delivers(press) == 200
    assert len(telegram.called("answerCallbackQuery")) == 1


async def test_one_chats_flood_is_bounded_and_costs_the_others_nothing(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    flood, ravi = telegram.person(bot), telegram.person(bot, "Ravi")
    script.held = {str(flood.user_id)}
    script.gate.clear()
    async with asyncio.TaskGroup() as group:
        waiting = {group.create_task(flood.sends(text=str(number))) for number in range(50)}
        dropped = set[asyncio.Task[int]]()
        while len(dropped) < 30:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            dropped |= done
        assert (await ravi.says("hi")).text == "You said: hi"
        (warning,) = flood.reads()
        assert warning.text.startswith("One at a time")
        script.gate.set()
    assert {task.result() for task in dropped | waiting} == {200}
    assert len([one for one in script.heard if one.sender == str(flood.user_id)]) == 20


async def test_what_is_posted_twice_carries_the_same_command_id(
    address: str, telegram: FakeTelegram, bot: BotAccount, script: Script
) -> None:
    asha = telegram.person(bot)
    update = asha.message(text="2 idly")
    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(asha.delivers(update))
    assert {inbound.command_id for inbound in script.heard} == {
        f"telegram:111:{update['update_id']}"
    }


async def test_a_token_telegram_does_not_know_is_named(
    telegram: FakeTelegram, script: Script, pauses: Pauses, caplog: pytest.LogCaptureFixture
) -> None:
    config = BotConfig("demo", TENANT, "999:unknown", SECRET)
    with pytest.raises(NoBotLeft, match="get valid ones"):
        async with webhook(telegram, script, pauses, config):
            pass
    assert "bot 999 is off" in caplog.text
    assert "unknown" not in caplog.text


async def test_telegram_out_of_reach_at_the_start_is_waited_for(
    telegram: FakeTelegram, script: Script, pauses: Pauses, bot: BotAccount
) -> None:
    for _ in range(5):
        telegram.fail("getMe", 502, "Bad Gateway")
    async with webhook(telegram, script, pauses, config_of(bot)):
        assert (await telegram.person(bot).says("hi")).text == "You said: hi"
    assert pauses.seconds[:4] == [1, 2, 4, 1]
