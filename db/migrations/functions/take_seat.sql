-- Seats the guest of a turn at the open tab of a table; where it has none he gets up from any other. Writes: cold.tab_guest.
create or replace function app.take_seat(p_turn app.turn, p_table text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab uuid := (
    select t.tab_id from cold.tab t
    where t.tenant_id = p_turn.tenant_id and t.table_no = p_table and t.closed_at is null);
begin
  if v_tab is not null then
    perform app.join_tab(p_turn, v_tab);
  else
    delete from cold.tab_guest g where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id;
  end if;
end
$$;
