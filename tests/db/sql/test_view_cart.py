"""view_cart: the session as it stands."""

from psycopg import Connection

from tests.support.records import count
from tests.support.turns import Caller, chosen, line


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


def test_tells_of_each_line_why_it_cannot_be_had(asha: Caller, db: Connection) -> None:
    asha.turn_clock("2026-03-02 11:00+05:30")
    asha.add_to_cart(
        [
            line("idly"),
            line("rava_idly"),
            line("vanjaram_fry", 8),
            line("vanjaram_fry", 7, note="x"),
        ]
    )
    assert [row.refusal for row in asha.view_cart().lines] == [None] * 4

    asha.turn_clock("2026-03-02 12:00+05:30")
    db.execute("update cold.menu_item_stock set quantity = 14")
    refusals = [row.refusal for row in asha.view_cart().lines]
    assert [found and (found.reason, found.item, found.left) for found in refusals] == [
        None,
        ("not_served", "Rava Idly", None),
        ("stock", "Vanjaram Fry", 14),
        ("stock", "Vanjaram Fry", 14),
    ]


def test_tells_of_a_line_what_of_its_choices_is_gone(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", options=[chosen("extras", "ghee")]), line("idly")])
    db.execute("update cold.option set is_available = false where option_id = 'ghee'")
    with_ghee, plain = asha.view_cart().lines
    assert with_ghee.refusal is not None
    assert (with_ghee.refusal.reason, with_ghee.refusal.item) == ("option", "Ghee Topping")
    assert plain.refusal is None
