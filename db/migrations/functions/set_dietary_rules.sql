-- Adds to what the customer may not eat; with nothing to add, all of it is forgotten, what was remembered too.
-- p_unchecked: allergies no dish of the shop is marked with. New rules are remembered only when the customer says so anew.
-- The view's lines then carry the conflicts that are not accepted.
-- Writes: a dietary_set event where the rules change; cold.customer_dietary.
create or replace function app.set_dietary_rules(
  p_tenant uuid, p_turn jsonb, p_allergens text[], p_diets text[], p_unchecked text[]
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  -- Whoever said it relies on it: it must survive whatever dies.
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_old jsonb := (
    select s.dietary from hot.session_state s
    where s.tenant_id = p_tenant and s.session_id = v_turn.session_id);
  v_new jsonb := jsonb '{}';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  if cardinality(p_allergens || p_diets || p_unchecked) > 0 then
    v_new := jsonb_build_object(
      'allergens', app.with_words(v_old -> 'allergens', p_allergens),
      'diets', app.with_words(v_old -> 'diets', p_diets),
      'unchecked', app.with_words(v_old -> 'unchecked', p_unchecked) - coalesce(p_allergens, '{}'));
    v_new := v_new || jsonb_build_object('kept', v_old @> v_new and (v_old -> 'kept')::boolean);
  else
    delete from cold.customer_dietary d where d.tenant_id = p_tenant and d.customer_id = v_turn.customer_id;
  end if;
  if v_new <> v_old then
    perform app.record_event(v_turn, 'dietary_set', jsonb_build_object('dietary', v_new));
  end if;
  return app.session_view(v_turn);
end
$$;
