-- The sum of the active lines of a session. The caller has begun a turn.
create or replace function app.get_cart_total(p_tenant uuid, p_session text) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(sum(c.quantity * c.price), 0.00)
    from hot.session_cart c
    where c.tenant_id = p_tenant and c.session_id = p_session and c.is_active);
end
$$;
