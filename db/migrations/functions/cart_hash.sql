-- What a quote was given for: every line with its quantity and price, and the order type.
create or replace function app.cart_hash(p_lines hot.session_cart[], p_order_type text) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select md5(p_order_type || ':' || string_agg(l.line_key || ':' || l.quantity || ':' || l.price, ',' order by l.line_key))
    from unnest(p_lines) l);
end
$$;
