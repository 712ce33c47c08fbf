-- A turn that asks nothing of the database: its cost is kept, and the cart comes back.
-- p_refusal: what was asked for and refused, as record_unmet has it, or null. Writes: a demand_unmet event for it.
create or replace function app.record_turn(p_tenant uuid, p_turn jsonb, p_refusal jsonb default null) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  -- A statement of its own: what it waited for or revived is seen only by the next one.
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  if p_refusal is not null and not v_turn.replayed then
    perform app.record_unmet(v_turn, p_refusal);
  end if;
  return app.session_view(v_turn);
end
$$;
