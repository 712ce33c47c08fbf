-- Records what was looked for and which dishes the customer now has before him. The search itself is done in memory.
-- p_shown: [{"id", "name", "position"}], the page shown; "the second one" means position 2.
-- Writes: a menu_viewed event.
create or replace function app.search_menu(
  p_tenant uuid, p_turn jsonb, p_query text, p_meal_period text, p_result_count integer, p_shown jsonb
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  if not v_turn.replayed then
    perform app.record_event(v_turn, 'menu_viewed', jsonb_build_object(
      'query', p_query, 'meal_period', p_meal_period, 'result_count', p_result_count, 'shown', p_shown));
  end if;
  return app.session_view(v_turn);
end
$$;
