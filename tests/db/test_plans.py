"""A turn reads by key: with 20,000 sessions in the shop it still scans no large table."""

import pytest
from psycopg import Connection

from tests.support.turns import Caller, items, last, line, shown

# As many as a busy shop has in a year; constraints are not asked, it would take minutes.
CROWD = """
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
insert into cold.orders (tenant_id, order_id, order_no, customer_id, session_id, checkout_id,
    command_id, order_type_id, order_source_id, payment_method, total_amount, currency, created_at)
  select tenant, id, n, id, session, id, 'command ' || n, 1, 1, 'cash', 40, 'INR', now() from crowd;
insert into cold.order_item select tenant, id, 1, 'idly', 'Idly', 1, 40, 40 from crowd;
insert into cold.order_item_option
  select tenant, id, 1, 'extras', 'ghee', 'Ghee', null, 1, 0 from crowd;
insert into cold.payments select tenant, id, id, 'cash', 'due', 40, now() from crowd;
insert into cold.outbox select tenant, id, 'order_placed', id || ':placed', '{}', now() from crowd;
insert into cold.customer_dietary select tenant, id, '{}', now() from crowd;
insert into cold.stock_hold
  select tenant, session, (array(select item_id from cold.menu_item))[n % 300 + 1], 1, id, now()
  from crowd;
insert into cold.order_counter select tenant, 20000 from crowd limit 1;
set session_replication_role = origin;
analyze;
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
    asha.choose_pickup_time(None)
    asha.checkout()
    assert asha.choose_payment("cash").order is not None
    assert asha.choose_payment("cash").replayed
    asha.reorder()
    asha.order_status()
    asha.order_status(20_001)
    asha.clear_cart()


def test_no_turn_and_no_replay_scans_a_large_table(crowded: Connection, asha: Caller) -> None:
    before = scans(crowded, asha)
    assert len(before) == 17
    converse(asha)
    assert scans(crowded, asha) == before

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
