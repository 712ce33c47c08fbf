-- Who of the shop it is whose turn it is, as the events of an order name him.
create or replace function app.staff_actor(p_turn app.turn) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select 'staff:' || s.channel || ':' || s.sender from cold.sessions s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
end
$$;
