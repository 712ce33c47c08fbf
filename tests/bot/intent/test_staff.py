"""What staff say, by rules: each kind of sentence, and what is none of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tools.customer
import tools.staff
from bot.intent.prompt import system_prompt
from bot.intent.rules import RuleParser
from bot.intent.schema import intent_schema
from tests.bot.intent.staff_reading import MENU, read, ready
from tests.bot.intent.test_schema import CHARACTERS_A_TOKEN, MOST_TOKENS
from tests.bot.intent.test_staff_orders import ORDERS, READY
from tools.kit.call import Call, Json
from tools.kit.errors import UnknownTool
from tools.kit.registry import discover

REGISTRY = discover(customer=tools.customer, staff=tools.staff)
STAFF = REGISTRY.for_role("staff")


def serve(table: str, *lines: dict[str, Json]) -> Call:
    return Call("add_to_table", {"table": table, "lines": [*lines]})


def line(item: str, quantity: int = 1, **more: Json) -> dict[str, Json]:
    return {"quantity": quantity, "item": item, **more}


def stock(item: str, pieces: Json, how: str) -> Call:
    return Call("update_stock", {"item": item, "pieces": pieces, "how": how})


def out(*items: str, when: str | None = None) -> Call:
    return Call("mark_unavailable", {"items": [*items], **({} if when is None else {"when": when})})


def back(*items: str) -> Call:
    return Call("mark_available", {"items": [*items]})


def check(item: str | None = None) -> Call:
    return Call("check_stock", {} if item is None else {"item": item})


def figures(asked: str) -> Call:
    return Call("ask_shop", {"asked": asked})


UNDO, HELP = Call("undo"), Call("help")

TABLES = {
    "table 7 needs a coffee": serve("7", line("coffee")),
    "Table 7 wants 2 masala dosa": serve("7", line("masala dosa", 2)),
    "2 idly for table 12": serve("12", line("idly", 2)),
    "one more tea to table 3 please": serve("3", line("tea")),
    "T5: 2 vada": serve("5", line("vada", 2)),
    "table no. 9 - 2 vada": serve("9", line("vada", 2)),
    "table four would like a set dosa": serve("4", line("set dosa")),
    "table A2 ordered chicken 65": serve("a2", line("chicken 65")),
    "table 6 is having a masala dosa without onion": serve(
        "6", line("masala dosa", without=["onion"])
    ),
    # Who wants a thing the menu has not is told so by the tool.
    "table 4 needs a lemonade": serve("4", line("lemonade")),
}
STOCK = {
    "update tea stock to 0": stock("tea", 0, "update stock to"),
    "set the vada stock to 35": stock("vada", 35, "set stock to"),
    "vada stock 35": stock("vada", 35, "stock"),
    "we have 12 set dosa": stock("set dosa", 12, "have"),
    "only 3 onion dosa left": stock("onion dosa", 3, "only left"),
    "chicken 65 stock is 8": stock("chicken 65", 8, "stock is"),
    "add 40 vada": stock("vada", 40, "add"),
    "add 86 vada": stock("vada", 86, "add"),
    "another 40 vada came in": stock("vada", 40, "another came"),
    "received thirty idly": stock("idly", 30, "received"),
    "two dozen idly arrived": stock("idly", 24, "arrived"),
    "remove 4 tea": stock("tea", 4, "remove"),
    "4 tea spilled": stock("tea", 4, "spilled"),
    "reduce the idly by 6": stock("idly", 6, "reduce by"),
    "reduce the idly to 6": stock("idly", 6, "reduce to"),
    "idly 50": stock("idly", 50, ""),
    "got 12 idly left": stock("idly", 12, "got left"),
    "+20 idly": stock("idly", 20, "add"),
    "-5 vada": stock("vada", 5, "take"),
    "threw away 5 vada": stock("vada", 5, "threw"),
    "add -5 idly": stock("idly", -5, "add"),
    "add 2.5 idly": Call("update_stock", {"item": "idly", "amount": "2.5", "how": "add"}),
}
SOLD_OUT = {
    "86 tea": out("tea"),
    "86 tea till 9": out("tea", when="9"),
    "86 the masala dosa until 7:30 pm": out("masala dosa", when="7:30 pm"),
    "86 tea till tomorrow": out("tea", when="tomorrow"),
    "86 tea until further notice": out("tea"),
    "86 tea for now": out("tea"),
    "tea is 86": out("tea"),
    "eighty six the tea": out("tea"),
    "86 tea and vada": out("tea", "vada"),
    "86 chicken 65": out("chicken 65"),
    "86 the mango shake": out("mango shake"),
    "set dosa is sold out for today": out("set dosa", when="today"),
    "we are out of tea": out("tea"),
    "we ran out of masala tea": out("masala tea"),
    "tea is finished": out("tea"),
    "no idly today": out("idly", when="today"),
    "we don't have tea": out("tea"),
    "block the tea till 5pm": out("tea", when="5pm"),
    "biryani is done for the day": out("biryani", when="today"),
    "no more vada today": out("vada", when="today"),
    "vada out of stock": out("vada"),
    "stop selling vada for 2 hours": out("vada", when="2 hours"),
    "take the biryani off the menu": out("biryani"),
    "vada is not available till dinner": out("vada", when="dinner"),
    "86 tea till the day after tomorrow": out("tea", when="the day after tomorrow"),
    "tea is over": out("tea"),
    # What begins later the tool asks about: from now on is all that is kept.
    "86 idly tomorrow": out("idly", when="from tomorrow"),
    "86 idly for tomorrow": out("idly", when="from tomorrow"),
    "tomorrow no idly": out("idly", when="from tomorrow"),
    "86 tea on monday": out("tea", when="from monday"),
    "no vada at dinner": out("vada", when="from dinner"),
    "86 tea from 6 pm": out("tea", when="from 6 pm"),
}
BACK = {
    "tea is back": back("tea"),
    "tea back in stock": back("tea"),
    "tea and vada are back": back("tea", "vada"),
    "un-86 tea": back("tea"),
    "set dosa is available again": back("set dosa"),
    "bring back the set dosa": back("set dosa"),
    "tea is back now": back("tea"),
    "idly is back at 6": out("idly", when="6"),
    "idly will be back at 6 pm": out("idly", when="6 pm"),
    "tea is back tomorrow": out("tea", when="tomorrow"),
    "tea back in 2 hours": out("tea", when="2 hours"),
}
QUESTIONS = {
    "how many vadas are left?": check("vadas"),
    "how much tea do we have": check("tea"),
    "stock of set dosa": check("set dosa"),
    "check the idly stock": check("idly"),
    "count the idly": check("idly"),
    "is tea sold out?": check("tea"),
    "do we still have chicken 65": check("chicken 65"),
    "any biryani left": check("biryani"),
    "what's in stock": check(),
    "inventory": check(),
    "stock report": check(),
    "how many idlis can we still sell": check("idlis"),
    "what is sold out": check(),
    "tea sold out?": check("tea"),
    "vada back?": check("vada"),
    "what's 86'd": check(),
}
FIGURES = {
    text: figures(text.rstrip("?"))
    for text in (
        "what's my revenue today?",
        "revenue",
        "what were our sales yesterday",
        "how much did we earn this week",
        "sales last month",
        "how many orders today",
        "best sellers this month",
        "sales in april",
        "sales of tea yesterday",
    )
}
SAYINGS = {
    "undo": UNDO,
    "undo that please": UNDO,
    "take that back": UNDO,
    "oops, undo": UNDO,
    "help": HELP,
    "good morning": HELP,
    "what can I say": HELP,
}
ONE = TABLES | STOCK | SOLD_OUT | BACK | QUESTIONS | FIGURES | SAYINGS
NOTHING = (
    "2 idly",
    "menu",
    "checkout",
    "what's the weather",
    "tell me a joke about tea",
    "give idly a 20 percent discount",
    "ready",
    "86",
    "31 orders",
    "orders and vada",
    "order 12 is cold",
    "the coffee machine is out of order",
    "lunch is over",
    "we are back",
    "my shift is finished",
    "86 tea till the cows come home",
    "add 20 minutes",
    "order 12 is ready but the tea is cold",
    "sales of xylophones yesterday",
    "tea is not sold out",
    "don't 86 tea",
    "tea is nearly sold out",
    "don't set tea stock to 0",
    "we didn't sell 5 vada",
    "if tea is sold out tell me",
    "5 vada left?",
    "86 tea till 6 and vada till 7",
    "idly over there",
    "update stock",
    "the idly is out there",
    "make me owner",
    "grant ravi manager",
)


@pytest.mark.parametrize("text", ONE)
def test_a_sentence_is_a_call(text: str) -> None:
    assert read(text) == (ONE[text],)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_none_of_it_does_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("add 20 idly and 10 vada", (stock("idly", 20, "add"), stock("vada", 10, "add"))),
        ("86 tea, order 31 is ready", (out("tea"), ready(31))),
        ("tea is back and add 20 idly", (back("tea"), stock("idly", 20, "add"))),
        (
            "table 4 needs 2 idly and table 5 a coffee",
            (serve("4", line("idly", 2)), serve("5", line("coffee"))),
        ),
        (
            "2 idly for table 4 and a coffee for table 5",
            (serve("4", line("idly", 2)), serve("5", line("coffee"))),
        ),
        ("table 4: 2 vada, 1 tea", (serve("4", line("vada", 2), line("tea")),)),
        ("86 tea and make me owner", ()),
        ("order 1 is ready, order 2 is ready, order 3 is ready, order 4 is ready", ()),
    ],
)
def test_several_things_in_one_message(text: str, calls: tuple[Call, ...]) -> None:
    assert read(text) == calls


def test_every_first_phrase_of_a_tool_means_it() -> None:
    for tool in STAFF:
        if tool.spoken and tool.name != "not_understood":
            assert [call.tool for call in read(tool.says[0])] == [tool.name]


def test_writing_does_not_matter() -> None:
    for text in ("86 TEA TILL 9", "86 tea till 9!", "please 86 the tea till 9", "86 tea untill 9."):
        (call,) = read(text)
        assert str(call).casefold() == str(out("tea", when="9")).casefold()


async def test_a_staff_sentence_of_a_customer_means_what_customers_mean() -> None:
    rules = RuleParser()
    names = {tool.name for tool in STAFF} - {"help", "not_understood"}
    for text in (*ONE, *ORDERS):
        reading = await rules.read(text, MENU, "customer")
        assert names.isdisjoint(call.tool for call in reading.calls), text


SHARED = {"choose_language", "help", "not_understood"}


@pytest.mark.parametrize("name", [tool.name for tool in STAFF])
def test_a_customer_has_no_staff_tool(name: str) -> None:
    if name in SHARED:
        assert REGISTRY.check(Call(name), "customer") is not None
        return
    with pytest.raises(UnknownTool):
        REGISTRY.check(Call(name), "customer")
    assert name not in json.dumps(intent_schema(REGISTRY.for_role("customer")))


def test_staff_have_no_customers_tool() -> None:
    for tool in REGISTRY.for_role("customer"):
        if tool.name not in SHARED:
            with pytest.raises(UnknownTool):
                REGISTRY.check(Call(tool.name), "staff")


def test_prompt_and_schema_stay_under_the_budget() -> None:
    schema = json.dumps(intent_schema(STAFF), separators=(",", ":"))
    assert (len(schema) + len(system_prompt(STAFF))) / CHARACTERS_A_TOKEN < MOST_TOKENS


def test_nothing_in_a_sentence_is_a_role() -> None:
    schema = json.dumps(intent_schema(STAFF))
    for word in ("role", "owner", "tenant", "shop", "price", "member"):
        assert f'"{word}' not in schema


WORDS = sorted({word for text in (*ONE, *READY, *ORDERS, *NOTHING) for word in text.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join) | st.text(max_size=60))
def test_it_never_raises_and_only_calls_tools_there_are(text: str) -> None:
    calls = read(text)
    assert len(calls) <= 3
    assert {call.tool for call in calls} <= {tool.name for tool in STAFF}
