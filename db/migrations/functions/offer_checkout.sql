-- Reviews the cart of a begun turn and quotes it. p_order_type null: the open quote's, else the shop's usual one.
-- The view tells the differences found; without a checkout in it, something in the cart cannot be had now.
-- Writes: as accept_review. Raises: OC003 empty cart, OC013 order type not offered, OC017 total beyond all bounds.
create or replace function app.offer_checkout(p_turn app.turn, p_order_type text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines hot.session_cart[] := array(
    select c from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.is_active order by c.line_no);
  v_order_type text;
  v_review jsonb;
begin
  if p_turn.replayed then
    return app.session_view(p_turn);
  end if;
  if cardinality(v_lines) = 0 then
    raise exception 'cart of % is empty', p_turn.session_id using errcode = 'OC003';
  end if;
  v_order_type := app.offered_order_type(p_turn, p_order_type);
  perform app.lock_stock(p_turn, v_lines);
  v_review := app.review_cart(p_turn, v_lines, v_order_type);
  perform app.accept_review(p_turn, v_review, v_order_type);
  return app.session_view(p_turn, jsonb_build_object('differences', v_review -> 'differences'));
end
$$;
