"""What a model is told in a room of the shop: what the person may do there, and in few words."""

import json
from collections.abc import Collection

import pytest

import tools.customer
import tools.staff
from bot.intent.chain import Chain
from bot.intent.offered import OF_ALL, offered
from bot.intent.prompt import system_prompt
from bot.intent.provider import Answer, Question, Tokens
from bot.intent.rules import RuleParser
from bot.intent.schema import intent_schema
from bot.intent.spoken import spoken_tools
from tests.bot.intent.menus import small_menu
from tests.bot.intent.test_schema import CHARACTERS_A_TOKEN, MOST_TOKENS
from tests.support.rights import KINDS, ROLES, documented
from tools.kit.registry import discover
from tools.kit.tool import Tool

REGISTRY = discover(customer=tools.customer, staff=tools.staff)
STAFF = REGISTRY.for_role("staff")


def may(role: str, room: str) -> frozenset[str]:
    """What the table of rights gives a role in a room."""
    return frozenset(
        action
        for action, right in documented().items()
        if role in right.roles and room in right.rooms
    )


def told(tools: Collection[Tool]) -> str:
    """All that a model reads of them."""
    every = [*tools]
    return system_prompt(every) + json.dumps(intent_schema(every), separators=(",", ":"))


def spoken(role: str, room: str) -> set[str]:
    """The tools a model can name there."""
    return {*spoken_tools(offered(STAFF, may(role, room)))} - OF_ALL


@pytest.mark.parametrize("room", KINDS)
@pytest.mark.parametrize("role", ROLES)
def test_it_fits_the_budget_and_names_nothing_one_may_not(role: str, room: str) -> None:
    tools = offered(STAFF, may(role, room))
    assert len(told(tools)) / CHARACTERS_A_TOKEN < MOST_TOKENS
    assert spoken(role, room) <= may(role, room)


def test_a_cooks_room_has_what_a_kitchen_does() -> None:
    kitchen = spoken("kitchen", "kitchen")
    assert {"accept_order", "mark_ready", "mark_unavailable", "update_stock"} <= kitchen
    assert not kitchen & {"complete_order", "pay_bill", "add_to_table", "sales_report", "send_out"}
    for hidden in ('"pay_bill"', '"table"', "sales"):
        assert hidden not in told(offered(STAFF, may("kitchen", "kitchen")))
    # An owner there has no more than the room has.
    assert spoken("owner", "kitchen") == kitchen
    assert spoken("rider", "riders") == {"complete_order", "send_out"}
    assert spoken("waiter", "inventory") == {"check_stock"}
    assert spoken("owner", "owner") == {*spoken_tools(STAFF)} - OF_ALL


class Model:
    """Takes note of what it is told, and says that a table has paid."""

    name = "model"

    def __init__(self) -> None:
        self.questions: list[Question] = []

    async def ask(self, question: Question) -> Answer:
        """The same tool whatever is asked; every slot there is."""
        self.questions.append(question)
        schema = json.loads(json.dumps(question.schema))
        slots = schema["properties"]["calls"]["items"]["properties"]
        nothing = {"string": "", "array": []}
        call = {name: nothing.get(str(slot["type"])) for name, slot in slots.items()}
        call |= {"tool": "pay_bill", "table": "4", "words": "cash"}
        return Answer(json.dumps({"calls": [call]}), Tokens())

    async def close(self) -> None:
        """Nothing is open."""


async def test_what_a_model_was_not_told_of_it_cannot_name() -> None:
    model = Model()
    chain = Chain([model], RuleParser(), REGISTRY)
    for room, believed in (("kitchen", False), ("counter", True)):
        reading = await chain.read("hmm hmm hmm", small_menu(), "staff", may("owner", room))
        assert ("pay_bill" in {call.tool for call in reading.calls}) == believed, room
    first, second = (json.dumps(one.schema) + one.system for one in model.questions)
    assert "pay_bill" not in first
    assert "pay_bill" in second
