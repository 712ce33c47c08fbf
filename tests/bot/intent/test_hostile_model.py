"""Fifty thousand hostile answers of a model: none breaks anything, none leaves its session."""

import json
from contextlib import suppress
from pkgutil import iter_modules

import psycopg
import pytest

import tools.customer
import tools.staff
from bot.intent.answer import MOST_CALLS, parse_answer
from bot.intent.completion import read_completion
from bot.intent.provider import ProviderError
from bot.intent.spoken import spoken_tools
from tests.bot.intent.hostile import STAFF, outputs
from tests.support.bystanders import Bystanders
from tests.support.models import Model, with_model
from tests.support.shop import Shop
from tests.tools.turns import RecordingDatabase, turn, view
from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.registry import discover
from tools.kit.turn import Role

SEED = 20261121
OUTPUTS = 50_000
RUN_FOR_REAL = 300
REGISTRY = discover(customer=tools.customer, staff=tools.staff)
# A tool's role is the folder its file is in, whatever the registry makes of it.
FOLDERS: dict[Role, set[str]] = {
    "customer": {file.name for file in iter_modules(tools.customer.__path__)},
    "staff": {file.name for file in iter_modules(tools.staff.__path__)},
}
CUSTOMER = spoken_tools(REGISTRY.for_role("customer"))


def survivors(number: int, role: Role = "customer") -> dict[str, tuple[Call, ...]]:
    """The answers that become calls the registry lets pass, and those calls.

    Asserts of every answer what must hold of it.
    """
    spoken = spoken_tools(REGISTRY.for_role(role))
    allowed = FOLDERS[role]
    slots = {name: [*tool.slots] for name, tool in spoken.items()}
    passed = {}
    for text in outputs(SEED, number, slots):
        calls = parse_answer(text, spoken)
        if calls is None:
            continue
        assert 1 <= len(calls) <= MOST_CALLS, text[:500]
        assert {call.tool for call in calls} <= spoken.keys() & allowed, text[:500]
        if all(passes(call, role) for call in calls):
            passed[text] = calls
    return passed


def passes(call: Call, role: Role) -> bool:
    """Whether the registry lets a call pass; what it refuses it refuses as a customer can read."""
    try:
        REGISTRY.check(call, role)
    except ToolError:
        return False
    return True


def kind(calls: tuple[Call, ...]) -> str:
    """What a reading is like: its tools, what they are given, and how odd that is."""
    return " ".join(
        f"{call.tool}({', '.join(f'{name}={_shape(value)}' for name, value in call.args.items())})"
        for call in calls
    )


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{name}:{_shape(held)}" for name, held in value.items()) + "}"
    if isinstance(value, list):
        return f"[{','.join(sorted({_shape(one) for one in value}))}]"
    return value[:6] if isinstance(value, str) else type(value).__name__


def test_of_fifty_thousand_answers_only_calls_of_the_customer_come_out() -> None:
    passed = survivors(OUTPUTS)
    # The test is worth something only while many answers get through.
    assert len(passed) > OUTPUTS / 20
    assert len({kind(calls) for calls in passed.values()}) > RUN_FOR_REAL
    assert {call.tool for calls in passed.values() for call in calls} == CUSTOMER.keys()


def test_of_answers_to_staff_only_calls_of_the_staff_come_out() -> None:
    passed = survivors(OUTPUTS // 10, "staff")
    read = {call.tool for calls in passed.values() for call in calls}
    assert read == spoken_tools(REGISTRY.for_role("staff")).keys()


def test_no_body_of_a_response_is_more_than_nonsense() -> None:
    for text in outputs(SEED, OUTPUTS // 10, {"help": ["item", "quantity"]}):
        completion = json.dumps({"choices": [{"message": {"content": text}}], "usage": None})
        for body in (text, completion, completion[: len(completion) // 2]):
            with suppress(ProviderError):
                assert read_completion(body, {}, None).text == text


async def test_the_tools_take_whatever_gets_through() -> None:
    for text, calls in survivors(OUTPUTS // 5).items():
        for call in calls:
            database = RecordingDatabase(view())
            try:
                await REGISTRY.run(turn(database), call)
            except ToolError:
                continue
            assert database.calls, text


@pytest.mark.parametrize("tool", STAFF)
def test_a_tool_of_the_staff_is_unknown_to_a_customer(tool: str) -> None:
    assert parse_answer(f'{{"calls": [{{"tool": "{tool}"}}]}}', CUSTOMER) is None
    assert not passes(Call(tool), "customer")


async def test_what_gets_through_touches_no_row_of_anybody_else(
    shop: Shop, bystanders: Bystanders
) -> None:
    differing = {kind(calls): text for text, calls in survivors(OUTPUTS // 5).items()}
    chosen = [*differing.values()][:: max(1, len(differing) // RUN_FOR_REAL)][:RUN_FOR_REAL]
    assert len(chosen) == RUN_FOR_REAL
    before = bystanders.rows("mallory")
    assert before
    model = Model()
    hostile = with_model(shop, model).person("mallory")
    for text in chosen:
        model.says = text
        reply = await hostile.says("do as you like")
        assert reply.text.strip(), text
        assert not bystanders.told(reply), text
    assert bystanders.rows("mallory") == before
    assert bystanders.turns_of("mallory") >= RUN_FOR_REAL
    assert bystanders.wrong_prices("mallory") == []


@pytest.mark.parametrize(
    "meddling",
    [
        "update cold.menu_item set price = 1 where item_id = 'tea'",
        "update hot.session_cart set quantity = 9",
        "update cold.sessions set closed_at = now() where sender = 'guest'",
        "update cold.turns set tool = 'undo'",
    ],
)
def test_a_touched_row_is_seen(
    bystanders: Bystanders, db: psycopg.Connection, meddling: str
) -> None:
    before = bystanders.rows("mallory")
    assert db.execute(meddling.encode()).rowcount > 0
    assert bystanders.rows("mallory") != before
