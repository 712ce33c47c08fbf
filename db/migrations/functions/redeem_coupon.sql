-- Takes a promo code for an order; p_discount: {"code", "amount"} of its quote, null for none. A code that takes nothing off
-- is not used up. The caller has locked the code.
-- Writes: cold.coupon, cold.coupon_redemption.
create or replace function app.redeem_coupon(p_turn app.turn, p_order uuid, p_discount jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if coalesce((p_discount ->> 'amount')::numeric, 0) = 0 then
    return;
  end if;
  update cold.coupon c set redeemed = c.redeemed + 1
  where c.tenant_id = p_turn.tenant_id and c.code = p_discount ->> 'code';
  insert into cold.coupon_redemption (tenant_id, order_id, code, customer_id, amount, redeemed_at)
  values (p_turn.tenant_id, p_order, p_discount ->> 'code', p_turn.customer_id, (p_discount ->> 'amount')::numeric, p_turn.at);
end
$$;
