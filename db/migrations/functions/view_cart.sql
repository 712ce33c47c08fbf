-- The cart as it stands. Writes nothing of the session but the turn itself.
create or replace function app.view_cart(p_tenant uuid, p_turn jsonb) returns jsonb
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
