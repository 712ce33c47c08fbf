-- Sets how much of an ingredient there is (p_change 'set'), adds to it ('add') or takes from it ('take'), in its unit. Dishes
-- of which it no longer makes a piece are sold out by themselves, as item_refusals has it.
-- Writes: cold.ingredient, staff_event; as alert_stock.
-- Raises: OC030, OC031; OC034 less left; OC093 no such ingredient; OC097 no such amount.
create or replace function app.update_ingredient(
  p_tenant uuid, p_turn jsonb, p_ingredient text, p_change text, p_amount numeric
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'update_ingredient');
  v_had cold.ingredient;
  v_has numeric;
begin
  if not v_turn.replayed then
    v_had := app.lock_ingredient(p_tenant, p_ingredient);
    v_has := case p_change when 'set' then p_amount when 'add' then v_had.quantity + p_amount
                           when 'take' then v_had.quantity - p_amount end;
    if p_amount is null or p_amount not between 0 and 1000000000 or scale(trim_scale(p_amount)) > 3
       or v_has is null or v_has > 1000000000 then
      raise exception '% of %', p_amount, p_ingredient
        using errcode = 'OC097', detail = jsonb_build_object('item', v_had.name, 'unit', v_had.unit);
    elsif v_has < 0 then
      raise exception 'only % of % left', v_had.quantity, p_ingredient
        using errcode = 'OC034', detail = jsonb_build_object(
          'item', v_had.name, 'left', trim_scale(v_had.quantity) || ' ' || v_had.unit);
    elsif v_has <> v_had.quantity then
      perform app.put_ingredient(p_tenant, p_ingredient, v_has);
      perform app.record_staff_event(
        v_turn, v_member, 'update_ingredient', 'ingredient:' || p_ingredient, app.ingredient_value(v_had),
        app.staff_value(v_turn, 'ingredient:' || p_ingredient));
    end if;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'ingredients', app.ingredient_view(p_tenant, array[p_ingredient]), 'had', trim_scale(v_had.quantity)::text)));
end
$$;
