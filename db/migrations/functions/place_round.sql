-- Places lines as an order of the tab at which a locked session sits, at the prices of now: all of them or, where one is
-- refused, none. p_guest: who asked for them. Returns what was added, as add_lines, with the "order_id". A minimum is for the
-- tab, not for a round.
-- Writes: as add_lines, start_checkout and write_order; an order_placed event. Raises: as add_lines.
create or replace function app.place_round(p_turn app.turn, p_lines jsonb, p_actor text, p_guest text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_added jsonb := app.add_lines(p_turn, p_lines);
  v_lines hot.session_cart[] := app.active_lines(p_turn);
  v_quote jsonb;
  v_checkout hot.session_checkout;
  v_order uuid;
begin
  perform app.lock_stock(p_turn, v_lines);
  -- What is left must be read by a later statement than the one that waits for it.
  perform app.require_available(p_turn, l.item_id, sum(l.quantity)::integer)
  from unnest(v_lines) l group by l.item_id order by l.item_id;
  v_quote := app.quote(p_turn, v_lines, 'dine_in');
  perform app.start_checkout(p_turn, 'dine_in', v_quote);
  select * into strict v_checkout from hot.session_checkout k
  where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id;
  v_lines := array(select c from app.claim_cart(p_turn.tenant_id, p_turn.session_id, p_turn.at) c);
  v_order := app.write_order(p_turn, v_checkout, v_lines, v_quote, 'tab', p_actor, p_guest);
  perform app.record_event(p_turn, 'order_placed', jsonb_build_object(
    'order_id', o.order_id, 'order_no', o.order_no, 'total', o.total_amount::text, 'order_type', 'dine_in',
    'payment_method', 'tab', 'checkout_id', o.checkout_id))
  from cold.orders o where o.tenant_id = p_turn.tenant_id and o.order_id = v_order;
  return v_added || jsonb_build_object('order_id', v_order);
end
$$;
