-- Reviews the cart of a begun turn and quotes it. p_order_type null: the one that is known (offered_order_type); where none is,
-- the problems of the quote ask for it.
-- The view tells the differences found and the quote with its problems; without a checkout in it, it cannot be ordered as is.
-- Writes: an order_type_chosen event; as accept_review.
-- Raises: OC003 empty cart, OC013 order type not offered, OC017 total beyond all bounds.
create or replace function app.offer_checkout(p_turn app.turn, p_order_type text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines hot.session_cart[] := app.active_lines(p_turn);
  v_order_type text;
  v_review jsonb;
  v_quote jsonb;
begin
  if p_turn.replayed then
    return app.session_view(p_turn);
  end if;
  if cardinality(v_lines) = 0 then
    raise exception 'cart of % is empty', p_turn.session_id using errcode = 'OC003';
  end if;
  v_order_type := app.offered_order_type(p_turn, p_order_type);
  if p_order_type is distinct from app.chosen_order_type(p_turn) and p_order_type is not null then
    perform app.record_event(p_turn, 'order_type_chosen', jsonb_build_object('order_type', p_order_type));
  end if;
  perform app.lock_stock(p_turn, v_lines);
  v_review := app.review_cart(p_turn, v_lines, v_order_type);
  perform app.lock_slot(p_turn, v_order_type);
  v_quote := app.accept_review(p_turn, v_review, v_order_type);
  return app.session_view(p_turn, jsonb_build_object(
    'differences', v_review -> 'differences', 'order_type', v_order_type, 'quote', v_quote));
end
$$;
