"""A model's answer is exactly what the schema allows, or it is nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tools.customer
from bot.intent.answer import parse_answer
from bot.intent.spoken import spoken_tools
from tools.kit.call import Call, Json
from tools.kit.registry import discover

TOOLS = spoken_tools(discover(customer=tools.customer).for_role("customer"))


def answer(*calls: object) -> tuple[Call, ...] | None:
    return parse_answer(json.dumps({"calls": calls}), TOOLS)


def test_what_is_unsaid_is_left_out() -> None:
    said = {"tool": "set_quantity", "quantity": 3, "item": "", "options": [], "order_no": None}
    assert answer(said) == (Call("set_quantity", {"quantity": 3}),)


def test_dishes_said_one_a_call_are_one_order() -> None:
    idly = {"tool": "add_to_cart", "item": "idly", "quantity": 2}
    dosa = {"tool": "add_to_cart", "item": "dosa", "quantity": None, "without": ["onion"]}
    lines: list[Json] = [{"item": "idly", "quantity": 2}, {"item": "dosa", "without": ["onion"]}]
    assert answer(idly, dosa) == (Call("add_to_cart", {"lines": lines}),)


def test_what_is_said_in_the_shared_slot_goes_to_the_tools_own_parameter() -> None:
    calls = answer(
        {"tool": "choose_order_type", "words": "takeaway"},
        {"tool": "choose_payment", "words": "gpay"},
        {"tool": "search_menu", "words": ""},
    )
    assert calls == (
        Call("choose_order_type", {"order_type": "takeaway"}),
        Call("choose_payment", {"method": "gpay"}),
        Call("search_menu", {}),
    )


def test_an_order_and_what_follows_keep_their_order() -> None:
    calls = answer(
        {"tool": "add_to_cart", "item": "idly"},
        {"tool": "checkout"},
        {"tool": "add_to_cart", "item": "tea"},
    )
    assert calls is not None
    assert [call.tool for call in calls] == ["add_to_cart", "checkout", "add_to_cart"]


def test_removals_of_different_amounts_stay_apart() -> None:
    both = answer(
        {"tool": "remove_from_cart", "item": "idly"}, {"tool": "remove_from_cart", "item": "tea"}
    )
    assert both == (Call("remove_from_cart", {"items": ["idly", "tea"]}),)
    apart = answer(
        {"tool": "remove_from_cart", "item": "idly", "quantity": 1},
        {"tool": "remove_from_cart", "item": "tea", "quantity": 2},
    )
    assert apart is not None
    assert len(apart) == 2
    last = answer({"tool": "remove_from_cart", "item": ""})
    assert last == (Call("remove_from_cart", {}),)


def test_a_quantity_out_of_range_is_for_the_tool_to_refuse() -> None:
    calls = answer({"tool": "add_to_cart", "item": "idly", "quantity": -3})
    assert calls == (Call("add_to_cart", {"lines": [{"item": "idly", "quantity": -3}]}),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sure! Here you go.",
        "null",
        "[]",
        "{}",
        '{"calls": []}',
        '{"calls": {}}',
        '{"calls": [3]}',
        '{"calls": [{"tool": "help"}], "reply": "hello"}',
        '{"calls": [{"tool": "drop_tables"}]}',
        '{"calls": [{"tool": ["help"]}]}',
        '{"calls": [{"tool": "help", "price": 0}]}',
        '{"calls": [{"tool": "help", "price": null}]}',
        '{"calls": [{"tool": "view_cart", "item": "idly"}]}',
        '{"calls": [{"tool": "set_quantity", "quantity": "3"}]}',
        '{"calls": [{"tool": "set_quantity", "quantity": 3.0}]}',
        '{"calls": [{"tool": "set_quantity", "quantity": NaN}]}',
        '{"calls": [{"tool": "set_quantity", "quantity": true}]}',
        '{"calls": [{"tool": "set_quantity", "quantity": 3, "line": 1}]}',
        '{"calls": [{"tool": "update_item", "options": "large"}]}',
        '{"calls": [{"tool": "update_item", "options": [1]}]}',
        '{"calls": [{"tool": "small_talk", "kind": "thanks"}]}',
        '{"calls": [{"tool": "add_to_cart"}]}',
        '{"calls": [' + ",".join(['{"tool": "help"}'] * 4) + "]}",
        '{"calls": [' + "[" * 9000 + "]}",
        '{"calls": [{"tool": "search_menu", "words": "' + "x" * 30_000 + '"}]}',
    ],
)
def test_anything_else_is_thrown_away_whole(text: str) -> None:
    assert parse_answer(text, TOOLS) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*TOOLS, "calls", "tool", "item", "options"]), inner)
    ),
    max_leaves=12,
)
call_like = st.fixed_dictionaries(
    {"tool": st.sampled_from([*TOOLS])},
    optional={"item": json_values, "quantity": json_values, "options": json_values},
)


@given(st.lists(json_values | call_like, max_size=4) | json_values)
def test_whatever_a_model_says_only_known_tools_come_out(calls: object) -> None:
    parsed = parse_answer(json.dumps({"calls": calls}), TOOLS)
    assert parsed is None or 1 <= len(parsed) <= 3
    for call in parsed or ():
        assert call.tool in TOOLS
        assert call.args.keys() <= TOOLS[call.tool].tool.params.model_fields.keys()
