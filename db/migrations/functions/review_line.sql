-- A cart line held against the menu: {"line": as it must be now, "differences": what of it the customer did not see}.
-- Its price, its options, and conflicts he has not accepted; whether the item can be had at all, review_cart asks.
-- A line that has no price any more keeps the one the customer saw.
create or replace function app.review_line(p_turn app.turn, p_line hot.session_cart, p_at timestamptz) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_line jsonb := app.cart_line(p_line) || jsonb_build_object('quantity_after', p_line.quantity);
  v_named jsonb := jsonb_build_object('item_name', p_line.item_name, 'line_no', p_line.line_no);
  v_found jsonb := jsonb '[]';
  v_detail text;
  v_now jsonb;
begin
  begin
    v_now := app.price_line(p_turn.tenant_id, p_line.item_id, v_line, p_at);
    if (v_now ->> 'price')::numeric <> p_line.price then
      v_line := v_line || v_now || jsonb_build_object('line_key', p_line.line_key);
      v_found := v_found || (v_named || jsonb_build_object(
        'kind', 'price', 'was', p_line.price::text, 'now', v_now ->> 'price'));
    end if;
  exception
    when sqlstate 'OC001' then
      return jsonb_build_object('line', v_line, 'differences', v_found);
    when sqlstate 'OC008' then
      select jsonb_agg(v_named || jsonb_build_object('kind', 'option', 'option', g.name)) into v_found
      from cold.menu_item i
      cross join lateral unnest(app.options_gone(i, p_line.options, p_at) || app.things_gone(i, p_line.without)) as g (name)
      where i.tenant_id = p_turn.tenant_id and i.item_id = p_line.item_id;
    when sqlstate 'OC009' or sqlstate 'OC010' then
      get stacked diagnostics v_detail = pg_exception_detail;
      v_found := v_found || (v_named || jsonb_build_object('kind', 'cart', 'option', v_detail::jsonb -> 'group'));
  end;

  return jsonb_build_object('line', v_line, 'differences', v_found || coalesce((
    select jsonb_build_array(v_named || jsonb_build_object('kind', 'conflict', 'conflicts', c))
    from app.line_conflicts(p_turn, v_line) c where c <> '[]'), '[]'));
end
$$;
