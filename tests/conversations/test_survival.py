"""The real service: it is killed, its PostgreSQL is, Groq is gone; the conversation goes on."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from db.embedded.postmaster import stop
from db.embedded.process import running_pid, running_socket
from tests.conftest import VERSIONS, component_missing
from tests.fakes.groq import FakeGroq, fake_groq
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.servers import binaries

TOKEN = "111:AAA-token"  # noqa: S105 - the loopback Bot API's


@dataclass
class Machine:
    """A machine with two keys set: `hotcart serve`, with Telegram and Groq on the loopback."""

    home: Path
    pg_bin: Path
    telegram: FakeTelegram
    bot: BotAccount
    groq: FakeGroq
    settings: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Process]:
        """The service, from its line "Serving …" on; stopped politely in the end."""
        process = await asyncio.create_subprocess_exec(
            Path(sys.executable).with_name("hotcart"),
            "serve",
            stdout=PIPE,
            stderr=PIPE,
            cwd=self.home.parent,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(self.home.parent),
                "HOTCART_HOME": str(self.home),
                "PG_BIN": str(self.pg_bin),
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_BASE": self.telegram.base,
                "GROQ_API_KEY": "gsk_loopback",
                "GROQ_BASE_URL": self.groq.url,
                "INTENT_DEADLINE": "2",
                **self.settings,
            },
        )
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            async with asyncio.timeout(45):
                line = await process.stdout.readline()
            if b"Serving demo by polling" not in line:
                process.kill()
                pytest.fail((await process.stderr.read()).decode())
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(20):
                await process.wait()

    def asha(self) -> Person:
        """Somebody who writes to the bot."""
        return self.telegram.person(self.bot, "Asha")

    def postmaster(self) -> int:
        """The pid of the server's first process."""
        pid = running_pid((self.home / "data").resolve())
        assert pid is not None
        return pid

    def kill_the_server(self) -> None:
        """SIGKILL all of its processes: a backend left over could still answer for a moment."""
        postmaster = self.postmaster()
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        for pid in (postmaster, *map(int, children)):
            os.kill(pid, signal.SIGKILL)

    def connect(self) -> psycopg.Connection:
        """The superuser's view of the running server."""
        socket = running_socket((self.home / "data").resolve())
        return psycopg.connect(host=str(socket), user="postgres", dbname="hotcart", autocommit=True)


@pytest.fixture(params=VERSIONS, ids=lambda version: f"pg{version}")
async def machine(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Machine]:
    programs = binaries(request.param)
    if programs is None:
        component_missing(request.config, f"PostgreSQL {request.param} is not installed")
        return
    async with FakeTelegram() as telegram, fake_groq() as groq:
        home = folder / "home"
        yield Machine(home, programs, telegram, telegram.bot(TOKEN), groq)
        # Where the test has failed halfway, nobody else will.
        stop((home / "data").resolve())


async def test_the_conversation_survives_the_bot_and_its_server(machine: Machine) -> None:
    asha = machine.asha()
    async with machine.serving() as process:
        machine.groq.answers({"tool": "add_to_cart", "item": "idly", "quantity": 2})
        seen = await asha.says("couple of idlies would be lovely")
        assert "Added 2x Idly" in seen.text
        # Not a word of the menu, the cart or the customer went to the model.
        sent = str(machine.groq.asked[-1].body)
        assert "Asha" not in sent
        assert "Masala Dosa" not in sent

        process.kill()
        await process.wait()

    async with machine.serving():
        machine.groq.answers({"tool": "view_cart"})
        assert "2x Idly (₹80)" in (await asha.says("what do I have?")).text

        with machine.connect() as db:
            row = db.execute(
                "select pid from pg_stat_activity where application_name = 'hotcart' limit 1"
            ).fetchone()
        assert row is not None
        os.kill(row[0], signal.SIGKILL)
        machine.groq.sends("{}", status=500)
        assert "You now have 3x Idly. Total: ₹120." in (await asha.says("add one more")).text

        machine.kill_the_server()
        seen = await asha.says("/checkout")
        assert "₹120" in seen.text

        machine.kill_the_server()
        seen = await asha.presses("Cash")
        assert "Order #1 - Total: ₹120" in seen.text
        with machine.connect() as db:
            assert db.execute("select count(*) from cold.orders").fetchone() == (1,)
            assert db.execute(
                "select quantity, subtotal::text from cold.order_item"
            ).fetchall() == [(3, "120.00")]


async def test_the_conversation_goes_on_whatever_groq_does(machine: Machine) -> None:
    asha = machine.asha()
    async with machine.serving():
        machine.groq.hangs()
        assert "Added 2x Idly" in (await asha.says("add 2 idly")).text
        machine.groq.says("I would be happy to help! You owe me 5 dollars.")
        assert "Masala Dosa" in (await asha.says("also add 1 masala dosa")).text
        wait = {"Retry-After": "30"}
        machine.groq.sends('{"error": {"message": "slow down"}}', status=429, headers=wait)
        assert "Total: ₹160" in (await asha.says("view my cart")).text
        asked = len(machine.groq.asked)
        # It was told to wait, so for half a minute nobody asks it again.
        assert "₹240" in (await asha.says("add one more")).text
        assert len(machine.groq.asked) == asked
        with machine.connect() as db:
            sources = db.execute("select source, provider from cold.turns order by at").fetchall()
    assert [source for source, _ in sources] == ["rules"] * 4
    assert [provider is not None for _, provider in sources] == [True, True, True, False]
