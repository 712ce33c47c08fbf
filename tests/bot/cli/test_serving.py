"""`hotcart` with a bot token: a whole process, from an empty folder to an order, to SIGTERM."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.fakes.telegram import FakeTelegram

TOKEN = "111:token"  # noqa: S105


@asynccontextmanager
async def running(telegram: FakeTelegram, home: Path) -> AsyncIterator[Process]:
    """`hotcart` with nothing configured but a home and a bot on this Bot API."""
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("hotcart"),
        cwd=home.parent,
        env={
            "HOTCART_HOME": str(home),
            "HOME": str(home.parent),
            "PATH": "/usr/bin:/bin",
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": telegram.base,
        },
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_bot_is_served_until_the_process_is_told_to_stop(folder: Path) -> None:
    async with FakeTelegram() as telegram:
        asha = telegram.person(telegram.bot(TOKEN), "Asha")
        async with running(telegram, folder / "home") as process:
            assert process.stdout is not None
            said = (await process.stdout.readline()).decode()
            assert (
                said == "Serving demo by polling. Chat with your bot in Telegram; Ctrl-C stops.\n"
            )
            assert "Added 2x Idly" in (await asha.says("add 2 idly")).text
            await asha.presses("Checkout")
            assert "Order #1" in (await asha.presses("Cash")).text
            await telegram.until_called("sendMessage", 2)
            process.send_signal(signal.SIGTERM)
            _, complaints = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in complaints


async def test_a_token_telegram_does_not_know_is_one_line(folder: Path) -> None:
    async with FakeTelegram() as telegram:
        telegram.bot(TOKEN).revoked = True
        async with running(telegram, folder / "home") as process:
            _, complaints = await process.communicate()
    assert process.returncode == 1
    last = complaints.decode().splitlines()[-1]
    assert last.startswith("hotcart: Telegram ")
    assert "@BotFather" in last
    assert b"Traceback" not in complaints
