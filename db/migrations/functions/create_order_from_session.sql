-- Turns the cart of a locked session into an order, exactly once: {"order": …}, or {"differences": […], "quote": …} and a
-- fresh checkout where menu, charges or coupon no longer say what the customer saw, or {} where hot rows were missing and are
-- rebuilt. What is in the way of the order now is in the problems of the quote.
-- Built only from the lines it claims.
-- Writes: as lock_contact and write_order; cold.stock_hold; an order_placed or cart_repriced event.
-- Raises: OC012 not the open checkout.
create or replace function app.create_order_from_session(p_turn app.turn, p_checkout_id uuid, p_payment_method text)
  returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order_id uuid;
  v_checkout hot.session_checkout;
  v_claimed hot.session_cart[];
  v_review jsonb;
  v_quote jsonb;
begin
  select o.order_id into v_order_id from cold.orders o
  where o.tenant_id = p_turn.tenant_id and o.checkout_id = p_checkout_id;
  if found then
    return jsonb_build_object('order', app.own_order_view(p_turn.tenant_id, v_order_id));
  end if;
  select * into v_checkout from hot.session_checkout k
  where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id and k.checkout_id = p_checkout_id;
  if not found then
    raise exception 'checkout % is not open', p_checkout_id using errcode = 'OC012';
  end if;

  v_claimed := array(select c from app.claim_cart(p_turn.tenant_id, p_turn.session_id, p_turn.at) c);
  if app.cart_hash(v_claimed, v_checkout.order_type, v_checkout.pickup_at) is distinct from v_checkout.cart_hash then
    -- Whatever changes a cart closes its checkout, so hot rows are missing: the log knows what was quoted.
    perform app.evict_session(p_turn.tenant_id, p_turn.session_id);
    perform app.replay(p_turn.tenant_id, p_turn.session_id);
    return jsonb '{}';
  end if;
  perform app.lock_contact(p_turn);
  perform app.lock_stock(p_turn, v_claimed);
  perform app.lock_coupon(p_turn);
  perform app.lock_slot(p_turn, v_checkout.order_type);
  v_review := app.review_cart(p_turn, v_claimed, v_checkout.order_type);
  v_quote := app.quote(p_turn, v_claimed, v_checkout.order_type);
  if v_review -> 'differences' <> '[]' or v_quote -> 'problems' <> '[]'
     or app.quote_differences(v_checkout.quote, v_quote) <> '[]' then
    v_quote := app.accept_review(p_turn, v_review, v_checkout.order_type);
    return jsonb_build_object(
      'differences', (v_review -> 'differences') || app.quote_differences(v_checkout.quote, v_quote), 'quote', v_quote);
  end if;

  v_order_id := app.write_order(p_turn, v_checkout, v_claimed, v_quote, p_payment_method);
  perform app.record_event(p_turn, 'order_placed', jsonb_build_object(
    'order_id', o.order_id, 'order_no', o.order_no, 'total', o.total_amount::text,
    'order_type', v_checkout.order_type, 'payment_method', o.payment_method, 'checkout_id', o.checkout_id))
  from cold.orders o where o.tenant_id = p_turn.tenant_id and o.order_id = v_order_id;
  return jsonb_build_object('order', app.own_order_view(p_turn.tenant_id, v_order_id));
end
$$;
