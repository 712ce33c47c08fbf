-- Of which number of pieces of a counted dish, or amount of an ingredient, on the shop is told that it runs low: when fewer
-- are left; null: never. Exactly one of p_item and p_ingredient is given.
-- Writes: cold.menu_item_stock, ingredient, staff_event.
-- Raises: OC001, OC030, OC031; OC032, OC097 no such number; OC093 no such ingredient; OC096 the dish is not counted.
create or replace function app.set_low_mark(p_tenant uuid, p_turn jsonb, p_item text, p_ingredient text, p_low numeric)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'set_low_mark');
  v_subject text := 'low:' || coalesce('item:' || p_item, 'ingredient:' || p_ingredient);
  v_name text := case when p_item is null then (app.lock_ingredient(p_tenant, p_ingredient)).name
                      else (app.staff_item(v_turn, p_item)).name end;
  v_before jsonb := app.staff_value(v_turn, v_subject);
  v_now jsonb;
begin
  if v_before is null then
    raise exception '% is not counted', p_item using errcode = 'OC096', detail = jsonb_build_object('item', v_name);
  elsif p_item is not null and not (p_low between 0 and 1000000 and p_low = trunc(p_low)) then
    raise exception '% pieces', p_low using errcode = 'OC032';
  elsif p_ingredient is not null and not (p_low between 0 and 1000000000 and scale(trim_scale(p_low)) <= 3) then
    raise exception '% of %', p_low, p_ingredient
      using errcode = 'OC097', detail = jsonb_build_object('item', v_name, 'unit', (
        select g.unit from cold.ingredient g where g.tenant_id = p_tenant and g.ingredient_id = p_ingredient));
  elsif not v_turn.replayed then
    perform app.put_low_mark(p_tenant, v_subject, p_low);
    v_now := app.staff_value(v_turn, v_subject);
    if v_now <> v_before then
      perform app.record_staff_event(v_turn, v_member, 'set_low_mark', v_subject, v_before, v_now);
    end if;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'items', app.stock_view(v_turn, array[p_item]), 'ingredients', app.ingredient_view(p_tenant, array[p_ingredient]),
    'changed', v_turn.replayed or v_now is distinct from v_before,
    'told', (
      select coalesce(jsonb_agg(distinct r.kind), '[]') from cold.room r
      where r.tenant_id = p_tenant and r.unbound_at is null
        and 'stock_low' = any (coalesce(r.alerts, app.usual_alerts(r.kind)))))));
end
$$;
