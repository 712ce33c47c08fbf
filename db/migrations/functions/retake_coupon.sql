-- Redeems the promo code of a locked order again that release_coupon gave back, unless others have used it up since.
-- Writes: cold.coupon, coupon_redemption. Raises: OC089 they have.
create or replace function app.retake_coupon(p_order cold.orders, p_code text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_code is null or p_code = app.coupon_taken(p_order.tenant_id, p_order.order_id) then
    return;
  end if;
  perform from cold.coupon c where c.tenant_id = p_order.tenant_id and c.code = p_code for update;
  if exists (
    select from cold.coupon c
    where c.tenant_id = p_order.tenant_id and c.code = p_code
      and (c.redeemed >= c.total_limit or c.customer_limit <= (
        select count(*) from cold.coupon_redemption r
        where r.tenant_id = c.tenant_id and r.code = c.code and r.customer_id = p_order.customer_id
          and r.released_at is null)))
  then
    raise exception 'order %: % is used up', p_order.order_id, p_code
      using errcode = 'OC089', detail = jsonb_build_object(
        'why', 'coupon', 'number', p_order.order_no::text, 'items', p_code);
  end if;
  update cold.coupon c set redeemed = c.redeemed + 1 where c.tenant_id = p_order.tenant_id and c.code = p_code;
  update cold.coupon_redemption r set released_at = null
  where r.tenant_id = p_order.tenant_id and r.order_id = p_order.order_id;
end
$$;
