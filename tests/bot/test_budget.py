"""A shop's tokens a day: once used up, the rules read until its next day, whoever spent them."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import psycopg
import pytest
from psycopg import sql
from pydantic import TypeAdapter

from bot.intent.budget import Budgets
from bot.pg import Postgres
from tests.support.calls import Counting
from tests.support.models import Model, answer_of, with_model
from tests.support.shop import Shop, open_shop
from tests.tools.turns import TENANT
from tools.kit.call import Json
from tools.kit.view import Spent

NOON = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
TWO_IDLY = answer_of({"tool": "add_to_cart", "item": "idly", "quantity": 2})


@pytest.fixture
def model() -> Model:
    return Model(TWO_IDLY)


class Town:
    """A database in which it is the time a test says; each `process` has nothing of the others."""

    def __init__(self, dsn: str, db: psycopg.Connection) -> None:
        self._dsn = dsn
        self._db = db
        self._names = count(1)
        self.counting: Counting | None = None
        self.turn_clock(NOON)

    def turn_clock(self, now: datetime) -> None:
        """Let it be another time, for connections to come."""
        self.now = now
        name, at = sql.Identifier(self._db.info.dbname), sql.Literal(now.isoformat())
        self._db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, at))

    @asynccontextmanager
    async def process(self, model: Model, daily_tokens: int) -> AsyncIterator[Shop]:
        """The demo shop as a process that has just started serves it."""
        postgres = await Postgres.connect(self._dsn, trust_unsafe=True)
        try:
            self.counting = Counting(postgres)
            shop = with_model(await open_shop(self.counting, lambda: self.now), model)
            spent = TypeAdapter(dict[UUID, Spent]).validate_python(
                await postgres.call("list_budgets")
            )
            yield Shop(replace(shop.rooms, budgets=Budgets(daily_tokens, spent)), self._names)
        finally:
            await postgres.close()


@pytest.fixture
def town(dsn: str, db: psycopg.Connection) -> Town:
    return Town(dsn, db)


async def test_a_budget_that_is_used_up_leaves_the_shop_to_the_rules(
    town: Town, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    async with town.process(model, 880) as shop:
        person = shop.person()
        with caplog.at_level(logging.WARNING):
            sources = [(await person.says("2 idly")).source for _ in range(4)]
    assert sources == ["llm", "llm", "rules", "rules"]
    assert len(model.asked) == 2
    assert person.cart == [(8, "Idly", "320.00")]
    told = [record.getMessage() for record in caplog.records]
    assert told == [
        "demo has used up its 880 tokens of 2026-03-02: the rules read until its next day"
    ]


async def test_it_survives_a_restart_and_ends_with_the_shops_own_day(
    town: Town, model: Model
) -> None:
    async with town.process(model, 880) as shop:
        for _ in range(2):
            await shop.person().says("2 idly")
    async with town.process(model, 880) as shop:
        assert (await shop.person().says("2 idly")).source == "rules"
        # In Kolkata it is midnight five and a half hours before it is in UTC.
        town.now = datetime(2026, 3, 2, 18, 29, tzinfo=UTC)
        assert (await shop.person().says("2 idly")).source == "rules"
        town.now += timedelta(minutes=2)
        assert (await shop.person().says("2 idly")).source == "llm"


async def test_what_other_processes_spend_is_known_with_the_next_turn_of_a_model(
    town: Town, model: Model
) -> None:
    async with town.process(model, 1300) as one, town.process(model, 1300) as other:
        asha, ravi = one.person("asha"), other.person("ravi")
        for person in (asha, ravi, asha):
            assert (await person.says("2 idly")).source == "llm"
        assert (await asha.says("2 idly")).source == "rules"
        # The other process knows of two turns only: it is let in once more, and that tells.
        assert (await ravi.says("2 idly")).source == "llm"
        assert (await ravi.says("2 idly")).source == "rules"
    assert len(model.asked) == 4


async def test_it_costs_no_statement_of_its_own(town: Town, model: Model) -> None:
    async with town.process(model, 1000) as shop:
        person = shop.person()
        await person.says("2 idly")
        assert town.counting is not None
        town.counting.called.clear()
        for _ in range(3):
            await person.says("2 idly")
        assert town.counting.called == ["add_to_cart"] * 3


async def test_tokens_of_a_message_of_several_calls_count_once(
    town: Town, model: Model, db: psycopg.Connection
) -> None:
    idly: dict[str, Json] = {"tool": "add_to_cart", "item": "idly", "quantity": 2}
    model.says = answer_of(idly, {"tool": "checkout"})
    async with town.process(model, 500) as shop:
        assert (await shop.person().says("2 idly and checkout")).source == "llm"
        assert (await shop.person().says("2 idly and checkout")).source == "llm"
        assert (await shop.person().says("2 idly and checkout")).source == "rules"
    assert usage(db) == [(TODAY, 2, 880)]


async def test_a_message_delivered_twice_counts_once(
    town: Town, model: Model, db: psycopg.Connection
) -> None:
    async with town.process(model, 10_000) as shop:
        person = shop.person()
        for _ in range(2):
            await person.says("2 idly", command="telegram:1:7")
    assert usage(db) == [(TODAY, 1, 440)]


async def test_a_refused_turn_counts_too(town: Town, model: Model, db: psycopg.Connection) -> None:
    model.says = answer_of({"tool": "checkout"})
    async with town.process(model, 10_000) as shop:
        reply = await shop.person().says("checkout")
    assert reply.text.startswith("Your cart is empty.")
    assert usage(db) == [(TODAY, 1, 440)]


async def test_without_tokens_no_model_is_asked(
    town: Town, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    async with town.process(model, 0) as shop:
        assert (await shop.person().says("2 idly")).source == "rules"
    assert model.asked == []
    assert caplog.records == []


async def test_a_shop_has_a_number_of_its_own(
    town: Town, model: Model, db: psycopg.Connection
) -> None:
    db.execute("update cold.tenants set daily_tokens = 0")
    async with town.process(model, 10_000) as shop:
        assert (await shop.person().says("2 idly")).source == "rules"
    db.execute("update cold.tenants set daily_tokens = 10000")
    async with town.process(model, 1) as shop:
        assert (await shop.person().says("2 idly")).source == "llm"
        db.execute("update cold.tenants set daily_tokens = 800")
        assert (await shop.person().says("2 idly")).source == "llm"
        assert (await shop.person().says("2 idly")).source == "rules"


async def test_tokens_and_cost_are_on_record_with_the_turn(
    town: Town, model: Model, db: psycopg.Connection
) -> None:
    async with town.process(model, 10_000) as shop:
        await shop.person().says("2 idly")
        model.tokens = replace(model.tokens, cost=None)
        await shop.person().says("2 idly")
    rows = db.execute(
        "select prompt_tokens, completion_tokens, llm_cost::text from cold.turns order by llm_cost"
    ).fetchall()
    assert rows == [(400, 40, "0.00006000"), (400, 40, None)]


def test_an_earlier_count_comes_too_late() -> None:
    budgets = Budgets(1000)
    for tokens in (1200, 900):
        budgets.note(TENANT, Spent(day=TODAY, tokens=tokens))
    assert not budgets.admits(TENANT, TODAY)
    assert budgets.admits(TENANT, TODAY + timedelta(days=1))


def test_without_a_bound_everything_is_admitted() -> None:
    budgets = Budgets()
    budgets.note(TENANT, Spent(day=TODAY, tokens=10**12))
    assert budgets.admits(TENANT, TODAY)


def usage(db: psycopg.Connection) -> list[tuple[date, int, int]]:
    """What the shop has spent, by day: calls and tokens."""
    return db.execute("select day, calls, tokens from cold.llm_usage order by day").fetchall()
