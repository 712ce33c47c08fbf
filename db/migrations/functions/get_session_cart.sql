-- The active lines of a session in the order they were added. The caller has begun a turn.
create or replace function app.get_session_cart(p_tenant uuid, p_session text)
  returns table (line_no integer, item_id text, item_name text, quantity integer, price numeric, total numeric,
                 options jsonb, without jsonb, note text, accepted jsonb, line_key text)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select c.line_no, c.item_id, c.item_name, c.quantity, c.price, c.quantity * c.price,
           c.options, c.without, c.note, c.accepted, c.line_key
    from hot.session_cart c
    where c.tenant_id = p_tenant and c.session_id = p_session and c.is_active
    order by c.line_no;
end
$$;
