-- The sums of a quote: {"subtotal", "fees", "taxes", "rounding", "total"} of lines with a discount; p_way_fee is that of the
-- way (app.fulfilment). Only the shop of p_turn is asked. Money is text with two decimals.
-- Raises: OC017 for dishes beyond all bounds.
create or replace function app.quote_sums(
  p_turn app.turn, p_lines hot.session_cart[], p_order_type text, p_discount numeric, p_way_fee jsonb
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_shop cold.tenants;
  v_subtotal numeric(12,2) := app.check_amount((select coalesce(sum(l.quantity * l.price), 0) from unnest(p_lines) l));
  v_goods numeric(12,2) := v_subtotal - p_discount;
  v_fees jsonb;
  v_taxes jsonb;
  v_sum numeric(12,2);
  v_rounding numeric(12,2);
begin
  select * into strict v_shop from cold.tenants t where t.tenant_id = p_turn.tenant_id;
  v_fees := app.quote_fees(
    p_turn, p_order_type, v_subtotal, v_goods, (select sum(l.quantity) from unnest(p_lines) l), p_way_fee);
  v_taxes := app.quote_taxes(p_turn, (
    select jsonb_agg(jsonb_build_object('class', x.class, 'amount', x.amount))
    from (
      select coalesce(i.tax_class, v_shop.default_tax_class) as class,
             l.quantity * l.price - s.share as amount
      from unnest(p_lines) with ordinality l
      join unnest(app.spread(p_discount, array(select c.quantity * c.price from unnest(p_lines) c),
                                  app.money_digits(p_turn.tenant_id)))
        with ordinality s (share, place) on s.place = l.ordinality
      join cold.menu_item i on i.tenant_id = p_turn.tenant_id and i.item_id = l.item_id
      union all
      select f.tax_class, f.amount from jsonb_to_recordset(v_fees) as f (tax_class text, amount numeric)
    ) x));
  v_sum := v_goods
    + (select coalesce(sum(f.amount), 0) from jsonb_to_recordset(v_fees) as f (amount numeric))
    + (select coalesce(sum(x.amount), 0) from jsonb_to_recordset(v_taxes) as x (amount numeric, included boolean)
       where not x.included);
  v_rounding := case when v_shop.rounding > 0 then round(v_sum / v_shop.rounding) * v_shop.rounding - v_sum else 0 end;
  return jsonb_build_object(
    'subtotal', v_subtotal::text, 'fees', v_fees, 'taxes', v_taxes, 'rounding', v_rounding::text,
    'total', (v_sum + v_rounding)::numeric(12,2)::text);
end
$$;
