-- The promo code an order has redeemed and not given back.
create or replace function app.coupon_taken(p_tenant uuid, p_order uuid) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select r.code from cold.coupon_redemption r
    where r.tenant_id = p_tenant and r.order_id = p_order and r.released_at is null);
end
$$;
