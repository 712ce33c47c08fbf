-- Empties the cart; an empty one stays empty without an event.
-- Writes: a cart_cleared event.
create or replace function app.clear_cart(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  if not v_turn.replayed
     and exists (select from app.get_session_cart(p_tenant, v_turn.session_id)) then
    perform app.record_event(v_turn, 'cart_cleared', '{}');
  end if;
  return app.session_view(v_turn);
end
$$;
