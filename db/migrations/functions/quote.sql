-- What lines cost as they stand, and what is in the way of ordering them: {"subtotal", "discount": {code, amount} or null,
-- "coupon": {code, reason, …} where the session's code gives nothing, "fees": […], "taxes": […], "rounding", "total",
-- "ready_at", "problems": [{"kind": address_missing, out_of_zone, table_missing, minimum_order, …}]}.
-- total = subtotal - discount + fees + taxes that are not included + rounding. Money is text with two decimals. The caller
-- has begun a turn. Raises: OC017 for dishes beyond all bounds.
create or replace function app.quote(p_turn app.turn, p_lines hot.session_cart[], p_order_type text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_code text := (
    select s.coupon_code from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
  v_subtotal numeric(12,2) := app.check_amount((select coalesce(sum(l.quantity * l.price), 0) from unnest(p_lines) l));
  v_offer jsonb := case when v_code is not null then app.coupon_offer(p_turn, v_code, p_lines, p_order_type) end;
  v_way jsonb := app.fulfilment(p_turn, p_order_type, v_subtotal);
begin
  return app.quote_sums(p_turn, p_lines, p_order_type, coalesce((v_offer ->> 'amount')::numeric, 0), v_way -> 'fee')
    || jsonb_build_object(
      'discount', case when v_offer ? 'amount' then v_offer end,
      'coupon', case when v_offer ? 'reason' then v_offer end,
      'ready_at', coalesce(
        nullif(app.judged_at(p_turn), p_turn.at),
        p_turn.at + make_interval(mins => (v_way ->> 'minutes')::integer + (
          select t.prep_minutes from cold.tenants t where t.tenant_id = p_turn.tenant_id))),
      'problems', v_way -> 'problems');
end
$$;
