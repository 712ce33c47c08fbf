"""search_menu: what was looked for, and what "the second one" means afterwards."""

from psycopg import Connection

from tests.support.records import events
from tests.support.refusals import refused
from tests.support.turns import Caller, line, shown


def test_keeps_the_page_that_was_shown(asha: Caller, db: Connection) -> None:
    page = [{"id": "idly", "name": "Idly", "position": 1}]
    view = asha.call("search_menu", "idli", "breakfast", 7, page)

    assert (view.step, view.lines, view.seq) == ("browsing", (), 1)
    assert events(db, view.session_id) == [
        (
            "menu_viewed",
            {"query": "idli", "meal_period": "breakfast", "result_count": 7, "shown": page},
        )
    ]


def test_positions_count_over_pages(asha: Caller) -> None:
    asha.call("search_menu", "", None, 12, [{"id": "idly", "name": "Idly", "position": 11}])
    with refused("OC002"):
        asha.add_to_cart([line(shown(1))])
    assert asha.add_to_cart([line(shown(11))]).last_item_name == "Idly"


def test_looking_leaves_cart_and_quote_alone(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 2)])
    quoted = asha.checkout()
    view = asha.search_menu("masala_dosa")

    assert (view.step, view.checkout, view.lines) == ("checkout", quoted.checkout, quoted.lines)


def test_looking_after_an_order_starts_a_new_one(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    asha.checkout()
    assert asha.choose_payment().step == "order_placed"
    assert asha.search_menu("idly").step == "browsing"
