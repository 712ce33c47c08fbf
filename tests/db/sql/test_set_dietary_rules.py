"""set_dietary_rules, keep_dietary_rules, accept_conflict: what somebody may not eat."""

import pytest
from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.marked import Choice, put_dish
from tests.support.records import count, event_types, events
from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, last, line
from tools.kit.view import Dietary


@pytest.fixture
def satay(db: Connection) -> str:
    """A dish with peanuts, and soy to be added."""
    return put_dish(db, "satay", Choice("soy", allergens=["soy"]), allergens=["peanut"])


def close_session(db: Connection) -> None:
    """Let the next message open a new one."""
    db.execute("update cold.sessions set closed_at = now()")


def test_rules_add_up_in_the_order_they_were_said(asha: Caller, db: Connection) -> None:
    asha.set_dietary_rules(["peanut", "egg"], unchecked=["kiwi"])
    view = asha.set_dietary_rules([" egg", "dairy "], ["jain"])
    assert view.dietary == Dietary(
        allergens=("peanut", "egg", "dairy"), diets=("jain",), unchecked=("kiwi",)
    )
    assert event_types(db, view.session_id) == ["dietary_set"] * 2


def test_what_was_said_before_changes_nothing(asha: Caller, db: Connection) -> None:
    asha.set_dietary_rules(["peanut"], ["veg"])
    view = asha.set_dietary_rules(["peanut"])
    assert (view.seq, view.dietary.diets) == (1, ("veg",))


def test_an_allergy_that_can_be_checked_is_no_longer_unchecked(asha: Caller) -> None:
    asha.set_dietary_rules(unchecked=["kiwi", "okra"])
    view = asha.set_dietary_rules(["kiwi"])
    assert (view.dietary.allergens, view.dietary.unchecked) == (("kiwi",), ("okra",))


def test_there_is_room_for_fifty(asha: Caller) -> None:
    asha.set_dietary_rules(["peanut"])
    view = asha.set_dietary_rules([f"a{number:02}" for number in range(60)])
    assert len(view.dietary.allergens) == 50
    assert view.dietary.allergens[:2] == ("peanut", "a00")


def test_what_is_in_the_cart_is_judged_at_once(asha: Caller, satay: str) -> None:
    asha.add_to_cart([line("idly"), line(satay, options=[chosen(satay, "soy")])])
    view = asha.set_dietary_rules(["peanut", "soy"])
    assert [[one.because for one in row.conflicts] for row in view.lines] == [[], ["Satay", "Soy"]]


def test_rules_leave_an_open_quote_and_its_confirmation_alone(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    quoted = asha.checkout().checkout
    assert quoted is not None
    view = asha.set_dietary_rules(["peanut"])
    assert (view.step, view.checkout) == ("checkout", quoted)
    order = asha.choose_payment("cash", quoted.checkout_id).order
    assert order is not None
    assert order.dietary.allergens == ("peanut",)
    assert asha.order_status().orders[0].dietary == order.dietary


def test_rules_stay_when_the_order_is_placed(asha: Caller, satay: str) -> None:
    asha.set_dietary_rules(["peanut"])
    asha.add_to_cart([line("idly")])
    asha.checkout()
    assert asha.choose_payment().order is not None
    assert asha.add_to_cart([line(satay)]).conflicts


def test_rules_survive_loss_and_sweep(asha: Caller, db: Connection, satay: str) -> None:
    asha.turn_clock("2026-03-02 12:00+05:30")
    asha.set_dietary_rules(["peanut"], ["veg"])
    view = asha.add_to_cart([line(satay, accept=["allergen:peanut"])])
    evict(db, view.session_id)
    assert asha.view_cart() == view.model_copy(update={"changed": ()})

    asha.turn_clock("2026-03-09 12:00+05:30")
    assert asha.json("sweep_idle_sessions") == 1
    found = asha.view_cart()
    assert (found.dietary, found.lines) == (view.dietary, view.lines)


def test_a_new_session_knows_nothing_unless_it_was_kept(asha: Caller, db: Connection) -> None:
    asha.set_dietary_rules(["peanut"])
    close_session(db)
    assert not asha.view_cart().dietary

    asha.set_dietary_rules(["egg"], ["jain"])
    kept = asha.keep_dietary_rules()
    assert kept.dietary == Dietary(allergens=("egg",), diets=("jain",), kept=True)
    assert events(db, kept.session_id)[-1][0] == "dietary_set"
    close_session(db)
    assert asha.view_cart().dietary == kept.dietary


def test_what_is_kept_belongs_to_one_customer(asha: Caller, ravi: Caller) -> None:
    asha.set_dietary_rules(["egg"])
    asha.keep_dietary_rules()
    assert not ravi.view_cart().dietary


def test_more_rules_are_kept_only_when_that_is_said(asha: Caller, db: Connection) -> None:
    asha.set_dietary_rules(["egg"])
    asha.keep_dietary_rules()
    assert asha.set_dietary_rules(["egg"]).dietary.kept
    assert not asha.set_dietary_rules(["soy"]).dietary.kept
    close_session(db)
    assert asha.view_cart().dietary == Dietary(allergens=("egg",), kept=True)
    assert asha.set_dietary_rules(["soy"]).dietary.kept is False
    asha.keep_dietary_rules()
    assert count(db, "cold.customer_dietary") == 1


def test_keeping_twice_or_nothing_writes_nothing(asha: Caller, db: Connection) -> None:
    assert asha.keep_dietary_rules().seq == 0
    assert count(db, "cold.customer_dietary") == 0
    asha.set_dietary_rules(["egg"])
    assert asha.keep_dietary_rules().seq == asha.keep_dietary_rules().seq == 2


def test_forgetting_forgets_all_of_it(asha: Caller, db: Connection, satay: str) -> None:
    asha.set_dietary_rules(["peanut"], ["veg"], ["kiwi"])
    asha.keep_dietary_rules()
    asha.add_to_cart([line(satay, accept=["allergen:peanut"])])
    view = asha.set_dietary_rules()
    assert not view.dietary
    assert [row.accepted for row in view.lines] == [()]
    assert count(db, "cold.customer_dietary") == 0
    assert asha.set_dietary_rules().seq == view.seq
    close_session(db)
    assert not asha.view_cart().dietary
    assert asha.add_to_cart([line(satay)]).conflicts == ()


def test_what_was_accepted_before_forgetting_is_accepted_anew(asha: Caller, satay: str) -> None:
    asha.set_dietary_rules(["peanut"])
    asha.add_to_cart([line(satay, accept=["allergen:peanut"])])
    asha.set_dietary_rules()
    assert asha.set_dietary_rules(["peanut"]).lines[0].conflicts
    assert asha.checkout().checkout is None


def test_accepting_a_line_accepts_whatever_it_has(asha: Caller, db: Connection, satay: str) -> None:
    asha.add_to_cart([line(satay, 2), line(satay, options=[chosen(satay, "soy")]), line("idly")])
    asha.set_dietary_rules(["peanut", "soy"])
    view = asha.accept_conflict(2)
    assert [row.accepted for row in view.lines] == [(), ("allergen:peanut", "allergen:soy"), ()]
    assert [len(row.conflicts) for row in view.lines] == [1, 0, 0]
    assert [(row.line_no, row.delta) for row in view.changed] == [(2, 0)]
    kind, data = events(db, view.session_id)[-1]
    assert (kind, data["accepted"]) == ("item_updated", ["allergen:peanut", "allergen:soy"])


def test_there_is_nothing_to_accept(asha: Caller) -> None:
    view = asha.add_to_cart([line("idly")])
    assert asha.accept_conflict(1).seq == view.seq
    with refused("OC007"):
        asha.accept_conflict(2)


def test_a_repeated_command_changes_nothing(asha: Caller, satay: str) -> None:
    asha.add_to_cart([line(satay)])
    asha.set_dietary_rules(["peanut"], command="a")
    assert asha.set_dietary_rules(command="a").dietary
    asha.keep_dietary_rules(command="b")
    assert asha.keep_dietary_rules(command="b").replayed
    asha.accept_conflict(1, command="c")
    assert asha.accept_conflict(1, command="c").lines[0].accepted == ("allergen:peanut",)


def test_getting_rid_of_one_of_two_conflicts_is_not_refused(asha: Caller, satay: str) -> None:
    asha.add_to_cart([line(satay, options=[chosen(satay, "soy")])])
    asha.set_dietary_rules(["peanut", "soy"])
    view = asha.update_item(last(), {"without_options": [chosen(satay, "soy")]})
    assert (view.conflicts, len(view.changed)) == ((), 1)
    assert [one.what for one in view.lines[0].conflicts] == ["peanut"]


def test_lines_that_become_equal_keep_what_either_accepted(asha: Caller, satay: str) -> None:
    asha.set_dietary_rules(["peanut", "soy"])
    both = ["allergen:peanut", "allergen:soy"]
    asha.add_to_cart([line(satay, accept=both)])
    asha.add_to_cart([line(satay, options=[chosen(satay, "soy")], accept=both)])
    view = asha.update_item(last(), {"without_options": [chosen(satay, "soy")]})
    assert [(row.quantity, row.accepted) for row in view.lines] == [(2, ("allergen:peanut",))]
