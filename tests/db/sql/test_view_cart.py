"""view_cart: the session as it stands."""

from psycopg import Connection

from tests.support.records import count
from tests.support.turns import Caller, line


def test_shows_what_is_there_and_writes_no_event(asha: Caller, db: Connection) -> None:
    added = asha.add_to_cart([line("idly", 2)])
    view = asha.view_cart()

    assert (view.lines, view.total, view.seq) == (added.lines, added.total, added.seq)
    assert count(db, "warm.session_events") == 1
    assert count(db, "cold.turns") == 2


def test_a_newcomer_gets_an_empty_cart(asha: Caller) -> None:
    view = asha.view_cart()
    assert (view.lines, str(view.total), view.step, view.seq) == ((), "0.00", "browsing", 0)
    assert (view.currency, view.menu_version, view.checkout) == ("INR", 1, None)


def test_everybody_sees_the_own_cart(asha: Caller, ravi: Caller) -> None:
    asha.add_to_cart([line("idly")])
    assert ravi.view_cart().lines == ()


def test_one_person_has_a_session_in_each_chat(asha: Caller, dsn: str, db: Connection) -> None:
    here = asha.add_to_cart([line("idly")])
    with Caller(dsn, "asha", chat="group") as elsewhere:
        there = elsewhere.view_cart()

    assert (there.lines, there.session_id == here.session_id) == ((), False)
    assert count(db, "cold.customers") == 1


def test_money_is_text_with_two_decimals(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 2)])
    facts = {
        "channel": "test",
        "chat": "asha",
        "sender": "asha",
        "command": "x",
        "tool": "view_cart",
    }
    view = asha.json("view_cart", asha.tenant, {**facts, "source": "button"})

    assert isinstance(view, dict)
    assert view["total"] == "80.00"
    assert isinstance(view["lines"], list)
    assert isinstance(view["lines"][0], dict)
    assert view["lines"][0]["unit_price"] == "40.00"
