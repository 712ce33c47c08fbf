-- Has the order brought to an address, in the customer's words. Where a location was shared for an earlier one, it goes.
-- Writes: as keep_place. Raises: OC013, OC017.
create or replace function app.give_address(p_tenant uuid, p_turn jsonb, p_address text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  return app.keep_place(v_turn, left(p_address, 500), null, null);
end
$$;
