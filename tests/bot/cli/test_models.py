"""Which models read, as the settings have it, and how much a shop may spend on them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr

from bot.cli.models import budgets, providers
from bot.intent.chain import Chain
from bot.intent.rules import RuleParser
from bot.settings import Settings
from tests.bot.cli.conftest import Hotcart
from tests.bot.evaluate.stall import dialog, write_stall
from tests.fakes.groq import FakeGroq, fake_groq
from tests.support.shop import Shop, all_tools
from tests.tools.turns import RecordingDatabase, view
from tools.kit.call import Json

KEY = SecretStr("key")


@pytest.fixture
async def groq() -> AsyncIterator[FakeGroq]:
    async with fake_groq() as fake:
        yield fake


@pytest.fixture
async def own() -> AsyncIterator[FakeGroq]:
    """A server of one's own."""
    async with fake_groq() as fake:
        yield fake


@pytest.mark.parametrize(
    ("provider", "asked"),
    [
        ("auto", ["openai/gpt-oss-20b", "qwen"]),
        ("groq", ["openai/gpt-oss-20b"]),
        ("llm", ["qwen"]),
        ("rules", []),
    ],
)
async def test_groq_is_asked_before_a_server_of_ones_own(provider: str, asked: list[str]) -> None:
    settings = Settings.model_validate(
        {
            "groq_api_key": KEY,
            "llm_base_url": "http://127.0.0.1:1",
            "llm_model": "qwen",
            "intent_provider": provider,
        }
    )
    models = providers(settings)
    assert [model.name for model in models] == asked
    for model in models:
        await model.close()


async def test_without_a_model_nobody_asks_what_was_spent() -> None:
    database = RecordingDatabase(view())
    await budgets(database, Settings(_env_file=None))
    assert database.calls == []


async def test_a_server_of_ones_own_reads_while_groq_is_used_up(
    shop: Shop, groq: FakeGroq, own: FakeGroq, db: psycopg.Connection
) -> None:
    models = providers(
        Settings.model_validate(
            {
                "groq_api_key": KEY,
                "groq_base_url": groq.url,
                "llm_base_url": f"{own.url}/v1",
                "llm_model": "qwen",
                "llm_price": "1/2",
            }
        )
    )
    groq.sends("{}", status=429, headers={"Retry-After": "60"})
    for _ in range(2):
        own.answers({"tool": "add_to_cart", "item": "idly", "quantity": 2}, tokens=(500, 30))
    person = shop.reading_with(Chain(models, RuleParser(), all_tools())).person()
    replies = [await person.says("2 idly") for _ in range(3)]
    for model in models:
        await model.close()
    assert [reply.source for reply in replies] == ["rules", "llm", "llm"]
    assert [reply.usage.calls for reply in replies] == [1, 1, 1]
    assert person.cart == [(6, "Idly", "240.00")]
    assert [asked.path for asked in groq.asked] == ["/openai/v1/chat/completions"]
    assert [asked.path for asked in own.asked] == ["/v1/chat/completions"] * 2
    assert {asked.headers["Authorization"] for asked in own.asked} == {"Bearer none"}
    rows = db.execute(
        "select provider, prompt_tokens, llm_cost::text from cold.turns order by at"
    ).fetchall()
    assert rows == [
        ("openai/gpt-oss-20b", 0, None),
        ("qwen", 500, "0.00056000"),
        ("qwen", 500, "0.00056000"),
    ]


async def test_the_fast_path_asks_only_about_what_the_rules_are_not_sure_of(
    hotcart: Hotcart, own: FakeGroq, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stall(Path(), [dialog(1, ("2 samosa", []), ("whatever the gentleman had", []))])
    own.answers({"tool": "add_to_cart", "item": "samosa", "quantity": 2})
    monkeypatch.setenv("LLM_BASE_URL", own.url)
    monkeypatch.setenv("LLM_MODEL", "qwen")
    monkeypatch.setenv("INTENT_FAST_PATH", "on")
    run = ("eval", "--menus", "menus", "--out", "out.jsonl", "--provider", "chain", "cases.jsonl")
    ran = await asyncio.to_thread(hotcart, *run)
    assert ran.code == 0, ran.err
    assert "2 turns (1 by a model, 1 by the rules)" in ran.out
    asked = [message["content"] for message in _messages(own.asked[0].body)]
    assert asked[-1] == "whatever the gentleman had"
    assert len(own.asked) == 1


def _messages(body: dict[str, Json]) -> list[dict[str, Json]]:
    messages = body["messages"]
    assert isinstance(messages, list)
    return [message for message in messages if isinstance(message, dict)]


def test_a_shop_gets_a_budget_of_its_own(
    shopkeeper: Hotcart, db: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    shown = shopkeeper("tenant", "budget", "demo")
    assert shown.out == "demo: 500,000 tokens a day (INTENT_DAILY_TOKENS), 0 spent today.\n"
    assert shopkeeper("tenant", "budget", "demo", "20_000").out.startswith(
        "demo: 20,000 tokens a day (its own number), 0 spent today.\n"
    )
    assert "0 of 20,000 tokens spent today" in told(shopkeeper("doctor").out)
    db.execute(
        """insert into cold.llm_usage
           select tenant_id, (now() at time zone time_zone)::date, 40, 20000 from cold.tenants"""
    )
    examined = told(shopkeeper("doctor").out)
    assert "20,000 of 20,000 tokens spent today: the rules read until its next day" in examined
    assert "hotcart tenant budget demo TOKENS" in examined
    assert "500,000 tokens a day" in shopkeeper("tenant", "budget", "demo", "default").out
    assert "0 tokens a day (its own number)" in shopkeeper("tenant", "budget", "demo", "0").out


@pytest.mark.parametrize("tokens", ["many", "-5", "1.5", "3000000000", "٣"])
def test_what_is_no_number_of_tokens_is_refused(shopkeeper: Hotcart, tokens: str) -> None:
    ran = shopkeeper("tenant", "budget", "demo", "--", tokens)
    assert ran.code == 1
    assert ran.err.startswith(f"hotcart: {tokens!r} is no number of tokens")


def told(out: str) -> str:
    """A table's words without its lines."""
    return " ".join(out.split())
