"""Where a model's answer would end in a question or a refusal the rules' reading is tried first."""

import psycopg
import pytest

from bot.intent.reading import Reading
from bot.pg import Postgres
from bot.rehearsal import settle
from tests.support.calls import Counting
from tests.support.models import Model, answer_of, with_model
from tests.support.shop import Shop, all_tools, open_shop
from tests.support.staff import grant
from tests.tools.turns import RecordingDatabase, turn, view
from tools.kit.call import Call, Json


@pytest.fixture
def counting(postgres: Postgres) -> Counting:
    return Counting(postgres)


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
async def modelled(counting: Counting, model: Model) -> Shop:
    """The demo shop with a model before the rules, its menu loaded."""
    shop = await open_shop(counting)
    await shop.person().says("hello")
    counting.called.clear()
    return with_model(shop, model)


def add(item: str, **more: Json) -> dict[str, Json]:
    return {"tool": "add_to_cart", "item": item, "quantity": 2, **more}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2 masala dosa", add("thing from the menu")),
        ("2 masala dosa", add("dosa")),
        ("2 masala dosa", add("masala dosa", options=["with a flying carpet"])),
        ("2 masala dosa", {**add("masala dosa"), "quantity": 0}),
    ],
    ids=["not on the menu", "several dishes", "no such option", "a quantity that is none"],
)
async def test_what_the_model_got_wrong_the_rules_put_right_at_the_same_cost(
    modelled: Shop, model: Model, counting: Counting, said: str, read: dict[str, Json]
) -> None:
    model.says = answer_of(read)
    person = modelled.person()
    reply = await person.says(said)
    assert [(quantity, name) for quantity, name, _ in person.cart] == [(2, "Masala Dosa")]
    assert (reply.source, reply.usage.calls, reply.usage.prompt_tokens) == ("rules", 1, 400)
    assert len(model.asked) == 1
    assert counting.called == ["add_to_cart"]


async def test_so_they_do_for_staff(
    modelled: Shop, model: Model, counting: Counting, db: psycopg.Connection
) -> None:
    grant(db, "asha", "owner")
    model.says = answer_of({"tool": "mark_unavailable", "item": "dosa"})
    reply = await modelled.member("asha").says("86 masala dosa")
    assert reply.text.startswith("Masala Dosa is sold out")
    assert (reply.source, reply.usage.calls) == ("rules", 1)
    assert counting.called == ["mark_unavailable"]


async def test_a_reading_that_resolves_is_the_models(modelled: Shop, model: Model) -> None:
    model.says = answer_of(add("idly"))
    person = modelled.person()
    reply = await person.says("2 masala dosa")
    assert reply.source == "llm"
    assert [name for _, name, _ in person.cart] == ["Idly"]


async def test_where_neither_resolves_the_models_is_asked_about(
    modelled: Shop, model: Model, counting: Counting
) -> None:
    model.says = answer_of(add("dosa"))
    reply = await modelled.person().says("2 of those dosas")
    assert reply.source == "llm"
    assert reply.asks
    assert counting.called == ["record_turn"]


async def test_small_talk_is_no_better_reading_of_an_order(modelled: Shop, model: Model) -> None:
    model.says = answer_of(add("lobster bisque"))
    reply = await modelled.person().says("thanks")
    assert reply.source == "llm"
    assert "lobster bisque" in reply.text


async def test_a_reading_that_the_rules_doubt_does_not_stand_in(
    modelled: Shop, model: Model
) -> None:
    model.says = answer_of(add("idly"), add("flurbs"))
    reply = await modelled.person().says("2 idly and 2 flurbs")
    assert reply.source == "llm"
    assert "flurbs" in reply.text


async def test_one_call_that_is_stuck_spoils_the_models_answer(
    modelled: Shop, model: Model
) -> None:
    model.says = answer_of(add("idly"), {"tool": "choose_pickup_time", "words": "sometime"})
    person = modelled.person()
    reply = await person.says("2 idly")
    assert reply.source == "llm"
    model.says = answer_of(add("idly"), add("gizmo"))
    reply = await person.says("2 idly and 2 masala dosa")
    assert reply.source == "rules"
    assert [(quantity, name) for quantity, name, _ in person.cart] == [
        (4, "Idly"),
        (2, "Masala Dosa"),
    ]


async def test_the_turn_is_on_record_as_the_rules_with_the_models_tokens(
    modelled: Shop, model: Model, db: psycopg.Connection
) -> None:
    model.says = answer_of(add("gizmo"))
    await modelled.person().says("2 idly")
    row = db.execute(
        "select source, provider, prompt_tokens from cold.turns where provider is not null"
    ).fetchone()
    assert row == ("rules", "model", 400)


SPOKEN = [tool.name for tool in all_tools().for_role("customer") if tool.spoken]


@pytest.mark.parametrize("name", SPOKEN)
async def test_every_tool_a_sentence_can_mean_can_be_rehearsed(name: str) -> None:
    database = RecordingDatabase(view())
    registry = all_tools()
    fields = next(tool for tool in registry.for_role("customer") if tool.name == name).params
    words: dict[str, dict[str, Json]] = {
        "add_to_cart": {"lines": [{"item": "idly"}]},
        "set_quantity": {"quantity": 2, "item": "idly"},
        "update_item": {"item": "masala dosa", "options": ["spicy"]},
    }
    args = words.get(name, {})
    if not args and (
        required := [key for key, of in fields.model_fields.items() if of.is_required()]
    ):
        args = dict.fromkeys(required, "cash")
    call = Call(name, args)
    reading = Reading((call,), "llm", instead=(Call("add_to_cart", {"lines": [{"item": "idly"}]}),))
    settled = await settle(reading, turn(database), registry)
    assert settled.calls in (reading.calls, reading.instead)
    assert database.calls == []
