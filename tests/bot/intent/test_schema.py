"""What a model is told: generated from the tools, strict, and small."""

import json
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

import tools.customer
from bot.intent.prompt import system_prompt
from bot.intent.schema import intent_schema
from bot.intent.spoken import spoken, spoken_tools
from tools.kit.params import Handle, Items, LineNo, OrderLine, Said, Words
from tools.kit.registry import discover
from tools.kit.result import Result
from tools.kit.tool import Tool, as_tool, tool
from tools.kit.turn import Turn

MOST_TOKENS = 500
CHARACTERS_A_TOKEN = 3.3
"""Low on purpose: o200k packs 3.8 into this prompt and 4.2 into this schema."""


@pytest.fixture(scope="module")
def customer() -> tuple[Tool, ...]:
    return discover(customer=tools.customer).for_role("customer")


def test_prompt_and_schema_stay_under_the_budget(customer: tuple[Tool, ...]) -> None:
    schema = json.dumps(intent_schema(customer), separators=(",", ":"))
    assert (len(schema) + len(system_prompt(customer))) / CHARACTERS_A_TOKEN < MOST_TOKENS


def test_every_object_is_closed_and_requires_all_it_has(customer: tuple[Tool, ...]) -> None:
    class Object(BaseModel):
        type: Literal["object"]
        properties: dict[str, dict[str, object]]
        required: list[str]
        additional: Literal[False] = Field(alias="additionalProperties")

    answer = Object.model_validate(intent_schema(customer))
    call = Object.model_validate(answer.properties["calls"]["items"])
    for closed in (answer, call):
        assert closed.required == list(closed.properties)


def test_the_schema_bounds_no_numbers(customer: tuple[Tool, ...]) -> None:
    schema = json.dumps(intent_schema(customer))
    assert "minimum" not in schema
    assert "maximum" not in schema


def test_tools_for_buttons_and_other_roles_cannot_be_named(customer: tuple[Tool, ...]) -> None:
    schema = json.dumps(intent_schema(customer))
    for hidden in ("choose_options", '"line"', '"page"', '"checkout":', "staff"):
        assert hidden not in schema


def test_each_spoken_tool_has_its_example_in_the_prompt(customer: tuple[Tool, ...]) -> None:
    prompt = system_prompt(customer)
    assert spoken_tools(customer)
    for name, known in spoken_tools(customer).items():
        assert f"\n{name}: {known.tool.says[0]}\n" in prompt


def test_it_is_the_same_text_every_time(customer: tuple[Tool, ...]) -> None:
    again = discover(customer=tools.customer).for_role("customer")
    assert system_prompt(again) == system_prompt(customer)
    assert json.dumps(intent_schema(again)) == json.dumps(intent_schema(customer))


def test_a_line_is_said_flat_and_what_buttons_fill_is_left_out() -> None:
    @tool(says=("two of them",))
    async def example(
        turn: Turn, lines: list[OrderLine], line: LineNo = None, handle: Handle = None
    ) -> Result:
        """An example."""
        raise NotImplementedError

    known = spoken(as_tool(example, "customer"))
    assert list(known.slots) == ["item", "quantity", "options", "without", "note"]
    assert known.listed == "lines"


def test_a_list_of_dishes_is_said_one_dish_a_call() -> None:
    @tool(says=("away with it",))
    async def example(turn: Turn, items: Items = None) -> Result:
        """An example."""
        raise NotImplementedError

    known = spoken(as_tool(example, "customer"))
    assert list(known.slots) == ["item"]
    assert (known.listed, known.plain) == ("items", True)


def test_texts_said_by_one_name_share_a_slot() -> None:
    @tool(says=("cash",))
    async def example(turn: Turn, method: Said, line: LineNo = None) -> Result:
        """An example."""
        raise NotImplementedError

    known = spoken(as_tool(example, "customer"))
    assert list(known.slots) == ["words"]
    assert known.named == {"words": "method"}


def test_two_texts_of_one_tool_cannot_share_a_slot() -> None:
    @tool(says=("one",))
    async def example(turn: Turn, first: Said, second: Said = "") -> Result:
        """An example."""
        raise NotImplementedError

    with pytest.raises(ValueError, match="two texts said as words"):
        spoken(as_tool(example, "customer"))


def test_a_name_means_one_kind_of_value_everywhere() -> None:
    @tool(says=("one",))
    async def first(turn: Turn, item: Words) -> Result:
        """An example."""
        raise NotImplementedError

    @tool(says=("two",))
    async def second(turn: Turn, item: int) -> Result:
        """An example."""
        raise NotImplementedError

    with pytest.raises(ValueError, match="second: item means something else"):
        intent_schema([as_tool(first, "customer"), as_tool(second, "customer")])


def test_a_parameter_no_sentence_can_fill_is_a_programming_error() -> None:
    @tool(says=("one",))
    async def example(turn: Turn, weight: Annotated[float, Field(gt=0)]) -> Result:
        """An example."""
        raise NotImplementedError

    with pytest.raises(ValueError, match="cannot fill weight"):
        spoken(as_tool(example, "customer"))
