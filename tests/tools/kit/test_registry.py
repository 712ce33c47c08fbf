"""Every tool is found by its file, and no call reaches one unchecked."""

import pytest

import tools.customer
from tests.tools.turns import RecordingDatabase, turn, view
from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments, BadQuantity, UnknownTool
from tools.kit.registry import Registry, discover


@pytest.fixture(scope="module")
def registry() -> Registry:
    return discover(customer=tools.customer)


def test_the_customers_tools(registry: Registry) -> None:
    assert [tool.name for tool in registry.for_role("customer")] == [
        "accept_conflict",
        "add_to_cart",
        "apply_coupon",
        "ask_for_bill",
        "cancel_order",
        "change_order",
        "checkout",
        "choose_language",
        "choose_options",
        "choose_order_type",
        "choose_payment",
        "choose_pickup_time",
        "choose_table",
        "clear_cart",
        "confirm_address",
        "did_you_mean",
        "give_address",
        "give_phone",
        "help",
        "issue_receipt",
        "join_staff",
        "keep_dietary_rules",
        "not_understood",
        "order_status",
        "payment_help",
        "rate_order",
        "remove_coupon",
        "remove_from_cart",
        "reorder",
        "replace_item",
        "search_menu",
        "set_dietary_rules",
        "set_quantity",
        "share_location",
        "small_talk",
        "update_item",
        "view_cart",
        "view_tab",
    ]
    assert registry.for_role("staff") == ()


def test_each_tool_says_what_it_is_for_in_one_short_line(registry: Registry) -> None:
    for tool in registry.for_role("customer"):
        meaning = tool.meaning.splitlines()[0]
        assert meaning.endswith("."), tool.name
        assert len(meaning.split()) <= 12, tool.name


def test_a_phrase_means_one_tool(registry: Registry) -> None:
    phrases = [phrase for tool in registry.for_role("customer") for phrase in tool.says]
    assert len(phrases) == len(set(phrases))
    unspoken = [tool.name for tool in registry.for_role("customer") if not tool.spoken]
    assert unspoken == [
        "accept_conflict",
        "apply_coupon",
        "ask_for_bill",
        "cancel_order",
        "change_order",
        "choose_language",
        "choose_options",
        "choose_table",
        "confirm_address",
        "did_you_mean",
        "give_address",
        "give_phone",
        "issue_receipt",
        "join_staff",
        "keep_dietary_rules",
        "payment_help",
        "rate_order",
        "remove_coupon",
        "replace_item",
        "share_location",
        "view_tab",
    ]


@pytest.mark.parametrize("quantity", [0, -3, 100, 10**12, "NaN", "two", 1.5, True, None])
@pytest.mark.parametrize("tool", ["set_quantity", "add_to_cart"])
def test_a_quantity_is_a_whole_number_from_1_to_99(
    registry: Registry, tool: str, quantity: Json
) -> None:
    args: dict[str, Json] = (
        {"quantity": quantity}
        if tool == "set_quantity"
        else {"lines": [{"item": "idly", "quantity": quantity}]}
    )
    with pytest.raises(BadQuantity):
        registry.check(Call(tool, args), "customer")


@pytest.mark.parametrize(
    "call",
    [
        Call("add_to_cart"),
        Call("add_to_cart", {"lines": []}),
        Call("add_to_cart", {"lines": [{"item": 7}]}),
        Call("add_to_cart", {"lines": [{"item": "idly", "price": "1.00"}]}),
        Call("add_to_cart", {"lines": [{"item": "x" * 201}]}),
        Call("view_cart", {"tenant": "other"}),
        Call("small_talk", {"kind": 7}),
        Call("search_menu", {"page": 0}),
        Call("remove_from_cart", {"line": -1}),
    ],
)
def test_other_arguments_are_refused_whole(registry: Registry, call: Call) -> None:
    with pytest.raises(BadArguments):
        registry.check(call, "customer")


@pytest.mark.parametrize("name", ["drop_tables", "add_line", "__init__", "mark_sold_out"])
def test_there_are_no_other_tools(registry: Registry, name: str) -> None:
    with pytest.raises(UnknownTool):
        registry.check(Call(name), "customer")


def test_a_customers_tool_is_unknown_to_staff(registry: Registry) -> None:
    with pytest.raises(UnknownTool):
        registry.check(Call("view_cart"), "staff")


async def test_a_checked_call_runs(registry: Registry) -> None:
    database = RecordingDatabase(view())
    await registry.run(turn(database), Call("set_quantity", {"quantity": 3, "line": 2}))
    assert database.calls == [("set_quantity", {"line_no": 2}, 3)]
