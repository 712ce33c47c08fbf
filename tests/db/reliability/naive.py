"""Promotions as one would write them first: a key guards them, and nothing else does."""

import psycopg

from tests.db.reliability.broken import FAILPOINT

KEY = "coalesce(p_checkout_id, gen_random_uuid())"
"""The key is the id of the quote on the button."""
COUNTER = "md5(v_turn.session_id || ':' || app.count_checkout(v_turn.session_id))::uuid"
"""The key is the session and the number of its checkout, counted in a hot row."""

COUNT = """
create or replace function app.count_checkout(p_session text) returns integer language sql
  set search_path = pg_catalog, app, pg_temp as $$
  insert into hot.counter as c values (p_session, 1)
  on conflict (session_id) do update set number = c.number + 1 returning number
$$
"""
PROMOTION = """
create or replace function app.choose_payment(
  p_tenant uuid, p_turn jsonb, p_method text, p_checkout_id uuid) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, app, pg_temp as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_key uuid := {key};
  v_lines hot.session_cart[] := app.active_lines(v_turn);
  v_sum numeric := (select sum(x.quantity * x.price) from unnest(v_lines) x);
  v_order uuid;
  v_told uuid;
begin
  perform pg_advisory_xact_lock_shared({failpoint});
  insert into cold.orders (
    tenant_id, order_id, order_no, order_day, customer_id, session_id, checkout_id, command_id,
    order_type_id, order_source_id, payment_method, subtotal, total_amount, currency, created_at)
  values (
    p_tenant, gen_random_uuid(), nextval('cold.naive_no'), v_turn.at::date, v_turn.customer_id,
    v_turn.session_id, v_key, v_turn.command_id, 1, 1, p_method, v_sum, v_sum, 'INR', v_turn.at)
  on conflict (tenant_id, checkout_id) do nothing
  returning order_id into v_order;
  if v_order is not null then
    insert into cold.order_item (
      tenant_id, order_id, line_no, menu_item_id, item_name, quantity, unit_price, subtotal)
    select p_tenant, v_order, x.line_no, x.item_id, x.item_name, x.quantity, x.price,
           x.quantity * x.price
    from unnest(v_lines) x;
    update hot.session_cart c set is_active = false where c.session_id = v_turn.session_id;
  end if;
  select o.order_id into v_told from cold.orders o
  where o.tenant_id = p_tenant and o.checkout_id = v_key;
  return app.session_view(
    v_turn, jsonb_build_object('order', app.order_view(p_tenant, v_told)));
end
$$
"""


def put_naive(db: psycopg.Connection, key: str) -> None:
    """Let orders be placed so in this database."""
    db.execute("create sequence cold.naive_no")
    db.execute("grant usage on sequence cold.naive_no to hotcart_api")
    if key is COUNTER:
        db.execute(COUNT)
    db.execute(PROMOTION.format(key=key, failpoint=FAILPOINT).encode())
