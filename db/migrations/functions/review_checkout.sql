-- The open checkout of a turn held against menu, clock, stock and charges of this moment, with stock, coupon and slot locked:
-- {"review", "quote", "differences": what the customer did not see, "holds": whether it can be ordered as it was quoted}.
-- Cart rows that were lost come back first. Writes: hot rows through replay.
create or replace function app.review_checkout(p_turn app.turn, p_checkout hot.session_checkout) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines hot.session_cart[] := app.active_lines(p_turn);
  v_review jsonb;
  v_quote jsonb;
  v_differences jsonb;
begin
  if app.cart_hash(v_lines, p_checkout.order_type, p_checkout.pickup_at) is distinct from p_checkout.cart_hash then
    perform app.evict_session(p_turn.tenant_id, p_turn.session_id);
    perform app.replay(p_turn.tenant_id, p_turn.session_id);
    v_lines := app.active_lines(p_turn);
  end if;
  perform app.lock_stock(p_turn, v_lines);
  perform app.lock_coupon(p_turn);
  perform app.lock_slot(p_turn, p_checkout.order_type);
  v_review := app.review_cart(p_turn, v_lines, p_checkout.order_type);
  v_quote := app.quote(p_turn, v_lines, p_checkout.order_type);
  v_differences := (v_review -> 'differences') || app.quote_differences(p_checkout.quote, v_quote);
  return jsonb_build_object(
    'review', v_review, 'quote', v_quote, 'differences', v_differences,
    'holds', v_differences = '[]' and v_quote -> 'problems' = '[]');
end
$$;
