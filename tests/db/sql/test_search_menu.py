"""search_menu: the page a search shows, and what "the second one" means afterwards."""

import pytest
from psycopg import Connection

from tests.support.marked import Choice, put_dish
from tests.support.records import event_types, events
from tests.support.refusals import refused
from tests.support.turns import Caller, line, shown
from tools.kit.view import SessionView


def page_of(view: SessionView) -> list[int]:
    """The numbers of the dishes shown."""
    assert view.shown is not None
    return [dish.item_no for dish in view.shown.dishes]


def numbers(view: SessionView) -> tuple[int, int, int]:
    """The page, how many dishes there are, and how many were left out."""
    assert view.shown is not None
    return view.shown.page, view.shown.count, view.shown.left_out


def test_keeps_the_page_that_was_shown(asha: Caller, db: Connection) -> None:
    view = asha.search_menu("podi_idly", "idly", query="idli", period="breakfast")

    assert (view.step, view.lines, view.seq) == ("browsing", (), 1)
    assert page_of(view) == [asha.item_no("podi_idly"), asha.item_no("idly")]
    assert events(db, view.session_id) == [
        (
            "menu_viewed",
            {
                "query": "idli",
                "meal_period": "breakfast",
                "result_count": 2,
                "left_out": 0,
                "shown": [
                    {"id": "podi_idly", "name": "Podi Idly", "position": 1},
                    {"id": "idly", "name": "Idly", "position": 2},
                ],
            },
        )
    ]


def test_positions_count_over_pages(asha: Caller) -> None:
    dishes = ("idly", "plain_dosa", "masala_dosa", "filter_coffee", "chapati_combo")
    view = asha.search_menu(*dishes, page=2, size=2)
    assert view.shown is not None
    assert [dish.position for dish in view.shown.dishes] == [3, 4]
    with refused("OC002"):
        asha.add_to_cart([line(shown(1))])
    assert asha.add_to_cart([line(shown(3))]).last_item_name == "Masala Dosa"


@pytest.mark.parametrize(
    ("asked", "size", "page", "dishes"),
    [(1, 3, 1, 3), (2, 3, 2, 2), (9, 3, 2, 2), (0, 3, 1, 3), (-5, 0, 1, 1), (1, 999, 1, 5)],
)
def test_a_page_past_the_last_is_the_last(
    asha: Caller, asked: int, size: int, page: int, dishes: int
) -> None:
    five = ("idly", "plain_dosa", "masala_dosa", "filter_coffee", "chapati_combo")
    view = asha.search_menu(*five, page=asked, size=size)
    assert (numbers(view), len(page_of(view))) == ((page, 5, 0), dishes)


def test_the_whole_menu_in_its_order(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_removed = true where item_id = 'podi_idly'")
    view = asha.see_menu(size=2)
    assert numbers(view) == (1, 364, 0)
    menu = "select item_no from cold.menu_item where not is_removed order by position limit 2"
    assert page_of(view) == [number for (number,) in db.execute(menu).fetchall()]
    assert len(page_of(asha.see_menu(page=46))) == 4


def test_each_dish_shown_is_judged(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    asha.turn_clock("2026-03-02 12:00+05:30")
    view = asha.search_menu("idly", "rava_idly", "plain_dosa")
    assert view.shown is not None
    reasons = [
        dish.refusal and (dish.refusal.reason, dish.refusal.item) for dish in view.shown.dishes
    ]
    assert reasons == [("sold_out", "Idly"), ("not_served", "Rava Idly"), None]


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


def test_what_was_not_found_is_in_the_ledger(asha: Caller, db: Connection) -> None:
    view = asha.search_menu(query="pizza")
    assert numbers(view) == (1, 0, 0)
    assert events(db, view.session_id)[1:] == [
        (
            "demand_unmet",
            {"words": "pizza", "item_id": None, "reason": "not_found", "quantity": None},
        )
    ]
    assert asha.search_menu(query=" ").seq == 3


def test_what_only_came_near_is_in_the_ledger_too(asha: Caller, db: Connection) -> None:
    for page in (1, 2):
        view = asha.search_menu(
            "idly", "masala_dosa", query="cheese idly", size=1, page=page, near=True
        )
        assert numbers(view) == (page, 2, 0)
    assert event_types(db, view.session_id) == ["menu_viewed", "demand_unmet", "menu_viewed"]


def test_a_repeated_search_shows_the_page_again_and_writes_nothing(
    asha: Caller, db: Connection
) -> None:
    first = asha.search_menu("idly", command="once")
    again = asha.search_menu("idly", command="once")
    assert (again.replayed, again.seq, again.shown) == (True, first.seq, first.shown)


def test_shows_only_what_fits_and_says_how_much_it_left_out(asha: Caller, db: Connection) -> None:
    dishes = [
        put_dish(db, "satay", allergens=["peanut", "soy"]),
        put_dish(db, "prawns", diet="non_veg", allergens=["crustacean"]),
        put_dish(db, "unmarked", diet=None),
        put_dish(db, "plain"),
        put_dish(db, "with nuts to add", Choice("nuts", allergens=["peanut"])),
    ]
    asha.set_dietary_rules(["peanut"], ["veg"])
    view = asha.search_menu(*dishes, query="all", size=1, page=2)
    assert (numbers(view), page_of(view)) == ((2, 2, 3), [asha.item_no("with nuts to add")])
    kind, data = events(db, view.session_id)[-1]
    assert (kind, data["result_count"], data["left_out"]) == ("menu_viewed", 2, 3)
    assert numbers(asha.search_menu("satay", "prawns", query="x")) == (1, 0, 2)
    assert events(db, view.session_id)[-1][0] == "menu_viewed"


def test_a_dish_that_can_be_made_to_suit_fits(asha: Caller, db: Connection) -> None:
    dishes = [
        put_dish(db, "jain dal", suitable_for=["jain"]),
        put_dish(db, "dal", Choice("jain", suitable_for=["jain"]), Choice("hot")),
        put_dish(db, "onion dal", Choice("hot")),
    ]
    asha.set_dietary_rules(diets=["jain"])
    assert page_of(asha.search_menu(*dishes)) == [asha.item_no("jain dal"), asha.item_no("dal")]
    asha.set_dietary_rules(diets=["vegan"])
    assert numbers(asha.search_menu(*dishes)) == (1, 0, 3)


def test_an_allergy_the_shop_did_not_know_counts_once_it_does(asha: Caller, db: Connection) -> None:
    asha.set_dietary_rules(unchecked=["kiwi"])
    fruit = put_dish(db, "fruit", allergens=["kiwi"])
    assert numbers(asha.search_menu(fruit)) == (1, 0, 1)
    assert asha.add_to_cart([line(fruit)]).conflicts
