-- The order type of a session's open quote; null: not said yet.
create or replace function app.quoted_order_type(p_turn app.turn) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select k.order_type from hot.session_checkout k
    where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id);
end
$$;
