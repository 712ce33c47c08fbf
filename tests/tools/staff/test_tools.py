"""The staff's tools: one short line each, what they ask before doing, and what they do not say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

import tools.staff
from bot.intent.answer import parse_answer
from bot.intent.spoken import spoken_tools
from tests.bot.intent.hostile import outputs
from tests.tools.turns import RecordingDatabase, turn, view
from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments, NothingMentioned, ToolError
from tools.kit.registry import discover
from tools.kit.result import Result
from tools.kit.staff.errors import BadStock, StaffRefusal
from tools.kit.staff.order_errors import NoSuchOrder, WhichOrder

REGISTRY = discover(staff=tools.staff)
TOOLS = REGISTRY.for_role("staff")
ID = UUID(int=12)
DONE = view(staff={"items": [{"item_id": "idly", "item_name": "Idly"}]})


async def run(call: Call, database: RecordingDatabase | None = None) -> Result:
    """Run a tool as one of the staff, before a database that only takes note."""
    return await REGISTRY.run(
        replace(turn(database or RecordingDatabase(DONE)), role="staff"), call
    )


def test_each_tool_says_what_it_is_for_in_one_short_line() -> None:
    for tool in TOOLS:
        meaning = tool.meaning.splitlines()[0]
        assert meaning.endswith("."), tool.name
        assert len(meaning.split()) <= 12, tool.name


def test_a_phrase_means_one_tool() -> None:
    phrases = [phrase for tool in TOOLS for phrase in tool.says]
    assert len(phrases) == len(set(phrases))


def test_money_rights_and_an_orders_end_are_not_for_a_model_to_say() -> None:
    assert {tool.name for tool in TOOLS if not tool.spoken} >= {
        "add_staff",
        "bind_room",
        "cancel_for_customer",
        "confirm_payment",
        "invite_staff",
        "refund_payment",
        "reject_order",
        "remove_staff",
        "unbind_room",
    }


@pytest.mark.parametrize(
    ("call", "function"),
    [
        (
            Call("update_stock", {"item": "idly", "pieces": 5, "how": "add"}),
            ("update_stock", "idly", "add", 5),
        ),
        (
            Call("update_stock", {"item": "idly", "pieces": 0}),
            ("update_stock", "idly", "set", 0),
        ),
        (Call("check_stock"), ("check_stock", None, None)),
        (Call("check_stock", {"item": "idly"}), ("check_stock", ["idly"], [])),
        (
            Call("mark_unavailable", {"items": ["idly"]}),
            ("mark_unavailable", ["idly"], None, None),
        ),
        (Call("check_orders"), ("check_orders", None, None)),
        (Call("check_orders", {"order": ID.hex}), ("check_orders", None, ID)),
        (Call("accept_order", {"order_no": 12}), ("accept_order", 12, None, None)),
        (
            Call("accept_order", {"order_no": 12, "minutes": 20}),
            ("accept_order", 12, None, 20),
        ),
        (Call("start_order", {"order": ID.hex}), ("start_order", None, ID)),
        (Call("mark_ready", {"order_no": 12}), ("mark_ready", 12, None)),
        (Call("send_out", {"order_no": 12}), ("send_out", 12, None)),
        (Call("complete_order", {"order_no": 12}), ("complete_order", 12, None)),
        (
            Call("reject_order", {"order_no": 12, "reason": "no gas"}),
            ("reject_order", 12, None, "no gas"),
        ),
        (
            Call("cancel_for_customer", {"order": ID.hex, "reason": "no gas"}),
            ("cancel_for_customer", None, ID, "no gas"),
        ),
        (
            Call("confirm_payment", {"order_no": 12, "sure": True}),
            ("confirm_payment", 12, None, None, None, False),
        ),
        (
            Call("confirm_payment", {"order": ID.hex, "amount": "80.00", "sure": True}),
            ("confirm_payment", None, ID, None, Decimal(80), True),
        ),
        (
            Call("refund_payment", {"order_no": 12, "amount": "49.5", "sure": True}),
            ("refund_payment", 12, None, Decimal("49.5"), None, False),
        ),
        (
            Call(
                "refund_payment",
                {"order": ID.hex, "amount": "49.50", "most": "80.00", "sure": True},
            ),
            ("refund_payment", None, ID, Decimal("49.5"), Decimal(80), True),
        ),
        (Call("undo"), ("undo",)),
    ],
)
async def test_one_call_of_the_function_of_its_name(
    call: Call, function: tuple[object, ...]
) -> None:
    database = RecordingDatabase(DONE)
    await run(call, database)
    assert database.calls == [function]


@pytest.mark.parametrize(
    "call",
    [
        Call("update_stock", {"item": "dosa", "pieces": 5, "how": "add"}),
        Call("update_stock", {"item": "idly", "pieces": 5}),
        Call("update_stock", {"item": "xylophone", "pieces": 5, "how": "add"}),
        Call("mark_unavailable", {"items": ["idly", "dosa"]}),
        Call("mark_unavailable", {"items": ["idly"], "when": "the cows come home"}),
        Call("mark_unavailable", {"items": ["idly"], "when": "from tomorrow"}),
        Call("mark_available", {"items": ["dosa"]}),
        Call("add_to_table", {"table": "4", "lines": [{"item": "idly"}, {"item": "dosa"}]}),
        Call("add_to_table", {"table": "4", "lines": [{"item": "xylophone"}]}),
        Call("ask_shop", {"asked": "revenue in the year 2035"}),
        Call("ask_shop", {"asked": "what is the meaning of life"}),
        Call("ask_shop", {"asked": "how many dosas did we sell today"}),
    ],
)
async def test_what_is_unclear_is_asked_and_nothing_is_done(call: Call) -> None:
    database = RecordingDatabase(view())
    result = await run(call, database)
    assert database.calls == [("record_turn",)]
    for row in result.buttons(turn(database).say):
        for button in row:
            REGISTRY.check(button.call, "staff")


@pytest.mark.parametrize("name", ["reject_order", "cancel_for_customer"])
@pytest.mark.parametrize("meant", [{"order_no": 12}, {"order": ID.hex}])
async def test_why_it_will_not_be_is_asked_by_whoever_judges(
    name: str, meant: dict[str, Json]
) -> None:
    asks = view(staff={"asks_why": True})
    database = RecordingDatabase(asks)
    asked = await run(Call(name, meant), database)
    number, order = meant.get("order_no"), ID if "order" in meant else None
    assert database.calls == [(name, number, order, None)]
    for row in asked.buttons(turn(database).say):
        for button in row:
            REGISTRY.check(button.call, "staff")
    written = await run(Call(name, {**meant, "in_words": True}), RecordingDatabase(asks))
    assert written.if_words() == (Call(name, meant), "reason")


async def test_answers_to_a_question_settle_it() -> None:
    result = await run(Call("mark_unavailable", {"items": ["idly", "dosa"], "when": "9"}))
    rows = result.buttons(turn(RecordingDatabase(view())).say)
    answers = [button for row in rows for button in row]
    assert len(answers) > 1
    database = RecordingDatabase(DONE)
    await run(answers[0].call, database)
    assert [one[0] for one in database.calls] == ["mark_unavailable"]


@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        (Call("update_stock", {"pieces": 5, "how": "add"}), NothingMentioned),
        (Call("update_stock", {"item": "idly", "pieces": "2.5", "how": "add"}), BadArguments),
        (Call("update_stock", {"item": "idly"}), BadStock),
        (Call("mark_unavailable"), NothingMentioned),
        (Call("mark_ready"), WhichOrder),
        (Call("accept_order", {"minutes": 20}), WhichOrder),
        (Call("reject_order", {"reason": "no gas"}), WhichOrder),
        (Call("complete_order", {"order": "0x12"}), NoSuchOrder),
        (Call("check_orders", {"order": "0x12"}), NoSuchOrder),
        (Call("refund_payment", {"order_no": 12, "amount": "1e3"}), BadArguments),
        (Call("refund_payment", {"order_no": 12, "amount": "-5"}), BadArguments),
        (Call("confirm_payment", {"order_no": 12, "method": "gold"}), BadArguments),
        (Call("add_to_table", {"table": "4", "lines": []}), BadArguments),
        (Call("undo", {"all": True}), BadArguments),
    ],
)
async def test_what_lacks_something_is_refused(call: Call, refusal: type[ToolError]) -> None:
    with pytest.raises(refusal):
        await run(call)


async def test_what_cannot_be_kept_for_later_can_be_had_from_now_on() -> None:
    result = await run(Call("mark_unavailable", {"items": ["idly"], "when": "from tomorrow"}))
    say = turn(RecordingDatabase(view())).say
    assert "I did nothing yet" in result.text(say)
    answers = [button for row in result.buttons(say) for button in row]
    assert [button.label for button in answers] == [
        "Now, until 20 January",
        "Now, until I say so",
    ]
    database = RecordingDatabase(DONE)
    for button in answers:
        await run(button.call, database)
    assert database.calls == [
        ("mark_unavailable", ["idly"], None, date(2026, 1, 20)),
        ("mark_unavailable", ["idly"], None, None),
    ]


@pytest.mark.parametrize(
    "tool", [tool.name for tool in TOOLS if "order" in tool.params.model_fields]
)
async def test_an_order_nobody_knows_is_refused_in_staffs_words(tool: str) -> None:
    with pytest.raises(StaffRefusal) as raised:
        await run(Call(tool, {"order": "no id"}))
    say = turn(RecordingDatabase(view())).say
    assert raised.value.text(say) == "I don't find that order in this shop. Nothing was changed."
    buttons = [button for row in raised.value.buttons(say) for button in row]
    assert [button.call for button in buttons] == [Call("check_orders")]
    REGISTRY.check(buttons[0].call, "staff")


async def test_whatever_a_model_says_is_done_or_refused() -> None:
    spoken = spoken_tools(TOOLS)
    slots = {name: [*tool.slots] for name, tool in spoken.items()}
    ran = 0
    for text in outputs(20261121, 5_000, slots):
        for call in parse_answer(text, spoken) or ():
            try:
                result = await run(call)
            except ToolError:
                continue
            assert result.text(turn(RecordingDatabase(view())).say)
            ran += 1
    assert ran > 500


def test_a_models_answer_is_the_same_calls() -> None:
    spoken = spoken_tools(TOOLS)
    answer = """{"calls": [
      {"tool": "add_to_table", "table": "4", "item": "Coke", "quantity": 1},
      {"tool": "add_to_table", "table": "4", "item": "idly", "quantity": 2, "without": ["onion"]},
      {"tool": "mark_unavailable", "item": "vada", "words": "till 6"},
      {"tool": "update_stock", "item": "milk", "quantity": 0, "words": "update to"}]}"""
    assert parse_answer(answer, spoken) == (
        Call(
            "add_to_table",
            {
                "table": "4",
                "lines": [
                    {"item": "Coke", "quantity": 1},
                    {"item": "idly", "quantity": 2, "without": ["onion"]},
                ],
            },
        ),
        Call("mark_unavailable", {"when": "till 6", "items": ["vada"]}),
        Call("update_stock", {"item": "milk", "pieces": 0, "how": "update to"}),
    )
    assert parse_answer('{"calls": [{"tool": "add_to_cart", "item": "idly"}]}', spoken) is None
