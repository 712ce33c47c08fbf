"""What a turn costs: one statement, and at most one LLM call; none for buttons and commands."""

from dataclasses import dataclass, field

import psycopg
import pytest

from bot.intent.reading import Reading
from bot.pg import Postgres
from bot.reply import Usage
from tests.support.calls import Counting
from tests.support.shop import Shop, open_shop
from tools.kit.call import Call, Json
from tools.kit.turn import Role
from tools.menu import Menu


@dataclass
class Model:
    """A classifier that counts how often it is asked and always reads the same."""

    calls: tuple[Call, ...]
    asked: list[str] = field(default_factory=list)

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        self.asked.append(text)
        return Reading(self.calls, "llm", Usage(1, "groq", 300, 20, 45.0))


@pytest.fixture
def counting(postgres: Postgres) -> Counting:
    return Counting(postgres)


@pytest.fixture
async def counted_shop(counting: Counting) -> Shop:
    shop = await open_shop(counting)
    await shop.person().says("hello")
    counting.called.clear()
    return shop


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("show me the menu", "search_menu"),
        ("what dosas do you have", "search_menu"),
        ("add 2 idly", "add_to_cart"),
        ("2 idly and a masala dosa, no onion", "add_to_cart"),
        ("view my cart", "view_cart"),
        ("clear my cart", "clear_cart"),
        ("where is my order", "order_status"),
        ("I'm allergic to peanuts", "set_dietary_rules"),
        ("I'm allergic", "record_turn"),
        ("in two hours", "choose_pickup_time"),
        ("order for later", "record_turn"),
        ("hi", "record_turn"),
        ("thanks", "record_turn"),
        ("help", "record_turn"),
        ("can I mix antifreeze with water", "record_turn"),
        ("dosa", "record_turn"),
    ],
)
async def test_a_message_is_one_statement(
    counted_shop: Shop, counting: Counting, text: str, function: str
) -> None:
    await counted_shop.person().says(text)
    assert counting.called == [function]


async def test_the_whole_way_to_an_order_is_one_statement_a_turn(
    counted_shop: Shop, counting: Counting
) -> None:
    person = counted_shop.person()
    for text in (
        "add 2 idly",
        "make it 3",
        "one more",
        "remove the idly",
        "add a masala dosa",
        "checkout",
    ):
        counting.called.clear()
        await person.says(text)
        assert len(counting.called) == 1, (text, counting.called)
    counting.called.clear()
    await person.presses("Cash")
    assert counting.called == ["choose_payment"]
    assert person.reply.view is not None
    assert person.reply.view.order is not None


async def test_what_could_not_be_had_is_kept_for_the_demand_ledger(
    counted_shop: Shop, counting: Counting, db: psycopg.Connection
) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    person = counted_shop.person()
    reply = await person.says("add 2 idly")
    assert reply.text.startswith("Idly is sold out")
    assert counting.called == ["add_to_cart", "record_turn"]
    assert unmet(db) == [{"item_id": "idly", "reason": "sold_out"}]


async def test_a_refusal_of_another_kind_is_no_demand(
    counted_shop: Shop, db: psycopg.Connection
) -> None:
    person = counted_shop.person()
    for text in ("checkout", "remove the idly", "same as last time", "in 20 days"):
        await person.says(text)
    assert unmet(db) == []


def unmet(db: psycopg.Connection) -> list[dict[str, Json]]:
    """What the demand ledger holds: dish and reason."""
    rows = db.execute(
        "select event_data from warm.session_events where event_type = 'demand_unmet' order by seq"
    ).fetchall()
    return [{key: row[key] for key in ("item_id", "reason")} for (row,) in rows]


async def test_a_message_is_one_llm_call_and_a_button_none(counted_shop: Shop) -> None:
    model = Model((Call("add_to_cart", {"lines": [{"item": "idly", "quantity": 2}]}),))
    person = counted_shop.reading_with(model).person()

    reply = await person.says("give me a couple of those steamed things, idly")
    assert model.asked == ["give me a couple of those steamed things, idly"]
    assert (reply.source, reply.usage.calls) == ("llm", 1)
    assert person.cart == [(2, "Idly", "80.00")]

    for step in ("Checkout", "Cash"):
        reply = await person.presses(step)
        assert (reply.source, reply.usage.calls) == ("button", 0)
    await person.calls(Call("view_cart"))
    assert len(model.asked) == 1


async def test_the_answer_to_our_own_question_is_no_llm_call(counted_shop: Shop) -> None:
    model = Model((Call("add_to_cart", {"lines": [{"item": "dosa", "quantity": 2}]}),))
    person = counted_shop.reading_with(model).person()
    question = await person.says("2 dosas")
    assert question.asks
    label = question.buttons[0][0].label
    answered = await person.says(label)
    assert answered.source == "button"
    assert len(model.asked) == 1
    assert [quantity for quantity, _, _ in person.cart] == [2]


async def test_the_turn_is_on_record_with_who_understood_it_and_its_tokens(
    shop: Shop, db: psycopg.Connection
) -> None:
    person = shop.reading_with(Model((Call("view_cart"),))).person()
    await person.says("what did I order so far?")
    row = db.execute(
        "select tool, source, provider, prompt_tokens, completion_tokens, llm_ms from cold.turns"
    ).fetchone()
    assert row == ("view_cart", "llm", "groq", 300, 20, 45)


async def test_several_calls_of_one_message_all_run_and_are_one_reply(shop: Shop) -> None:
    model = Model(
        (Call("add_to_cart", {"lines": [{"item": "idly", "quantity": 2}]}), Call("checkout"))
    )
    person = shop.reading_with(model).person()
    reply = await person.says("2 idly and checkout")
    assert "Added 2x Idly" in reply.text
    assert "₹80" in reply.text
    assert reply.view is not None
    assert reply.view.checkout is not None


async def test_a_message_delivered_twice_has_one_effect(shop: Shop) -> None:
    person = shop.person()
    await person.says("add 2 idly", command="telegram:1:77")
    again = await person.says("add 2 idly", command="telegram:1:77")
    assert person.cart == [(2, "Idly", "80.00")]
    assert again.text


async def test_a_confirmation_delivered_twice_is_one_order_and_the_same_answer(
    shop: Shop, db: psycopg.Connection
) -> None:
    person = shop.person()
    await person.says("add 2 idly")
    await person.says("checkout")
    first = await person.says("cash", command="telegram:1:80")
    again = await person.says("cash", command="telegram:1:80")
    assert first.view is not None
    assert again.view is not None
    assert first.view.order is not None
    assert again.view.order == first.view.order
    assert db.execute("select count(*) from cold.orders").fetchone() == (1,)


async def test_a_session_in_quarantine_is_told_whom_to_call(
    shop: Shop, db: psycopg.Connection
) -> None:
    person = shop.person()
    await person.says("add 2 idly")
    db.execute("delete from hot.session_state")
    db.execute("update warm.session_events set seq = 2")
    reply = await person.says("view my cart")
    assert "Please call the shop." in reply.text
    assert reply.view is None
    assert (await shop.person().says("add 2 idly")).view is not None
