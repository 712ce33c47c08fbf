-- Lets go of the pieces a session holds. Writes: cold.stock_hold.
create or replace function app.drop_holds(p_turn app.turn) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from cold.stock_hold h where h.tenant_id = p_turn.tenant_id and h.session_id = p_turn.session_id;
end
$$;
