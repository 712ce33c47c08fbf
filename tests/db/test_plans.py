"""A turn reads by key: with 20,000 sessions in the shop it still scans no large table."""

from datetime import timedelta

import pytest
from psycopg import Connection

from tests.support.money import Payer, take_money
from tests.support.shop import right_now
from tests.support.turns import Caller, items, last, line, shown
from tests.support.ways import put_delivery

# As many as a busy shop has in a year, today by the shop's clock; constraints are not asked, it
# would take minutes.
CROWD = """
set time zone 'Asia/Kolkata';
set session_replication_role = replica;
create temp table crowd as select n, 'sess_' || n as session, gen_random_uuid() as id,
  (select tenant_id from cold.tenants) as tenant from generate_series(1, 20000) n;
insert into cold.customers select tenant, id, now() from crowd;
insert into cold.customer_identity select tenant, 'test', 'person ' || n, id from crowd;
insert into cold.sessions
  select tenant, session, 'test', 'chat ' || n, 'person ' || n, id, now() from crowd;
insert into cold.turns (tenant_id, command_id, session_id, tool, source, at)
  select tenant, 'command ' || n, session, 'add_to_cart', 'rules', now() from crowd;
insert into hot.session_state
  select tenant, session, id, 1, 'checkout', 1, 'idly', 'Idly', '[]', now() from crowd;
insert into hot.session_cart
  select tenant, session, line, 'key ' || line, 'idly', 'Idly', 1, 40, '[]', '[]', null, true,
         now(), now() from crowd, generate_series(1, 3) line;
insert into hot.session_checkout
  select tenant, session, id, 'take_away', 'hash', 120, now(), now() from crowd;
insert into warm.session_events
  (tenant_id, session_id, seq, event_type, event_data, command_id, "timestamp")
  select tenant, session, seq, 'menu_viewed', '{"shown": []}', 'command ' || n, now()
  from crowd, generate_series(1, 3) seq;
insert into warm.checkouts
  select tenant, id, session, 1, 1, 'take_away', 'hash', 120, 'INR', now(), now() from crowd;
insert into cold.orders (tenant_id, order_id, order_no, order_day, customer_id, session_id,
    checkout_id, command_id, order_type_id, order_source_id, payment_method, subtotal, total_amount,
    currency, created_at)
  select tenant, id, n, current_date, id, session, id, 'command ' || n, 1, 1, 'cash', 40, 40, 'INR',
         now() from crowd;
insert into cold.order_event (tenant_id, order_id, seq, status, actor, at)
  select tenant, id, 1, 'placed', 'customer', now() from crowd;
insert into cold.order_charge (tenant_id, order_id, charge_no, kind, name, amount)
  select tenant, id, 1, 'fee', 'Packaging', 5 from crowd;
insert into cold.coupon (tenant_id, code, kind, amount, customer_limit)
  select tenant, 'HELLO', 'amount', 10, 1 from crowd limit 1;
insert into cold.coupon_redemption (tenant_id, order_id, code, customer_id, amount, redeemed_at)
  select tenant, id, 'HELLO', id, 10, now() from crowd;
insert into cold.customer_contact (tenant_id, customer_id, order_type, updated_at)
  select tenant, id, 'take_away', now() from crowd;
insert into cold.pickup_slot
  select tenant, date_trunc('hour', now()) + n * interval '30 minutes' from crowd;
insert into cold.slot_booking (tenant_id, session_id, slot_at, expires_at)
  select tenant, session, slot_at, now() + interval '1 day' from (
    select *, date_trunc('hour', now()) + n * interval '30 minutes' as slot_at from crowd) booked;
update cold.tenants set slot_minutes = 60, slot_capacity = 1;
insert into cold.tenant_order_type select tenant, order_type_id
  from (select tenant from crowd limit 1) one, cold.order_type_table on conflict do nothing;
insert into cold.order_item select tenant, id, 1, 'idly', 'Idly', 1, 40, 40 from crowd;
insert into cold.order_item_option
  select tenant, id, 1, 'extras', 'ghee', 'Ghee', null, 1, 0 from crowd;
insert into cold.order_adjustment
  select tenant, id, 1, 1, 0, 0, 'another quantity', 'customer', now() from crowd;
insert into cold.order_contact (tenant_id, order_id, address)
  select tenant, id, 'Lake Road' from crowd;
insert into cold.order_message select tenant, id, 'telegram', 1, 'chat ' || n, n from crowd;
insert into cold.payments (tenant_id, payment_id, order_id, checkout_id, method, status, provider,
    charge_id, amount, currency, created_at)
  select tenant, id, id, id, 'telegram', 'paid', 'telegram', 'charge ' || n, 40, 'INR', now()
  from crowd;
insert into cold.receipt select tenant, n, id, id, now(), 1 from crowd;
insert into cold.receipt_counter select tenant, 20000 from crowd limit 1;
insert into cold.outbox (tenant_id, outbox_id, topic, dedupe_key, payload, order_id, channel, chat,
    status, created_at)
  select tenant, id, 'order_placed', id || ':placed', '{}', id, 'telegram', 'chat ' || n, 'sent',
         now() from crowd;
insert into cold.customer_dietary select tenant, id, '{}', now() from crowd;
insert into cold.stock_hold
  select tenant, session, (array(select item_id from cold.menu_item))[n % 300 + 1], 1, id, now()
  from crowd;
insert into cold.order_counter (tenant_id, order_day, last_no)
  select tenant, current_date, 20000 from crowd limit 1;
set session_replication_role = origin;
analyze;
"""
MOVE = """
select app.move_order(tenant_id, %s, %s, 'staff:1', null, now()) from cold.tenants
"""
SCANS = """
select s.relname, s.seq_scan from pg_stat_user_tables s join pg_class c on c.oid = s.relid
where c.reltuples >= 20000 and s.schemaname in ('hot', 'warm', 'cold')
"""


@pytest.fixture
def crowded(db: Connection) -> Connection:
    """The demo shop after 20,000 customers."""
    db.execute(CROWD)
    return db


def scans(db: Connection, *callers: Caller) -> dict[str, int]:
    """How often each large table was read from end to end so far."""
    for connection in (db, *(caller.connection for caller in callers)):
        connection.execute("select pg_stat_force_next_flush()")
    return dict(db.execute(SCANS).fetchall())


def converse(asha: Caller) -> None:
    """Take every kind of turn once."""
    asha.search_menu("idly", "masala_dosa")
    asha.search_menu("idly", size=1)
    asha.search_menu(query="pizza")
    asha.set_dietary_rules(["dairy"], ["jain"])
    asha.keep_dietary_rules()
    asha.see_menu()
    assert asha.add_to_cart([line("idly")]).conflicts
    asha.add_to_cart([line("filter_coffee", accept=["allergen:dairy", "diet:jain"])])
    asha.set_dietary_rules()
    asha.set_dietary_rules(["egg"])
    asha.accept_conflict(1)
    asha.clear_cart()
    asha.search_menu("idly", "masala_dosa")
    asha.add_to_cart([line(shown(2), 2), line("idly"), line("vanjaram_fry")])
    asha.set_quantity(items("idly"), 3)
    asha.update_item(last(), {"note": "hot"})
    asha.remove_from_cart([last()], 1)
    asha.view_cart()
    asha.record_turn()
    asha.choose_order_type("dine_in")
    asha.call("choose_table", "1")
    asha.call("give_phone", "9845012345")
    asha.call("give_address", "12 Lake Road")
    asha.call("share_location", 12.97, 77.59)
    asha.call("confirm_address")
    asha.choose_order_type("take_away")
    asha.choose_pickup_time(right_now() + timedelta(hours=2))
    assert asha.checkout().checkout is None, "the slot is full"
    asha.choose_pickup_time(None)
    assert asha.apply_coupon("none such").coupon
    asha.apply_coupon("hello")
    asha.checkout()
    asha.remove_coupon()
    asha.apply_coupon("hello")
    asha.checkout()
    assert asha.choose_payment("cash").order is not None
    assert asha.choose_payment("cash").replayed
    asha.reorder()
    asha.call("change_order", None, None, {"item_ids": ["idly"]}, 1, None)
    asha.call("cancel_order", None, None, True)
    asha.order_status()
    asha.order_status(20_001)
    asha.clear_cart()


def deliver(payer: Payer, db: Connection) -> None:
    """Take every kind of turn about money, and what the shop does with an order."""
    put_delivery(db)
    payer.add_to_cart([line("idly", 2)])
    payer.choose_order_type("delivery")
    payer.call("give_address", "12 Lake Road")
    tender = payer.invoice()
    assert payer.may_pay(tender).payment_refusal is None
    order = payer.pays(tender).order
    assert order
    assert payer.pays(tender, charge="again").payment
    payer.call("change_order", None, order.order_id, {"line_no": 1}, 1, "40.00")
    for step in ("accepted", "ready", "out_for_delivery", "completed"):
        db.execute(MOVE, [order.order_id, step])
    payer.call("issue_receipt", None, None)
    receipt = payer.call("issue_receipt", order.order_no, None).receipt
    assert receipt
    payer.json("read_receipt", payer.tenant, receipt.token)
    payer.json("copy_receipt", payer.tenant, order.order_no, None)
    payer.call("payment_help")
    payer.json("due_notices")
    assert payer.json("claim_notices", payer.tenant, "telegram", 10, 5.0)


def test_no_turn_and_no_replay_scans_a_large_table(
    dsn: str, crowded: Connection, asha: Caller
) -> None:
    before = scans(crowded, asha)
    assert len(before) == 27
    converse(asha)
    assert scans(crowded, asha) == before
    take_money(crowded)
    with Payer(dsn) as payer:
        deliver(payer, crowded)
        assert scans(crowded, asha, payer) == before

    session = asha.add_to_cart([line("idly")]).session_id
    asha.checkout()
    crowded.execute(
        "delete from hot.session_state where tenant_id = %s and session_id = %s",
        (asha.tenant, session),
    )
    assert asha.view_cart().item_count == 1
    assert scans(crowded, asha) == before

    crowded.execute("select from hot.session_state where user_id = gen_random_uuid()")
    after = scans(crowded, asha)
    assert {table for table in after if after[table] != before[table]} == {"session_state"}
