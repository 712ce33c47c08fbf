-- What a table has and what it comes to, for staff; without a table, "tabs" of the view are all that are open.
-- Raises: OC030, OC031; as tab_at.
create or replace function app.show_tab(p_tenant uuid, p_turn jsonb, p_table text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  perform app.require_staff(v_turn, 'show_tab');
  if p_table is null then
    return app.session_view(v_turn, jsonb_build_object('staff', jsonb '{}', 'tabs', (
      select coalesce(jsonb_agg(app.tab_view(p_tenant, t.tab_id) order by length(t.table_no), t.table_no), '[]')
      from cold.tab t where t.tenant_id = p_tenant and t.closed_at is null)));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb '{}', 'tab', app.tab_view(p_tenant, (app.tab_at(p_tenant, p_table)).tab_id)));
end
$$;
