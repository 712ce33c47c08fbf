-- Adds a line of an old order as far as it can be had today: {"changed", "differences"} when it is in the cart,
-- {"conflict"} when the customer's rules keep it out, {"differences"} when it cannot be had.
-- Options that are no longer offered are left away; a removal that cannot be kept keeps the line out.
-- Writes: an item_added event. Raises: OC004, OC017.
create or replace function app.reorder_line(p_turn app.turn, p_index bigint, p_ordered jsonb) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_at timestamptz := app.judged_at(p_turn);
  v_quantity integer := (p_ordered ->> 'quantity')::integer;
  v_item cold.menu_item;
  v_gone text[];
  v_line jsonb;
  v_refusal jsonb;
  v_against jsonb;
  v_detail text;
begin
  select * into strict v_item from cold.menu_item i
  where i.tenant_id = p_turn.tenant_id and i.item_id = p_ordered ->> 'item_id';
  v_refusal := app.session_refusals(
    p_turn, array[v_item.item_id], array[app.pieces_in_cart(p_turn, v_item.item_id) + v_quantity]) -> v_item.item_id -> 0;
  if v_refusal is not null then
    return app.not_reordered(p_ordered, v_refusal - 'reason' - 'item' || jsonb_build_object('kind', case
      when v_refusal ? 'left' then 'stock'
      when v_refusal ->> 'reason' in ('unknown', 'sold_out') then 'unavailable'
      else v_refusal ->> 'reason' end, 'removed', v_refusal ->> 'reason' = 'unknown'));
  end if;

  v_gone := app.options_gone(v_item, p_ordered -> 'options', v_at);
  begin
    v_line := app.price_line(p_turn.tenant_id, v_item.item_id, p_ordered || jsonb_build_object('options', (
      select coalesce(jsonb_agg(o.value order by o.ordinality), '[]')
      from jsonb_array_elements(p_ordered -> 'options') with ordinality o
      where app.options_gone(v_item, jsonb_build_array(o.value), v_at) is null)), v_at);
  exception when sqlstate 'OC008' or sqlstate 'OC009' or sqlstate 'OC010' then
    get stacked diagnostics v_detail = pg_exception_detail;
    return app.not_reordered(p_ordered, jsonb_build_object(
      'kind', case when v_gone is null and v_detail::jsonb ? 'group' then 'cart' else 'option' end,
      'option', coalesce(v_gone[1], v_detail::jsonb ->> 'group', v_detail::jsonb ->> 'option')));
  end;
  v_line := app.accept_conflicts(p_turn, v_line, '[]');
  v_against := app.line_conflicts(p_turn, v_line);
  if v_against <> '[]' then
    return jsonb_build_object('conflict', app.conflicting_line(p_index, v_line, v_against));
  end if;

  v_line := app.add_line(p_turn, v_line, v_quantity);
  return jsonb_build_object('changed', v_line, 'differences', (
    select coalesce(jsonb_agg(d.told || jsonb_build_object(
             'item_name', v_line -> 'item_name', 'line_no', v_line -> 'line_no')), '[]')
    from (
      select jsonb_build_object('kind', 'option', 'option', g.name) as told from unnest(v_gone) as g (name)
      union all
      select jsonb_build_object('kind', 'price', 'was', p_ordered -> 'unit_price', 'now', v_line -> 'unit_price')
      where p_ordered -> 'unit_price' <> v_line -> 'unit_price'
    ) d));
end
$$;
