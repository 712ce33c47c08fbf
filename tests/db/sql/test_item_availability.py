"""item_availability: whether a dish can be had at a moment, and in words when it can."""

import pytest
from psycopg import Connection

from tests.db.sql.judged import refusal

# 2 March 2026 is a Monday.
BREAKFAST = """
update cold.meal_period set starts_at = %s, ends_at = %s, days = %s
where meal_period_id = 'breakfast'
"""
SPECIAL = "insert into cold.special_day select tenant_id, %s, %s, %s from cold.tenants"


@pytest.mark.parametrize(
    ("hours", "days", "at", "when"),
    [
        ("07:00-11:30", "{6,7}", "2026-03-02 08:00+05:30", "Sat, Sun 07:00-11:30"),
        ("07:00-11:30", "{6,7}", "2026-03-07 08:00+05:30", None),
        ("07:00-11:30", "{1,2,3,4,5}", "2026-03-07 08:00+05:30", "Mon-Fri 07:00-11:30"),
        ("22:00-02:00", "{5}", "2026-03-06 23:00+05:30", None),
        ("22:00-02:00", "{5}", "2026-03-07 01:59+05:30", None),
        ("22:00-02:00", "{5}", "2026-03-07 23:00+05:30", "Fri 22:00-02:00"),
        ("22:00-02:00", "{5}", "2026-03-06 01:00+05:30", "Fri 22:00-02:00"),
        ("22:00-02:00", "{7}", "2026-03-02 01:00+05:30", None),
    ],
)
def test_a_period_runs_on_its_days(
    db: Connection, hours: str, days: str, at: str, when: str | None
) -> None:
    db.execute(BREAKFAST, [*hours.split("-"), days])
    found = refusal(db, at, "thatte_idly")
    expected = {"reason": "not_served", "item": "Thatte Idly", "when": when}
    assert found == (expected if when else None)


def test_several_periods_are_told_in_order(db: Connection) -> None:
    db.execute(BREAKFAST, ["07:00", "11:30", "{6,7}"])
    found = refusal(db, "2026-03-02 13:00+05:30", "rava_idly")
    assert found is not None
    assert found["when"] == "Sat, Sun 07:00-11:30 and 19:00-22:30"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("{1,2,3,4,5,6,7}", None),
        ("{7,6,5,4,3,2,1}", None),
        ("{3}", "Wed"),
        ("{1,2}", "Mon, Tue"),
        ("{7,1}", "Mon, Sun"),
        ("{1,2,3,5,6,7}", "Mon-Wed, Fri-Sun"),
        ("{1,3,5,6}", "Mon, Wed, Fri, Sat"),
    ],
)
def test_days_in_words(db: Connection, days: str, words: str | None) -> None:
    assert db.execute("select app.day_words(%s)", [days]).fetchone() == (words,)


def test_sold_out_until_is_judged_at_the_moment_asked_for(db: Connection) -> None:
    db.execute(
        """update cold.menu_item set is_available = false,
             unavailable_until = '2026-03-02 18:00+05:30' where item_id = 'idly'"""
    )
    noon = "2026-03-02 12:00+05:30"
    assert refusal(db, noon) == {"reason": "sold_out", "item": "Idly", "when": "today from 18:00"}
    assert refusal(db, "2026-03-02 18:00+05:30", now=noon) is None
    db.execute("update cold.menu_item set unavailable_until = null")
    assert refusal(db, "2026-03-04 18:00+05:30", now=noon) == {
        "reason": "sold_out",
        "item": "Idly",
        "when": None,
    }


def test_a_dish_is_for_its_order_types_only(db: Connection) -> None:
    db.execute(
        """insert into cold.menu_item_order_type
           select tenant_id, 'idly', order_type_id from cold.tenants, cold.order_type_table
           where order_type_name = any ('{dine_in,delivery}')"""
    )
    at = "2026-03-02 12:00+05:30"
    assert refusal(db, at) is None
    assert refusal(db, at, order_type="dine_in") is None
    # The shop does not deliver.
    for order_type in ("take_away", "delivery"):
        assert refusal(db, at, order_type=order_type) == {
            "reason": "order_type",
            "item": "Idly",
            "order_type": order_type,
            "offered": ["dine_in"],
        }
    assert refusal(db, at, "masala_dosa", order_type="take_away") is None
    db.execute("delete from cold.menu_item_order_type where order_type_id = 2")
    found = refusal(db, at)
    assert found is not None
    assert found["reason"] == "order_type"


def test_a_dish_that_is_not_on_the_menu(db: Connection) -> None:
    at = "2026-03-02 12:00+05:30"
    assert refusal(db, at, "no_such_dish") == {"reason": "unknown", "item": ""}
    db.execute("update cold.menu_item set is_removed = true where item_id = 'idly'")
    assert refusal(db, at) == {"reason": "unknown", "item": "Idly"}


def test_the_stock_must_hold_all_that_is_wanted(db: Connection) -> None:
    at = "2026-03-02 12:00+05:30"
    assert refusal(db, at, "vanjaram_fry", quantity=20) is None
    assert refusal(db, at, "vanjaram_fry", quantity=21) == {
        "reason": "stock",
        "item": "Vanjaram Fry",
        "left": 20,
    }
    db.execute("update cold.menu_item_stock set quantity = 0")
    assert refusal(db, at, "vanjaram_fry") == {
        "reason": "sold_out",
        "item": "Vanjaram Fry",
        "left": 0,
    }


def test_the_gravest_comes_first(db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false")
    db.execute("update cold.menu_item_stock set quantity = 0")
    db.execute(SPECIAL, ["2026-03-02", None, None])
    at = "2026-03-02 12:00+05:30"
    found = refusal(db, at, "nethili_fry")
    assert found is not None
    assert found["reason"] == "closed"
    reasons = db.execute(
        """select jsonb_path_query(r, '$.*[*].reason') from cold.tenants,
             app.item_refusals(tenant_id, '{nethili_fry}', '{1}', %s, 'delivery', null) r""",
        [at],
    ).fetchall()
    assert reasons == [("closed",), ("sold_out",), ("order_type",), ("sold_out",)]


def test_several_are_judged_at_once(db: Connection) -> None:
    judged = db.execute(
        """select app.item_refusals(tenant_id, '{vanjaram_fry,idly,no_such_dish,vanjaram_fry}',
             '{15,1,1,6}', '2026-03-02 12:00+05:30', null, null) from cold.tenants"""
    ).fetchone()
    # Both wishes for the same dish count together.
    assert judged == (
        {
            "vanjaram_fry": [{"reason": "stock", "item": "Vanjaram Fry", "left": 20}],
            "no_such_dish": [{"reason": "unknown", "item": ""}],
        },
    )
