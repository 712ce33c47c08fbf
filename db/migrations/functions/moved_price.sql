-- The price of a line as the customer saw it, {"was"}, where the same line costs something else today; else {}.
-- A line that cannot be made so any more has no price today.
create or replace function app.moved_price(p_turn app.turn, p_line hot.session_cart) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_today jsonb;
begin
  begin
    v_today := app.price_line(p_turn.tenant_id, p_line.item_id, app.cart_line(p_line), app.judged_at(p_turn));
  exception when sqlstate 'OC001' or sqlstate 'OC008' or sqlstate 'OC009' or sqlstate 'OC010' then
    return jsonb '{}';
  end;
  return case when (v_today ->> 'price')::numeric <> p_line.price
              then jsonb_build_object('was', p_line.price::text) else '{}' end;
end
$$;
