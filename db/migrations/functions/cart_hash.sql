-- What a quote was given for: every line with its quantity and price, the order type, and when the order is wanted.
create or replace function app.cart_hash(p_lines hot.session_cart[], p_order_type text, p_pickup_at timestamptz)
  returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select md5(concat_ws(':', p_order_type, extract(epoch from p_pickup_at)) || ':'
      || string_agg(l.line_key || ':' || l.quantity || ':' || l.price, ',' order by l.line_key))
    from unnest(p_lines) l);
end
$$;
