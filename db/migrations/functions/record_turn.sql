-- A turn that asks nothing of the database: its cost is kept, and the cart comes back.
create or replace function app.record_turn(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  -- A statement of its own: what it waited for or revived is seen only by the next one.
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  return app.session_view(v_turn);
end
$$;
