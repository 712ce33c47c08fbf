-- Sets the stock of a dish (p_change 'set'), adds to it ('add') or takes from it ('take'). A dish that was not counted is
-- counted from now on; at zero it is sold out by itself, as item_refusals has it.
-- Writes: cold.menu_item_stock, staff_event, tenants.menu_version.
-- Raises: OC001, OC030, OC031; OC032 no number of pieces; OC033 not counted, so that nothing can be taken; OC034 fewer left.
create or replace function app.update_stock(
  p_tenant uuid, p_turn jsonb, p_item text, p_change text, p_pieces bigint
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'update_stock');
  v_item cold.menu_item;
  v_had integer;
  v_has bigint;
begin
  if not v_turn.replayed then
    v_item := app.staff_item(v_turn, p_item);
    -- Locked: an order under way takes its pieces first or after.
    v_had := (app.staff_value(v_turn, 'stock:' || p_item) ->> 'quantity')::integer;
    if p_pieces is null or p_pieces not between 0 and 1000000 then
      raise exception '% pieces', p_pieces using errcode = 'OC032';
    elsif p_change = 'take' and v_had is null then
      raise exception '% is not counted', p_item
        using errcode = 'OC033', detail = jsonb_build_object('item', v_item.name);
    elsif p_change = 'take' and v_had < p_pieces then
      raise exception 'only % of % left', v_had, p_item
        using errcode = 'OC034', detail = jsonb_build_object('item', v_item.name, 'left', v_had);
    end if;
    v_has := case p_change when 'set' then p_pieces when 'add' then coalesce(v_had, 0) + p_pieces
                           when 'take' then v_had - p_pieces end;
    if v_has is null or v_has > 1000000 then
      raise exception '% pieces', v_has using errcode = 'OC032';
    end if;
    if v_has is distinct from v_had then
      perform app.put_stock(p_tenant, p_item, v_has::integer);
      perform app.record_staff_event(v_turn, v_member, 'update_stock', 'stock:' || p_item,
                                     jsonb_build_object('quantity', v_had), jsonb_build_object('quantity', v_has));
      perform app.menu_changed(p_tenant);
    end if;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'items', app.stock_view(v_turn, array[p_item]), 'before', v_had)));
end
$$;
