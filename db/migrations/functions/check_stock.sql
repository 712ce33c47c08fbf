-- How many of some dishes there are, and how much of some ingredients; both null: of all that are counted or marked sold out,
-- and of all ingredients, the fewest first. Raises: OC030, OC031.
create or replace function app.check_stock(
  p_tenant uuid, p_turn jsonb, p_items text[], p_ingredients text[] default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_of_all constant boolean := p_items is null and p_ingredients is null;
begin
  perform app.require_staff(v_turn, 'check_stock');
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'items', app.stock_view(v_turn, case when not v_of_all then p_items else array(
      select i.item_id from cold.menu_item i
      left join cold.menu_item_stock s on s.tenant_id = i.tenant_id and s.item_id = i.item_id
      where i.tenant_id = p_tenant and not i.is_removed
        and (s.quantity is not null
             or not i.is_available and (i.unavailable_until is null or i.unavailable_until > v_turn.at))
      order by i.is_available, s.quantity, i.position) end),
    'ingredients', app.ingredient_view(p_tenant, case when not v_of_all then p_ingredients else array(
      select g.ingredient_id from cold.ingredient g
      where g.tenant_id = p_tenant and not g.is_removed order by g.quantity, g.name) end))));
end
$$;
