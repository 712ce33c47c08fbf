"""A model that takes its time: no transaction is open meanwhile, and no other chat waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest

from bot.intent.chain import Chain
from bot.intent.groq import GroqProvider
from bot.intent.rules import RuleParser
from bot.lanes import Lanes
from bot.reply import Reply
from tests.fakes.groq import FakeGroq, fake_groq
from tests.support.shop import Person, Shop, all_tools

OURS = """
select state, xact_start from pg_stat_activity
where application_name = 'hotcart' and datname = current_database()
"""


@pytest.fixture
async def groq() -> AsyncIterator[FakeGroq]:
    async with fake_groq() as fake:
        yield fake


@pytest.fixture
async def slow_shop(shop: Shop, groq: FakeGroq) -> AsyncIterator[Shop]:
    """The demo shop, its menu loaded, with a model on the loopback before the rules."""
    await shop.person().says("hello")
    provider = GroqProvider("key", base_url=groq.url, timeout=30)
    yield shop.reading_with(Chain([provider], RuleParser(), all_tools(), deadline=30))
    await provider.close()


@asynccontextmanager
async def thinking(groq: FakeGroq, person: Person, lanes: Lanes) -> AsyncIterator[Person]:
    """The model is asked about what the person said, and does not answer before the end."""
    groq.hangs()
    async with asyncio.TaskGroup() as group:
        group.create_task(lanes.run(person.name, lambda: person.says("2 idly")))
        await groq.arrived.wait()
        yield person
        groq.released.set()


async def test_no_transaction_is_open_while_the_model_thinks(
    slow_shop: Shop, groq: FakeGroq, db: psycopg.Connection
) -> None:
    async with thinking(groq, slow_shop.person(), Lanes()) as person:
        connections = db.execute(OURS).fetchall()
        assert connections
        assert {(state, began) for state, began in connections} == {("idle", None)}
    assert person.cart == [(2, "Idly", "80.00")]


async def test_the_inspector_sees_an_open_transaction(dsn: str, db: psycopg.Connection) -> None:
    with psycopg.connect(dsn, application_name="hotcart") as connection:
        connection.execute("select 1")
        assert [state for state, _ in db.execute(OURS).fetchall()] == ["idle in transaction"]


async def test_no_other_chat_waits_for_it(slow_shop: Shop, groq: FakeGroq) -> None:
    lanes = Lanes()
    async with thinking(groq, slow_shop.person("slow"), lanes) as slow:
        for number in range(20):
            other = slow_shop.person(f"other-{number}")
            groq.answers({"tool": "add_to_cart", "item": "idly", "quantity": 3})
            reply = await _says(lanes, other, "3 idly")
            assert (reply.source, other.cart) == ("llm", [(3, "Idly", "120.00")])
        assert slow.reply.text == ""
    assert slow.reply.source == "rules"


async def test_the_same_chat_stays_in_order(slow_shop: Shop, groq: FakeGroq) -> None:
    lanes = Lanes()
    async with (
        asyncio.TaskGroup() as group,
        thinking(groq, slow_shop.person(), lanes) as person,
    ):
        groq.answers({"tool": "view_cart"})
        second = group.create_task(_says(lanes, person, "view cart"))
        await asyncio.sleep(0)
        assert len(groq.asked) == 1
    assert second.result().view is not None
    assert person.cart == [(2, "Idly", "80.00")]
    assert len(groq.asked) == 2


async def _says(lanes: Lanes, person: Person, text: str) -> Reply:
    return await lanes.run(person.name, lambda: person.says(text))
