"""What the database holds after seed 004: the rows of its "Final Database State"."""

from decimal import Decimal

from psycopg import Connection


def assert_final_state(db: Connection) -> None:
    """Hot, warm and cold rows are exactly the seed's."""
    assert db.execute(
        """select event_type, event_data ->> 'item_name', (event_data ->> 'quantity')::int
           from warm.session_events order by seq"""
    ).fetchall() == [
        ("menu_viewed", None, None),
        ("item_added", "Idly", 2),
        ("item_added", "Masala Dosa", 1),
        ("item_added", "Masala Dosa", 1),
        ("order_placed", None, None),
    ]
    assert db.execute("select seq from warm.session_events order by seq").fetchall() == [
        (1,),
        (2,),
        (3,),
        (4,),
        (5,),
    ]
    assert db.execute(
        "select item_name, is_active from hot.session_cart order by line_no"
    ).fetchall() == [
        ("Idly", False),
        ("Masala Dosa", False),
    ]
    assert db.execute("select current_step from hot.session_state").fetchall() == [
        ("order_placed",)
    ]
    orders = db.execute(
        """select total_amount, order_type_name, source_name, payment_method, customer_id = user_id
           from cold.orders join cold.order_type_table using (order_type_id)
           join cold.order_source_type using (order_source_id)
           join hot.session_state using (tenant_id, session_id)"""
    ).fetchall()
    assert orders == [(Decimal("240.00"), "take_away", "chatbot", "cash", True)]
    assert db.execute(
        "select item_name, quantity, unit_price, subtotal from cold.order_item order by line_no"
    ).fetchall() == [
        ("Idly", 2, Decimal("40.00"), Decimal("80.00")),
        ("Masala Dosa", 2, Decimal("80.00"), Decimal("160.00")),
    ]


def cart_total(db: Connection) -> str:
    """What the one cart of the database comes to."""
    row = db.execute(
        "select coalesce(sum(quantity * price), 0.00)::text from hot.session_cart where is_active"
    ).fetchone()
    assert row is not None
    return str(row[0])
