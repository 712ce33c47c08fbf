-- The price of one piece: the item's price, or that of a chosen variant in its place, and what its options add; never
-- below zero.
create or replace function app.unit_price(p_price numeric, p_options jsonb) returns numeric
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select greatest(0.00, coalesce(max(o.price), p_price) + coalesce(sum(o.price_delta * o.count), 0))
    from jsonb_to_recordset(p_options) as o (price numeric, price_delta numeric, count integer));
end
$$;
