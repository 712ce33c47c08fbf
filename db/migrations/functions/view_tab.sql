-- What the table of a guest has, as long as its tab is open: "tab" of the view, null where he sits at none.
create or replace function app.view_tab(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  return app.session_view(v_turn, jsonb_build_object('tab', app.tab_view(p_tenant, app.tab_of(v_turn))));
end
$$;
