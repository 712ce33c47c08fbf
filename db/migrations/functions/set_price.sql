-- Gives a dish another price once that is confirmed: p_was, the price the button has shown, must be the one of now. Else it
-- only tells both; "price" of the view says what was done. Carts see it as any other change of a price.
-- Writes: cold.menu_item, staff_event, tenants.menu_version.
-- Raises: OC001, OC030, OC031; OC094 no price in the shop's currency; OC095 its price is that of a chosen variant.
create or replace function app.set_price(p_tenant uuid, p_turn jsonb, p_item text, p_price numeric, p_was numeric)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'set_price');
  v_item cold.menu_item := app.staff_item(v_turn, p_item);
  v_digits integer := (
    select least(2, app.currency_digits(t.currency)) from cold.tenants t where t.tenant_id = p_tenant);
  v_is_done boolean := v_item.price = p_price;
begin
  if p_price is null or p_price not between 0 and 9999999 or scale(trim_scale(p_price)) > v_digits then
    raise exception 'price %', p_price using errcode = 'OC094', detail = jsonb_build_object('digits', v_digits);
  elsif exists (
    select from cold.menu_item_option_group n
    join cold.option_group g on g.tenant_id = n.tenant_id and g.group_id = n.group_id and g.replaces_price
    where n.tenant_id = p_tenant and n.item_id = p_item) then
    raise exception '% has variants', p_item using errcode = 'OC095', detail = jsonb_build_object('item', v_item.name);
  elsif p_was = v_item.price and not v_is_done and not v_turn.replayed then
    update cold.menu_item i set price = p_price where i.tenant_id = p_tenant and i.item_id = p_item;
    perform app.record_staff_event(
      v_turn, v_member, 'set_price', 'price:' || p_item, jsonb_build_object('price', v_item.price::text),
      app.staff_value(v_turn, 'price:' || p_item));
    perform app.menu_changed(p_tenant);
    v_is_done := true;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('price', jsonb_build_object(
    'item_name', v_item.name, 'was', v_item.price::text, 'price', p_price::numeric(12,2)::text, 'done', v_is_done))));
end
$$;
