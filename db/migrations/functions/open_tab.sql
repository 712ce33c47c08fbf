-- The open tab of a table, locked; opens one where there is none: whoever comes first, all come to the same. One nobody has
-- ordered on for two hours is over, so that its guests see nothing of the next.
-- Writes: cold.tab, orevents.
create or replace function app.open_tab(p_turn app.turn, p_table text, p_actor text) returns cold.tab
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab cold.tab;
begin
  -- Whether it is empty must be read by a later statement than the one that waits for it.
  perform from cold.tab t
  where t.tenant_id = p_turn.tenant_id and t.table_no = p_table and t.closed_at is null
    and t.opened_at < p_turn.at - interval '2 hours' for update;
  update cold.tab t set closed_at = p_turn.at, closed_by = 'hotcart'
  where t.tenant_id = p_turn.tenant_id and t.table_no = p_table and t.closed_at is null
    and t.opened_at < p_turn.at - interval '2 hours'
    and not exists (select from app.tab_orders(t.tenant_id, t.tab_id));
  loop
    insert into cold.tab (tenant_id, table_no, opened_by, opened_at)
    values (p_turn.tenant_id, p_table, p_actor, p_turn.at)
    on conflict do nothing
    returning * into v_tab;
    if found then
      perform app.record_ledger(
        p_turn.tenant_id, p_actor, 'Table ' || p_table, 'tab:' || v_tab.tab_id, 500, 1, '{}', p_turn.at);
      exit;
    end if;
    -- It may be closed between the two: then the table is free again.
    select * into v_tab from cold.tab t
    where t.tenant_id = p_turn.tenant_id and t.table_no = p_table and t.closed_at is null for update;
    exit when found;
  end loop;
  return v_tab;
end
$$;
