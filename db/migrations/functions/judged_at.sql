-- The moment at which everything is judged: when the order is wanted, or now. A pickup time that has passed counts as now.
create or replace function app.judged_at(p_turn app.turn) returns timestamptz
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return greatest(p_turn.at, (
    select s.pickup_at from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id));
end
$$;
