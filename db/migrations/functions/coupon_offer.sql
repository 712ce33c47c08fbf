-- What a promo code gives for lines at a moment: {"code", "amount"}, or {"code", "reason", …} where it gives nothing.
-- reason is unknown, not_yet, expired, used_up, already_used, minimum (least, missing), order_type (offered) or item (item).
-- The caller has begun a turn; to redeem the code he has locked its row.
create or replace function app.coupon_offer(
  p_turn app.turn, p_code text, p_lines hot.session_cart[], p_order_type text
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_coupon cold.coupon;
  v_goods numeric := (select coalesce(sum(l.quantity * l.price), 0) from unnest(p_lines) l);
  v_amount numeric;
  v_refusal jsonb;
begin
  select * into v_coupon from cold.coupon c
  where c.tenant_id = p_turn.tenant_id and c.code = p_code and c.is_active;
  v_refusal := case
    when v_coupon.code is null then jsonb_build_object('reason', 'unknown')
    when p_turn.at < v_coupon.valid_from then jsonb_build_object('reason', 'not_yet')
    when p_turn.at >= v_coupon.valid_until then jsonb_build_object('reason', 'expired')
    when v_coupon.redeemed >= v_coupon.total_limit then jsonb_build_object('reason', 'used_up')
    when v_coupon.customer_limit <= (
      select count(*) from cold.coupon_redemption r
      where r.tenant_id = p_turn.tenant_id and r.code = v_coupon.code and r.customer_id = p_turn.customer_id
        and r.released_at is null) then jsonb_build_object('reason', 'already_used')
    when v_coupon.order_types <> '{}' and p_order_type <> all (v_coupon.order_types)
      then jsonb_build_object('reason', 'order_type', 'offered', v_coupon.order_types)
    when v_goods < v_coupon.minimum_order then jsonb_build_object(
      'reason', 'minimum', 'least', v_coupon.minimum_order::text, 'missing', (v_coupon.minimum_order - v_goods)::text)
  end;
  v_amount := app.coupon_amount(v_coupon, p_lines);
  if v_refusal is null and v_amount is null then
    v_refusal := jsonb_build_object('reason', 'item', 'item', (
      select i.name from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = v_coupon.item_id));
  end if;
  return jsonb_build_object('code', p_code)
    || coalesce(v_refusal, jsonb_build_object('amount', least(v_amount, v_goods)::numeric(12,2)::text));
end
$$;
