-- Quotes the cart for another order type: take_away, dine_in or delivery.
-- Writes: as checkout. Raises: OC003, OC013, OC017.
create or replace function app.choose_order_type(p_tenant uuid, p_turn jsonb, p_order_type text) returns jsonb
  language sql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
  select app.offer_checkout(app.begin_turn(p_tenant, p_turn, true), p_order_type)
$$;
