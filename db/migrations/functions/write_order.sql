-- Writes an order from claimed lines at the prices they carry, takes the stock, and tells the outbox.
-- The caller has locked the stock rows and reviewed the lines. Returns the order's id.
-- Writes: cold.order_counter, orders, order_item, order_item_option, payments, menu_item_stock, outbox.
create or replace function app.write_order(
  p_turn app.turn, p_checkout hot.session_checkout, p_lines hot.session_cart[], p_payment_method text
) returns uuid
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders;
begin
  insert into cold.order_counter as c (tenant_id, last_no) values (p_turn.tenant_id, 1)
  on conflict (tenant_id) do update set last_no = c.last_no + 1
  returning c.last_no into v_order.order_no;

  insert into cold.orders (tenant_id, order_id, order_no, customer_id, session_id, checkout_id, command_id,
                           order_type_id, order_source_id, payment_method, total_amount, currency, pickup_at,
                           dietary, created_at)
  select p_turn.tenant_id, gen_random_uuid(), v_order.order_no, p_turn.customer_id, p_turn.session_id,
         p_checkout.checkout_id, p_turn.command_id, y.order_type_id, s.order_source_id, p_payment_method,
         (select sum(l.quantity * l.price) from unnest(p_lines) l), t.currency,
         nullif(greatest(p_checkout.pickup_at, p_turn.at), p_turn.at),
         (select h.dietary from hot.session_state h
          where h.tenant_id = p_turn.tenant_id and h.session_id = p_turn.session_id), p_turn.at
  from cold.tenants t, cold.order_type_table y, cold.order_source_type s
  where t.tenant_id = p_turn.tenant_id and y.order_type_name = p_checkout.order_type and s.source_name = 'chatbot'
  returning * into strict v_order;

  insert into cold.order_item (tenant_id, order_id, line_no, menu_item_id, item_name, quantity, unit_price, subtotal,
                               without, note, accepted)
  select l.tenant_id, v_order.order_id, l.line_no, l.item_id, l.item_name, l.quantity, l.price, l.quantity * l.price,
         l.without, l.note, l.accepted
  from unnest(p_lines) l;

  insert into cold.order_item_option (tenant_id, order_id, line_no, group_id, option_id, option_name, amount, count,
                                      price_delta, price)
  select l.tenant_id, v_order.order_id, l.line_no, o.group_id, o.option_id, o.name, o.amount, o.count, o.price_delta,
         o.price
  from unnest(p_lines) l,
    jsonb_to_recordset(l.options)
      as o (group_id text, option_id text, name text, amount text, count integer, price_delta numeric, price numeric);

  insert into cold.payments (tenant_id, payment_id, order_id, method, amount, created_at)
  values (p_turn.tenant_id, gen_random_uuid(), v_order.order_id, p_payment_method, v_order.total_amount, p_turn.at);

  update cold.menu_item_stock s set quantity = s.quantity - d.wanted
  from (select l.item_id, sum(l.quantity) as wanted from unnest(p_lines) l group by l.item_id) d
  where s.tenant_id = p_turn.tenant_id and s.item_id = d.item_id;

  insert into cold.outbox (tenant_id, topic, dedupe_key, payload, created_at)
  values (p_turn.tenant_id, 'order_placed', v_order.order_id || ':placed',
          jsonb_build_object('order_id', v_order.order_id, 'order_no', v_order.order_no), p_turn.at);
  return v_order.order_id;
end
$$;
