-- Whether the guest of a turn has sat at a tab that is closed by now, and others sit at the table he said: he has to say
-- again where he is, before he orders with them and sees what they have.
create or replace function app.seat_is_over(p_turn app.turn) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return exists (
      select from cold.tab_guest g where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id)
    and app.tab_of(p_turn) is null
    and exists (
      select from hot.session_state s
      join cold.tab t on t.tenant_id = s.tenant_id and t.table_no = s.fulfilment ->> 'table_no' and t.closed_at is null
      where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
end
$$;
