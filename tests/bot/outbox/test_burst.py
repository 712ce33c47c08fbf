"""Forty orders at once, in a group that allows twenty messages a minute."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from uuid import UUID

import pytest

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.outbox import Dispatcher, NoticeWords
from tests.bot.outbox.post import Post
from tests.bot.telegram.rig import SECRET, speech
from tests.fakes.telegram import ApiCall
from tests.support.back_office import GROUP, TOPICS, address
from tests.support.life import place
from tests.support.open_rooms import accept_after, open_room
from tests.support.turns import Caller, line

ORDERS = 40
PROMISED = 2.0
TOLD = 1.0
PATIENCE = 20.0
ROOMS = ("kitchen", "counter", "owner")


def order_burst(dsn: str, orders: int) -> list[int]:
    """So many customers order at the same moment; the numbers of their orders."""
    numbers = []
    for number in range(orders):
        who = str(7000 + number)
        with Caller(dsn, who) as caller:
            caller.facts = {"channel": "telegram", "chat": who, "sender": who}
            numbers.append(place(caller, line("idly", 2)).order_no)
    return numbers


def of_group(call: ApiCall) -> bool:
    """Whether somebody in the group sees it."""
    return call.params.get("chat_id") == str(GROUP)


@pytest.fixture(autouse=True)
def rooms(post: Post) -> None:
    """A group with the rooms an order concerns."""
    for kind in ROOMS:
        open_room(post.db, kind, address(kind))
    accept_after(post.db, None)


@asynccontextmanager
async def delivering(post: Post) -> AsyncIterator[None]:
    """Whoever delivers, at the real pace and in real time."""
    bots = [BotConfig("demo", post.tenant, post.bot.token, SECRET)]
    notifier = TelegramNotifier(bots, speech, api_base=post.telegram.base)
    dispatcher = Dispatcher(post.postgres, [notifier], NoticeWords(post.shop.rooms))
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        task = group.create_task(dispatcher.run())
        yield
        task.cancel()
    await notifier.close()


async def test_the_board_is_right_within_two_seconds_and_the_group_is_not_flooded(
    post: Post,
) -> None:
    boards: list[tuple[float, str]] = []
    news = asyncio.Event()

    async def watch(call: ApiCall) -> None:
        if of_group(call) and call.params["text"].startswith("Open:"):
            boards.append((time.monotonic(), call.params["text"]))
            news.set()

    post.telegram.heeded = watch
    async with delivering(post):
        numbers = await asyncio.to_thread(order_burst, post.dsn, ORDERS)
        done = time.monotonic()
        for kind in ("kitchen", "counter"):
            while not shows(post, kind, numbers):
                news.clear()
                await news.wait()
    assert boards[-1][0] - done < PROMISED
    sent = [call for call in post.telegram.calls if call.method == "sendMessage" and of_group(call)]
    assert len(sent) < 20


async def test_what_happens_is_told_within_a_second(post: Post) -> None:
    paid = asyncio.Event()

    async def watch(call: ApiCall) -> None:
        if call.params.get("message_thread_id") == str(TOPICS["owner"]):
            paid.set()

    post.telegram.heeded = watch
    async with delivering(post):
        asha = post.customer()
        await post.telegram.until_called("sendMessage", 5)
        began = time.monotonic()
        post.db.execute("select app.receive_tender(%s, %s, now())", (post.tenant, asha.order_id))
        await paid.wait()
        assert time.monotonic() - began < TOLD
    (told,) = [one for one in post.bot.chats.of(GROUP) if one.topic == TOPICS["owner"]]
    assert told.text == f"Order #{asha.number}: ₹80 is paid in cash."


def shows(post: Post, kind: str, numbers: list[int]) -> bool:
    """Whether the board of a room has all of them, in that order."""
    topic = int(address(kind).partition("/")[2])
    told = [
        one.text.splitlines()[1:]
        for one in post.bot.chats.of(GROUP)
        if one.topic == topic and one.text.startswith("Open:")
    ]
    return [[row.split()[0] for row in rows] for rows in told] == [[f"#{one}" for one in numbers]]


async def test_in_no_minute_the_group_gets_twenty_new_messages(post: Post) -> None:
    """Until the last ticket is there; waiting takes no time and is counted."""
    sent: list[float] = []

    async def note(clock: Post, call: ApiCall) -> None:
        if of_group(call) and call.method == "sendMessage":
            sent.append(clock.hurry())

    order_burst(post.dsn, ORDERS)
    post.telegram.heeded = partial(note, post)
    async with post.dispatcher() as dispatcher:
        while tickets_left(post, post.tenant):
            await dispatcher.deliver_due()
            # Whoever was told to come again later comes now.
            post.hurry.ahead += 5
            post.db.execute("update cold.outbox set next_at = now() where topic = 'ticket'")
    assert len(sent) == 2 * ORDERS + 2
    assert max(sum(at <= one < at + 60 for one in sent) for at in sent) < 20


def tickets_left(post: Post, tenant: UUID) -> bool:
    """Whether a ticket has not been shown yet."""
    left = "select from cold.outbox where topic = 'ticket' and status = 'new' and tenant_id = %s"
    return post.db.execute(left, (tenant,)).fetchone() is not None
