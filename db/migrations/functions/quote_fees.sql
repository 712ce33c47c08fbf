-- The fees on lines worth p_subtotal, and p_goods after their discount: [{"fee_id", "name", "amount", "tax_class"}], the
-- shop's in their order, then the way's (p_way, from app.fulfilment). A percentage is of what the dishes cost, rounded to the currency's digits; whether a fee
-- is waived goes by what they would cost without a discount. Fees of nothing are not told. Money is text with two decimals.
create or replace function app.quote_fees(
  p_turn app.turn, p_order_type text, p_subtotal numeric, p_goods numeric, p_pieces bigint, p_way jsonb
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_digits constant integer := app.money_digits(p_turn.tenant_id);
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'fee_id', f.fee_id, 'name', f.name, 'amount', f.amount::text, 'tax_class', f.tax_class) order by f.way, f.place, f.fee_id), '[]')
    from (
      select 0 as way, r.position as place, r.fee_id, r.name, coalesce(r.tax_class, t.default_tax_class) as tax_class,
        (case r.kind when 'flat' then r.amount
                     when 'per_piece' then r.amount * p_pieces
                     else round(p_goods * r.amount / 100, v_digits) end)::numeric(12,2) as amount
      from cold.fee r join cold.tenants t using (tenant_id)
      where r.tenant_id = p_turn.tenant_id
        and (r.order_types = '{}' or p_order_type = any (r.order_types))
        and (r.free_from is null or p_subtotal < r.free_from)
      union all
      select 1, 0, w.fee_id, w.name, t.default_tax_class, w.amount
      from jsonb_to_record(nullif(p_way, 'null')) as w (fee_id text, name text, amount numeric(12,2)), cold.tenants t
      where t.tenant_id = p_turn.tenant_id
    ) f
    where f.amount > 0);
end
$$;
