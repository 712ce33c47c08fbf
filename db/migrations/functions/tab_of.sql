-- The open tab the guest of a turn sits at, or that it was merged into; null: none. A guest of a tab that is closed sees
-- nothing of it, nor of the next at that table.
create or replace function app.tab_of(p_turn app.turn) returns uuid
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    with recursive sat as (
      select t.* from cold.tab_guest g
      join cold.tab t on t.tenant_id = g.tenant_id and t.tab_id = g.tab_id
      where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id
      union
      select t.* from sat s
      join cold.tab t on t.tenant_id = s.tenant_id and t.tab_id = s.merged_into
    )
    select s.tab_id from sat s where s.closed_at is null);
end
$$;
