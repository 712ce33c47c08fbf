-- A cart line priced anew: {"line": as it must be now, "difference": why the quote of it no longer holds, or null}.
-- A line that cannot be ordered now keeps the price the customer saw.
create or replace function app.review_line(p_turn app.turn, p_line hot.session_cart) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_line jsonb := app.cart_line(p_line) || jsonb_build_object('quantity_after', p_line.quantity);
  v_now jsonb;
  v_kind text;
begin
  begin
    v_now := app.price_line(p_turn.tenant_id, p_line.item_id, v_line, p_turn.at);
    if (v_now ->> 'price')::numeric = p_line.price then
      return jsonb_build_object('line', v_line, 'difference', null);
    end if;
    return jsonb_build_object(
      'line', v_line || v_now || jsonb_build_object('line_key', p_line.line_key),
      'difference', jsonb_build_object('kind', 'price', 'item_name', v_now -> 'item_name',
                                       'was', p_line.price::text, 'now', v_now ->> 'price'));
  exception
    when sqlstate 'OC006' then v_kind := 'not_served';
    when sqlstate 'OC001' or sqlstate 'OC005' or sqlstate 'OC008' or sqlstate 'OC009' or sqlstate 'OC010' then
      v_kind := 'unavailable';
  end;
  return jsonb_build_object(
    'line', v_line, 'difference', jsonb_build_object('kind', v_kind, 'item_name', p_line.item_name));
end
$$;
