-- The order type chosen in a session; null: not said yet.
create or replace function app.chosen_order_type(p_turn app.turn) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select s.order_type from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
end
$$;
