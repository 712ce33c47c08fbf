-- Writes an order from claimed lines at the prices they carry and the charges of p_quote, takes the stock, redeems the
-- coupon, and tells the outbox. The caller has locked stock and coupon, and p_quote is what the customer saw, of this moment.
-- By 'tab' it is a round of the tab at which the session sits. p_actor, p_guest: who ordered, and who asked for it, where that
-- is not the customer. Returns the order's id.
-- Writes: cold.orevents, order_counter, orders, order_item, order_item_option, order_charge, order_event, order_contact,
-- customer_contact, slot_booking, payments, coupon, coupon_redemption, outbox; as take_stock and use_recipes.
create or replace function app.write_order(
  p_turn app.turn, p_checkout hot.session_checkout, p_lines hot.session_cart[], p_quote jsonb, p_payment_method text,
  p_actor text default 'customer', p_guest text default null
) returns uuid
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders;
  -- The open one, for its table; the round is of the tab he sat down at, so that it goes with it if a merger is undone.
  v_open uuid := case p_payment_method when 'tab' then app.tab_of(p_turn) end;
  v_tab uuid := case when v_open is not null then (
    select g.tab_id from cold.tab_guest g
    where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id) end;
begin
  insert into cold.order_counter as c (tenant_id, order_day, last_no)
  select p_turn.tenant_id, (p_turn.at at time zone t.time_zone)::date, 1
  from cold.tenants t where t.tenant_id = p_turn.tenant_id
  on conflict (tenant_id, order_day) do update set last_no = c.last_no + 1
  returning c.last_no, c.order_day into v_order.order_no, v_order.order_day;

  insert into cold.orders (tenant_id, order_id, order_no, order_day, customer_id, session_id, checkout_id, command_id,
                           order_type_id, order_source_id, payment_method, subtotal, total_amount, currency, pickup_at,
                           ready_at, table_no, zone_id, dietary, event_seq, created_at, tab_id)
  select p_turn.tenant_id, gen_random_uuid(), v_order.order_no, v_order.order_day, p_turn.customer_id, p_turn.session_id,
         p_checkout.checkout_id, p_turn.command_id, y.order_type_id, s.order_source_id, p_payment_method,
         (p_quote ->> 'subtotal')::numeric, p_checkout.total, t.currency,
         nullif(greatest(p_checkout.pickup_at, p_turn.at), p_turn.at), (p_quote ->> 'ready_at')::timestamptz,
         coalesce((select b.table_no from cold.tab b where b.tenant_id = p_turn.tenant_id and b.tab_id = v_open),
                  case p_checkout.order_type when 'dine_in' then h.fulfilment ->> 'table_no' end),
         case p_checkout.order_type when 'delivery' then h.fulfilment ->> 'zone_id' end,
         h.dietary, 1, p_turn.at, v_tab
  from cold.tenants t, cold.order_type_table y, cold.order_source_type s, hot.session_state h
  where t.tenant_id = p_turn.tenant_id and y.order_type_name = p_checkout.order_type and s.source_name = 'chatbot'
    and h.tenant_id = p_turn.tenant_id and h.session_id = p_turn.session_id
  returning * into strict v_order;
  insert into cold.order_event (tenant_id, order_id, seq, status, actor, at)
  values (p_turn.tenant_id, v_order.order_id, 1, 'placed', p_actor, p_turn.at);

  insert into cold.order_item (tenant_id, order_id, line_no, menu_item_id, item_name, quantity, unit_price, subtotal,
                               without, note, accepted, asked_by)
  select l.tenant_id, v_order.order_id, l.line_no, l.item_id, l.item_name, l.quantity, l.price, l.quantity * l.price,
         l.without, l.note, l.accepted, coalesce(p_guest, (
           select g.name from cold.tab_guest g
           where g.tenant_id = l.tenant_id and g.session_id = p_turn.session_id and v_tab is not null))
  from unnest(p_lines) l;
  perform app.record_ledger(
    l.tenant_id, app.ledger_actor(v_order, p_actor), app.ledger_target(v_order), l.item_id, 100, l.quantity,
    jsonb_build_object('order_id', v_order.order_id, 'order_no', v_order.order_no, 'line_no', l.line_no), p_turn.at)
  from unnest(p_lines) l;

  insert into cold.order_item_option (tenant_id, order_id, line_no, group_id, option_id, option_name, amount, count,
                                      price_delta, price)
  select l.tenant_id, v_order.order_id, l.line_no, o.group_id, o.option_id, o.name, o.amount, o.count, o.price_delta,
         o.price
  from unnest(p_lines) l,
    jsonb_to_recordset(l.options)
      as o (group_id text, option_id text, name text, amount text, count integer, price_delta numeric, price numeric);

  insert into cold.order_charge (tenant_id, order_id, charge_no, kind, name, code, rate, base, amount, is_included)
  select p_turn.tenant_id, v_order.order_id, c.ordinality, c.kind, c.name, c.code, c.rate, c.base, c.amount, c.is_included
  from app.quote_charges(p_quote) with ordinality c;

  perform app.tender_order(v_order);
  perform app.redeem_coupon(p_turn, v_order.order_id, p_quote -> 'discount');
  perform app.keep_contact(p_turn, v_order.order_id, p_checkout.order_type);
  perform app.keep_slot(p_turn, v_order.order_id, p_checkout.order_type);

  perform app.take_stock(p_turn.tenant_id, array_agg(l.item_id), array_agg(l.quantity)) from unnest(p_lines) l;
  perform app.use_recipes(p_turn.tenant_id, v_order.order_id);

  perform app.notify_customer(p_turn.tenant_id, v_order.order_id, 'order_placed');
  perform app.tell_rooms(p_turn.tenant_id, v_order.order_id);
  perform app.await_acceptance(v_order);
  perform app.await_summary(v_order);
  return v_order.order_id;
end
$$;
