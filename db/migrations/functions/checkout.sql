-- Quotes the cart and opens a checkout: what a confirm button will refer to.
-- Writes: warm.checkouts, cold.stock_hold and, where something has changed, a cart_repriced event.
-- Raises: OC003, OC013, OC017.
create or replace function app.checkout(p_tenant uuid, p_turn jsonb, p_order_type text) returns jsonb
  language sql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
  select app.offer_checkout(app.begin_turn(p_tenant, p_turn, true), p_order_type)
$$;
