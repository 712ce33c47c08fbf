"""Cases are run through the real pipeline, and what PostgreSQL has is what is predicted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.trial import open_trial_shops
from bot.evaluate.cases import Case, CasesError
from bot.evaluate.lines import Line
from bot.evaluate.predictions import Prediction
from bot.evaluate.run import run_cases
from bot.intent.reading import Reading
from bot.pg import Postgres
from bot.reply import Reply
from bot.rooms import Rooms
from db.menu.file import read_menu
from tests.bot.evaluate.stall import (
    CASES,
    GINGER,
    LARGE,
    SUGAR,
    dialog,
    edit,
    lines,
    order,
    untouched,
    write_stall,
)
from tests.support.shop import open_shop
from tools.kit.call import Call, Json
from tools.kit.turn import Role
from tools.menu import Menu

CHECKOUT = Call("checkout", {"order_type": "take away"})
CASH = Call("choose_payment", {"method": "cash"})


class Script:
    """A reader that knows each sentence by heart."""

    def __init__(self, said: Mapping[str, Sequence[Call]]) -> None:
        self._said = said

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        """The calls of the sentence; KeyError for one it does not know."""
        return Reading(tuple(self._said[text]), "llm")


def add(item: str, quantity: int = 1) -> Call:
    line: dict[str, Json] = {"item": item, "quantity": quantity}
    return Call("add_to_cart", {"lines": [line]})


@pytest.fixture
async def stall(dsn: str, postgres: Postgres, tmp_path: Path) -> Rooms:
    """The rooms with the stall in them, under the slug trial-1."""
    write_stall(tmp_path)
    menu = read_menu(tmp_path / "menus" / "stall.json")
    assert open_trial_shops(dsn, {"stall": menu}) == {"stall": "trial-1"}
    return (await open_shop(postgres)).rooms


async def run(
    cases: Sequence[Case], rooms: Rooms, said: Mapping[str, Sequence[Call]] | None = None
) -> list[Prediction]:
    if said is not None:
        rooms = replace(rooms, classifier=Script(said))
    ran: list[None] = []
    predictions = await run_cases(
        cases, {"stall": "trial-1"}, rooms, at_once=4, done=lambda: ran.append(None)
    )
    assert len(ran) == len(cases)
    return predictions


def carts(prediction: Prediction) -> list[list[Line]]:
    return [list(turn.cart) for turn in prediction.turns]


async def test_every_kind_of_case(stall: Rooms) -> None:
    predictions = await run(CASES, stall)
    for case, prediction in zip(CASES, predictions, strict=True):
        assert (prediction.id, prediction.menu) == (case.id, "stall")
        wanted = [list(cart or ()) for cart in case.wanted]
        assert carts(prediction) == wanted, case.sentences
        assert not any(turn.order_placed or turn.error for turn in prediction.turns)
        if case.intent is not None:
            assert prediction.turns[0].intent == case.intent


async def test_a_false_add_is_found_in_the_database(stall: Rooms) -> None:
    bun = lines("bun")
    cases = [
        untouched(1, "who invented tea", "out_of_scope"),
        untouched(2, "never mind", "abort", bun),
    ]
    said = {"who invented tea": [add("chai")], "never mind": [Call("clear_cart")]}
    first, second = await run(cases, stall, said)
    assert (carts(first), carts(second)) == ([[lines("chai")]], [[]])


async def test_a_reply_that_lies_is_found_out(
    stall: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.turn import take_turn

    async def lying(*args: object) -> Reply:
        reply = await take_turn(*args)  # type: ignore[arg-type]
        assert reply.view is not None
        return replace(reply, view=reply.view.model_copy(update={"lines": ()}))

    monkeypatch.setattr("bot.evaluate.run.take_turn", lying)
    (prediction,) = await run([order(1, "2 samosa", lines("samosa", 2))], stall)
    assert carts(prediction) == [[lines("samosa", 2)]]


async def test_an_order_that_is_placed_is_the_cart(stall: Rooms) -> None:
    case = dialog(1, ("2 samosa", []), ("checkout", []), ("cash", []), ("a bun", []))
    said = {
        "2 samosa": [add("samosa", 2)],
        "checkout": [CHECKOUT],
        "cash": [CASH],
        "a bun": [add("bun maska")],
    }
    (prediction,) = await run([case], stall, said)
    samosa = [lines("samosa", 2)]
    assert carts(prediction) == [samosa, samosa, samosa, [lines("bun")]]
    assert [turn.order_placed for turn in prediction.turns] == [False, False, True, False]


async def test_a_cart_is_put_there_with_all_its_options(stall: Rooms) -> None:
    twice = GINGER.model_copy(update={"count": 2})
    little = SUGAR.model_copy(update={"amount": "light"})
    before = [lines("chai", 3, [LARGE, little, twice]), lines("chai", 1, [], [SUGAR])]
    (prediction,) = await run(
        [edit(1, "look", "view_cart", before)], stall, {"look": [Call("view_cart")]}
    )
    assert carts(prediction) == [before]


async def test_a_turn_that_breaks_the_program_is_told(stall: Rooms) -> None:
    case = dialog(1, ("a bun", []), ("unheard of", []), ("a bun", []))
    (prediction, other) = await run([case, order(2, "a bun")], stall, {"a bun": [add("bun maska")]})
    assert carts(prediction) == [[lines("bun")], [lines("bun")], [lines("bun", 2)]]
    broken = prediction.turns[1]
    assert (broken.intent, broken.error) == (None, "KeyError: 'unheard of'")
    assert carts(other) == [[lines("bun")]]


async def test_a_starting_cart_the_menu_does_not_have(stall: Rooms) -> None:
    with pytest.RaisesGroup(
        pytest.RaisesExc(CasesError, match="case 'case 1' cannot start from its cart: ")
    ):
        await run([edit(1, "look", "view_cart", [lines("pizza")])], stall, {"look": []})


async def test_staff_are_heard_as_staff(stall: Rooms) -> None:
    heard: list[Role] = []

    class Ear:
        async def read(
            self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
        ) -> Reading:
            heard.append(role)
            return Reading((Call("not_understood"),), "rules")

    case = untouched(1, "order 12 is ready", "staff_mark_ready")
    await run([case.model_copy(update={"role": "staff"})], replace(stall, classifier=Ear()))
    assert heard == ["staff"]
