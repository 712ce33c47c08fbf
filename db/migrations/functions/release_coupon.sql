-- Gives back the promo code of an order that will not be, once however often it is called. A caller that gives back stock
-- too locks that first, as an order does.
-- Writes: cold.coupon, cold.coupon_redemption.
create or replace function app.release_coupon(p_tenant uuid, p_order uuid, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_code text;
begin
  update cold.coupon_redemption r set released_at = p_at
  where r.tenant_id = p_tenant and r.order_id = p_order and r.released_at is null
  returning r.code into v_code;
  update cold.coupon c set redeemed = c.redeemed - 1
  where c.tenant_id = p_tenant and c.code = v_code;
end
$$;
