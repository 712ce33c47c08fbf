-- Seats the guest of a turn, who has said at which table he is, at its tab, and locks that; null: he has said none, or others
-- have the table by now. The tab he sits at already may have been moved to another table, and it is still his.
-- Writes: as open_tab and join_tab.
create or replace function app.sit_down(p_turn app.turn) returns uuid
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab uuid := app.tab_of(p_turn);
  v_table text;
  v_locked cold.tab;
begin
  if v_tab is not null then
    v_locked := app.lock_tab(p_turn.tenant_id, v_tab);
    if v_locked.closed_at is null then
      return v_locked.tab_id;
    end if;
  end if;
  v_table := (
    select d.table_no from hot.session_state s
    join cold.dining_table d on d.tenant_id = s.tenant_id and d.table_no = s.fulfilment ->> 'table_no'
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
  if v_table is null or app.seat_is_over(p_turn) then
    return null;
  end if;
  v_locked := app.open_tab(p_turn, v_table, 'customer:' || p_turn.customer_id);
  perform app.join_tab(p_turn, v_locked.tab_id);
  return v_locked.tab_id;
end
$$;
